"""Two indicators over the same areas."""

from __future__ import annotations

import pandas as pd

from lis_data import measures
from lis_data.queries.ask import ask, known
from lis_data.queries.latest import ENOUGH

_BOTH = f"""
    with figure as (
        select indicator_id, area_code, period, left(period, 4)::integer as year, value, status::varchar as status
        from observation
        where indicator_id in ($first, $second) and geography_id = $geography and industry = '_T' and value is not null
    ),
    one as (from figure where indicator_id = $first),
    other as (from figure where indicator_id = $second),
    pairs as (  -- in how many areas both have a figure, for each pair of periods
        select
            one.period as first_period,
            other.period as second_period,
            abs(any_value(one.year) - any_value(other.year)) as apart,
            count(*) as areas
        from one
        join other using (area_code)
        group by first_period, second_period
    ),
    chosen as (
        select first_period, second_period
        from pairs
        where areas >= {ENOUGH} * (select max(areas) from pairs)
        order by apart, left(first_period, 4) desc, first_period <> second_period, first_period desc, second_period desc
        limit 1
    )
    select
        area.area_code, area.name as area_name,
        first_period, one.value as first_value, coalesce(one.status, 'M') as first_status,
        second_period, other.value as second_value, coalesce(other.status, 'M') as second_status
    from area
    left join chosen on true
    left join one on one.area_code = area.area_code and one.period = first_period
    left join other on other.area_code = area.area_code and other.period = second_period
    where area.geography_id = $geography
    order by area.area_code
"""


def paired(first: str, second: str, geography_id: str) -> pd.DataFrame:
    """Every area with its figures of two indicators: area_code, area_name, first_period, first_value, first_status,
    second_period, second_value, second_status, and off_line (see `measures.off_line`).

    The periods are those of the latest year in which nearly as many areas as ever have both; where the two have no
    year in common, those of the years nearest each other. Missing where no area has both.
    Raises UnknownNameError for an indicator or a geography that is not known.
    """
    for indicator_id in (first, second):
        known("indicator", indicator_id, "select indicator_id from indicator")
    known("geography", geography_id, "select geography_id from geography")
    found = ask(_BOTH, first=first, second=second, geography=geography_id)
    return found.assign(off_line=measures.off_line(found["first_value"], second=found["second_value"]))
