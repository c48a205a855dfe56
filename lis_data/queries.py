"""The questions that pages and the command line ask of the store; each answers with a DataFrame of stated columns.

Arguments are scalars and tuples, every value is bound, and every question has a cursor of its own.
"""

from __future__ import annotations

from functools import cache

import duckdb
import pandas as pd

from lis_data import measures, store
from lis_data.errors import UnknownNameError
from lis_data.model import ENGLAND, TOTAL

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
    found = _ask(
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
    return _ask(
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


def indicators() -> pd.DataFrame:
    """Every indicator with its dataset: indicator_id, title, unit, decimals, polarity, foundation, additive,
    breaks (list), publisher, dataset_id, observations, geographies (list), first_period, last_period; by foundation
    and title.
    """
    return _ask(
        """
        with held as (
            select
                indicator_id,
                count(*) as observations,
                list_sort(list(distinct geography_id)) as geographies,
                min(period) as first_period,
                max(period) as last_period
            from observation
            group by indicator_id
        )
        select
            indicator_id, indicator.title, unit, decimals, polarity, foundation, additive, breaks,
            publisher, dataset_id, observations, geographies, first_period, last_period
        from indicator
        join dataset using (dataset_id)
        join held using (indicator_id)
        order by foundation, indicator.title
        """
    )


def describe(indicator_id: str) -> pd.DataFrame:
    """The whole provenance of an indicator: one row per dataset and geography that it has figures of, with every
    field of the catalogue, the derivations, the periods and the number of figures, missing and suppressed ones.
    """
    _known("indicator", indicator_id, "select indicator_id from indicator")
    return _ask(
        """
        with held as (
            select
                dataset_id,
                geography_id,
                list_sort(list(distinct derivation)) as derivations,
                min(period) as first_period,
                max(period) as last_period,
                count(distinct area_code) as areas,
                count(value) as figures,
                count(*) filter (status = 'M') as missing,
                count(*) filter (status = 'C') as suppressed
            from observation
            where indicator_id = $indicator
            group by dataset_id, geography_id
        )
        select
            held.*,
            dataset.* exclude (dataset_id, title),
            dataset.title as dataset_title,
            indicator.* exclude (dataset_id)
        from held
        join dataset using (dataset_id)
        cross join indicator
        where indicator_id = $indicator
        order by dataset_id, geography_id
        """,
        indicator=indicator_id,
    )


def coverage(indicator_id: str, *, industry: str = TOTAL) -> pd.DataFrame:
    """Where and when an indicator has figures: geography_id, title, period, areas (with a figure), of_areas."""
    return _ask(
        """
        with size as (select geography_id, count(*) as of_areas from area group by geography_id)
        select geography_id, geography.title, period, count(value) as areas, any_value(of_areas) as of_areas
        from observation
        join size using (geography_id)
        join geography using (geography_id)
        where indicator_id = $indicator and industry = $industry
        group by geography_id, geography.title, period
        having count(value) > 0
        order by geography_id, period
        """,
        indicator=indicator_id,
        industry=industry,
    )


def overlaps(geography_id: str, area_code: str, *, other_geography_id: str) -> pd.DataFrame:
    """The areas of another geography that share districts with this one: area_code, name, share_of_other (of the
    other's districts by number that lie in this area), share_of_area; largest first.
    """
    return _ask(
        """
        with mine as (
            select member_code from membership
            where geography_id = $geography and area_code = $area and member_geography_id = 'lad-2017'
        ),
        theirs as (
            select area_code, member_code from membership
            where geography_id = $other and member_geography_id = 'lad-2017'
        )
        select
            theirs.area_code,
            area.name,
            count(mine.member_code) / count(*) as share_of_other,
            count(mine.member_code) / (select count(*) from mine) as share_of_area
        from theirs
        left join mine using (member_code)
        join area on area.geography_id = $other and area.area_code = theirs.area_code
        group by theirs.area_code, area.name
        having count(mine.member_code) > 0
        order by share_of_area desc, share_of_other desc, name
        """,
        geography=geography_id,
        area=area_code,
        other=other_geography_id,
    )


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
    held = _ask(
        "select distinct geography_id from observation where area_code = $area and indicator_id = $indicator",
        area=area_code,
        indicator=indicator_id,
    )["geography_id"].tolist()
    if not held:
        _known("area", area_code, "select distinct area_code from area")
        raise UnknownNameError(f"area with figures of {indicator_id}", area_code, [])
    wanted = _ask("select geography_id from geography")["geography_id"].tolist()
    return min(held, key=wanted.index)


def _explain_nothing(indicator_id: str, geography_id: str, *, period: str | None, industry: str | None) -> None:
    """Raise the error that names the first argument without figures, and what there is instead."""
    where = "from observation where indicator_id = $indicator"
    _known("indicator", indicator_id, "select indicator_id from indicator")
    _known("geography", geography_id, f"select distinct geography_id {where}", indicator=indicator_id)
    here = f"{where} and geography_id = $geography"
    held = {"indicator": indicator_id, "geography": geography_id}
    if period is not None:
        _known("period", period, f"select distinct period {here} order by period desc", **held)
    if industry is not None:
        _known("industry", industry, f"select distinct industry {here} order by industry", **held)
    raise UnknownNameError("figure for that period and industry", f"{period} {industry}", [])


def _known(kind: str, name: str, sql: str, **values: str) -> None:
    names = _ask(sql, **values).iloc[:, 0].tolist()
    if name not in names:
        raise UnknownNameError(kind, name, names)


def _industries(indicator_id: str) -> pd.DataFrame:
    """The industries of an indicator in their own order, indexed by industry: title."""
    return _ask(
        """
        select industry.industry, industry.title
        from industry
        join indicator using (scheme)
        where indicator_id = $indicator
        order by sort
        """,
        indicator=indicator_id,
    ).set_index("industry")[["title"]]


@cache
def _connection() -> duckdb.DuckDBPyConnection:
    return store.connect(store.ensure().path)


def _ask(sql: str, **values: str | None) -> pd.DataFrame:
    with store.cursor(_connection()) as con:
        return con.execute(sql, values or None).df()
