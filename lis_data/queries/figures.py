"""Published and derived figures: of all areas, of one, and of England to compare with."""

from __future__ import annotations

import pandas as pd

from lis_data.errors import UnknownNameError
from lis_data.model import ENGLAND, TOTAL
from lis_data.queries.ask import ask, known

BREAKS = "(breaks || if($geography in ('country', 'region'), [], breaks_below_regions))"
"""SQL: the periods at a geography that must not be compared with earlier ones, from a row of `indicator`."""

_FIGURES = """
    select
        observation.geography_id, observation.area_code, area.name as area_name, area.approximate,
        observation.period, observation.industry,
        observation.value, observation.lower, observation.upper, observation.status::varchar as status,
        observation.derivation, observation.dataset_id
    from observation
    join area using (geography_id, area_code)
"""


def figures(
    indicator_id: str, geography_id: str, *, period: str | None = None, industry: str | None = TOTAL
) -> pd.DataFrame:
    """Every area's figure: geography_id, area_code, area_name, approximate, period, industry, value, lower, upper,
    status, derivation, dataset_id; by period, industry and code. `None` means all periods or industries.

    Raises UnknownNameError for an indicator, geography, period or industry without any figure.
    """
    found = ask(
        f"""{_FIGURES}
        where indicator_id = $indicator and geography_id = $geography
            and period = coalesce($period, period) and industry = coalesce($industry, industry)
        order by period, industry, area_code
        """,
        indicator=indicator_id,
        geography=geography_id,
        period=period,
        industry=industry,
    )
    if found.empty:
        _explain_nothing(indicator_id, geography_id, period=period, industry=industry)
    return found


def area_history(indicator_id: str, geography_id: str, area_code: str, *, industry: str = TOTAL) -> pd.DataFrame:
    """One area's figures over time, columns as in `figures`; empty where there are none."""
    return ask(
        f"""{_FIGURES}
        where indicator_id = $indicator and geography_id = $geography and area_code = $area and industry = $industry
        order by period
        """,
        indicator=indicator_id,
        geography=geography_id,
        area=area_code,
        industry=industry,
    )


def benchmark(indicator_id: str, *, industry: str = TOTAL, area_code: str = ENGLAND) -> pd.DataFrame:
    """England's figures (or the United Kingdom's) over time, columns as in `figures`."""
    return area_history(indicator_id, "country", area_code, industry=industry)


def breaks(indicator_id: str, geography_id: str) -> tuple[str, ...]:
    """The periods that must not be compared with earlier ones, by time."""
    found = ask(
        f"select unnest({BREAKS}) as period from indicator where indicator_id = $indicator order by period",
        indicator=indicator_id,
        geography=geography_id,
    )
    return tuple(found["period"])


def _explain_nothing(indicator_id: str, geography_id: str, *, period: str | None, industry: str | None) -> None:
    """Raise the error that names the first argument without figures, and what there is instead."""
    where = "from observation where indicator_id = $indicator"
    known("indicator", indicator_id, "select indicator_id from indicator")
    known("geography", geography_id, f"select distinct geography_id {where}", indicator=indicator_id)
    here = f"{where} and geography_id = $geography"
    bound = {"indicator": indicator_id, "geography": geography_id}
    if period is not None:
        known("period", period, f"select distinct period {here} order by period desc", **bound)
    if industry is not None:
        known("industry", industry, f"select distinct industry {here} order by industry", **bound)
    raise UnknownNameError("figure for that period and industry", f"{period} {industry}", [])
