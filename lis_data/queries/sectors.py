"""Industries of places beside England's: of one area for the command line, of all areas at once for the pages.

England is always the country's own figure of the same indicator and period, never the United Kingdom's. Groups of
industries are nested: rows may be added up only where `leaf` is set, or where `broad` is.
"""

from __future__ import annotations

import pandas as pd

from lis_data import measures
from lis_data.errors import UnknownNameError
from lis_data.model import ENGLAND
from lis_data.period import parse
from lis_data.queries.ask import ask, known
from lis_data.queries.figures import figures

CLASSES_YEAR = "2018"
"""The last year of jobs by four-digit class."""

_STRENGTHS = """
    with
    listed as (
        select industry.*
        from industry
        join indicator using (scheme)
        where indicator_id = $indicator
    ),
    top as (
        select industry from listed where industry = '_T' or (parent = '_T' and level = 'group' and not leaf)
    ),
    figure as (
        select
            geography_id,
            area_code,
            industry,
            max(value) filter (where period = $period) as value,
            min(status) filter (where period = $period)::varchar as status,
            max(value) filter (where period = $base) as earlier
        from observation
        where indicator_id = $indicator and geography_id in ($geography, 'country') and period in ($period, $base)
        group by geography_id, area_code, industry
    ),
    total as (
        select geography_id, area_code, value, earlier from figure where industry = '_T'
    ),
    england as (
        select
            figure.industry,
            figure.value,
            figure.earlier,
            total.value as total,
            total.earlier as earlier_total
        from figure
        join total using (geography_id, area_code)
        where geography_id = 'country' and area_code = $england
    ),
    volume as (
        select
            geography_id,
            area_code,
            industry,
            max(value) filter (where period = $period) as value,
            max(value) filter (where period = $base) as earlier
        from observation
        where indicator_id = 'gva_cvm' and $indicator = 'gva' and geography_id in ($geography, 'country')
            and period in ($period, $base)
        group by geography_id, area_code, industry
    ),
    england_volume as (
        select * from volume where geography_id = 'country' and area_code = $england
    )
    select
        figure.geography_id,
        figure.area_code,
        area.name as area_name,
        listed.industry,
        listed.title,
        listed.parent,
        listed.level,
        listed.leaf,
        listed.level = 'section' or (listed.leaf and listed.parent in (from top)) as broad,
        listed.industry = '68IMP' as imputed,
        listed.sort,
        figure.value,
        figure.status,
        total.value as total,
        england.value as england,
        england.total as england_total,
        figure.earlier as earlier_value,
        total.earlier as earlier_total,
        england.earlier as england_earlier,
        england.earlier_total as england_earlier_total,
        volume.value as volume,
        volume.earlier as earlier_volume,
        england_volume.value as england_volume,
        england_volume.earlier as england_earlier_volume
    from figure
    join listed using (industry)
    join area using (geography_id, area_code)
    left join total using (geography_id, area_code)
    left join england using (industry)
    left join volume using (geography_id, area_code, industry)
    left join england_volume using (industry)
    where figure.geography_id = $geography
    order by area_code, sort
"""

_PARTS = [
    "total",
    "england",
    "england_total",
    "earlier_total",
    "england_earlier",
    "england_earlier_total",
    "volume",
    "earlier_volume",
    "england_volume",
    "england_earlier_volume",
]
"""What the measures are made of and no reader needs."""


def sectors(area_code: str, *, period: str, indicator_id: str = "gva", geography_id: str | None = None) -> pd.DataFrame:
    """An area's industries beside England's: industry, title, value, share, benchmark_share (both in % of all
    industries), location_quotient; totals first, then as the industries are listed. Groups and their parts both
    stand in the list, so the shares add up to more than 100.
    """
    place = geography_id or _geography_of(area_code, indicator_id)
    found = sector_strengths(indicator_id, place, period=period)
    here = found[found["area_code"] == area_code].reset_index(drop=True)
    return here[["industry", "title", "value", "share", "benchmark_share", "location_quotient"]]


