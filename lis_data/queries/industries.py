"""What is held by industry: which indicators, of which places, when."""

from __future__ import annotations

import pandas as pd

from lis_data.model import ENGLAND
from lis_data.queries.ask import ask

_FEWEST_AREAS = 3
"""A geography with fewer areas makes no comparison."""

_COVERAGE = """
    with
    listed as (
        select scheme, count(*) - 1 as industries, count(*) filter (where leaf) as leaves
        from industry
        group by scheme
    ),
    total as (
        select indicator_id, geography_id, period, count(value) as areas
        from observation
        where industry = '_T'
        group by indicator_id, geography_id, period
    ),
    england as (
        select distinct indicator_id
        from observation
        where geography_id = 'country' and area_code = $england and industry = '_T'
    ),
    size as (
        select geography_id, count(*) as of_areas from area group by geography_id
    ),
    figure as (
        select
            indicator_id,
            geography_id,
            list(period order by period) as periods,
            arg_max(areas, period) as areas
        from total
        semi join england using (indicator_id)
        group by indicator_id, geography_id
    )
    select
        indicator_id,
        indicator.title,
        indicator.unit,
        indicator.decimals,
        scheme,
        geography_id,
        geography.title as geography_title,
        periods,
        areas,
        of_areas,
        industries,
        leaves
    from figure
    join indicator using (indicator_id)
    join listed using (scheme)
    join geography using (geography_id)
    join size using (geography_id)
    where areas >= $fewest::int and additive and not starts_with(indicator_id, 'enterprises_')
    order by indicator_id, geography_id
"""


def sector_coverage() -> pd.DataFrame:
    """Which indicators can be compared by industry, where and when, one row per indicator and geography: indicator_id,
    title, unit, decimals, scheme, geography_id, geography_title, periods (list, oldest first), areas (with a total in
    the last period), of_areas, industries (without the total), leaves. Only where England has figures too and parts add
    up to the whole (chained volumes do not), and without the counts of enterprises by size, which are for `blind_spot`.
    """
    return ask(_COVERAGE, england=ENGLAND, fewest=str(_FEWEST_AREAS))
