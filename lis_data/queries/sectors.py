"""An area's industries beside England's."""

from __future__ import annotations

import pandas as pd

from lis_data import measures
from lis_data.errors import UnknownNameError
from lis_data.model import ENGLAND, TOTAL
from lis_data.queries.ask import ask, known
from lis_data.queries.figures import figures


def sectors(area_code: str, *, period: str, indicator_id: str = "gva", geography_id: str | None = None) -> pd.DataFrame:
    """An area's industries beside England's: industry, title, value, share, benchmark_share (both in % of all
    industries), location_quotient; totals first, then as the industries are listed. Groups and their parts both
    stand in the list, so the shares add up to more than 100.
    """
    place = geography_id or _geography_of(area_code, indicator_id)
    here = figures(indicator_id, place, period=period, industry=None)
    here = here[here["area_code"] == area_code].set_index("industry")
    england = figures(indicator_id, "country", period=period, industry=None)
    england = england[england["area_code"] == ENGLAND].set_index("industry")
    table = _industries(indicator_id).join(here[["value"]], how="inner")
    table["share"] = measures.share(table["value"], total=here["value"].get(TOTAL, float("nan")))
    total = england["value"].get(TOTAL, float("nan"))
    table["benchmark_share"] = measures.share(england["value"].reindex(table.index), total=total)
    table["location_quotient"] = measures.location_quotient(table["share"], benchmark=table["benchmark_share"])
    return table.reset_index()[["industry", "title", "value", "share", "benchmark_share", "location_quotient"]]


def _geography_of(area_code: str, indicator_id: str) -> str:
    """The first geography, most wanted first, in which the area has a figure of the indicator."""
    held = ask(
        "select distinct geography_id from observation where area_code = $area and indicator_id = $indicator",
        area=area_code,
        indicator=indicator_id,
    )["geography_id"].tolist()
    if not held:
        known("area", area_code, "select distinct area_code from area")
        raise UnknownNameError(f"area with figures of {indicator_id}", area_code, [])
    wanted = ask("select geography_id from geography")["geography_id"].tolist()
    return min(held, key=wanted.index)


def _industries(indicator_id: str) -> pd.DataFrame:
    """The industries of an indicator in their own order, indexed by industry: title."""
    return ask(
        """
        select industry.industry, industry.title
        from industry
        join indicator using (scheme)
        where indicator_id = $indicator
        order by sort
        """,
        indicator=indicator_id,
    ).set_index("industry")[["title"]]