def sector_strengths(indicator_id: str, geography_id: str, *, period: str, base: str | None = None) -> pd.DataFrame:
    """Every area's industries beside England's, one row per area and industry, by area and then as listed.

    geography_id, area_code, area_name; industry, title, parent, level, leaf, broad (the top layer that does not
    overlap), imputed (rent that owner-occupiers do not pay: no firms, no jobs), sort; value, status;
    share, benchmark_share (England's) in % of all industries, location_quotient, share_of_england in %. Since `base`,
    and missing without one: earlier_value, earlier_share, earlier_location_quotient, share_change in points;
    growth and benchmark_growth in % a year, in current prices where the unit is money, growth_lead in points a year;
    contribution to the area's total growth in points; real_growth and benchmark_real_growth in % a year, which only GVA
    has, and only where the publisher gives chained volumes: they cannot be added up over areas or industries.

    Raises UnknownNameError for an indicator, geography, period or base without figures.
    """
    found = ask(_STRENGTHS, indicator=indicator_id, geography=geography_id, period=period, base=base, england=ENGLAND)
    if found["status"].isna().all() or (base and found["earlier_value"].isna().all()):
        _explain_nothing(indicator_id, geography_id, periods=[period, *([base] if base else [])])
    found = _against_england(found)
    years = years_between(base, period) if base else float("nan")
    return _since_base(found, years=years).drop(columns=_PARTS)


def years_between(first: str, last: str) -> float:
    """Years from the start of one period to the start of another."""
    begin, end = parse(first), parse(last)
    return end.year - begin.year + (end.month - begin.month) / 12


def _against_england(found: pd.DataFrame) -> pd.DataFrame:
    share = measures.share(found["value"], total=found["total"])
    benchmark = measures.share(found["england"], total=found["england_total"])
    return found.assign(
        share=share,
        benchmark_share=benchmark,
        location_quotient=measures.location_quotient(share, benchmark=benchmark),
        share_of_england=measures.share(found["value"], total=found["england"]),
    )


def _since_base(found: pd.DataFrame, *, years: float) -> pd.DataFrame:
    share = measures.share(found["earlier_value"], total=found["earlier_total"])
    benchmark = measures.share(found["england_earlier"], total=found["england_earlier_total"])
    growth = measures.growth(found["earlier_value"], found["value"], years=years)
    benchmark_growth = measures.growth(found["england_earlier"], found["england"], years=years)
    return found.assign(
        earlier_share=share,
        earlier_location_quotient=measures.location_quotient(share, benchmark=benchmark),
        share_change=found["share"] - share,
        growth=growth,
        benchmark_growth=benchmark_growth,
        growth_lead=growth - benchmark_growth,
        contribution=measures.contribution(found["earlier_value"], found["value"], total=found["earlier_total"]),
        real_growth=measures.growth(found["earlier_volume"], found["volume"], years=years),
        benchmark_real_growth=measures.growth(found["england_earlier_volume"], found["england_volume"], years=years),
    )


def _explain_nothing(indicator_id: str, geography_id: str, *, periods: list[str]) -> None:
    """Raise the error that names the first argument without figures by industry."""
    known("indicator by industry", indicator_id, "select indicator_id from indicator where scheme != ''")
    for period in periods:
        figures(indicator_id, geography_id, period=period, industry=None)


def _geography_of(area_code: str, indicator_id: str) -> str:
    """The first geography, most wanted first, in which the area has a figure of the indicator."""
    geographies = ask(
        "select distinct geography_id from observation where area_code = $area and indicator_id = $indicator",
        area=area_code,
        indicator=indicator_id,
    )["geography_id"].tolist()
    if not geographies:
        known("area", area_code, "select distinct area_code from area")
        raise UnknownNameError(f"area with figures of {indicator_id}", area_code, [])
    wanted = ask("select geography_id from geography")["geography_id"].tolist()
    return min(geographies, key=wanted.index)
