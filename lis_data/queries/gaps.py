"""Which areas have no figure, and why."""

from __future__ import annotations

import pandas as pd

from lis_data.model import OF_ONE
from lis_data.queries.ask import ask, bound_list, known

_GAPS = """
    with made_of as (  -- for a ratio, what is above its line
        select coalesce(nullif(numerator, ''), indicator_id) as indicator_id
        from indicator where indicator_id = $indicator
    ),
    here as (
        select * from observation where indicator_id = $indicator and industry = '_T'
    ),
    latest as (
        select geography_id, max(period) as period from here where value is not null group by geography_id
    ),
    ways as (
        select geography_id, period, list(distinct derivation) as derivations
        from here join latest using (geography_id, period)
        group by all
    ),
    part_figure as (
        select geography_id, area_code, period, value
        from observation join made_of using (indicator_id)
        where industry = '_T'
    ),
    source as (
        select period, arg_min(source_geography_id, rank) as source_geography_id
        from (
            select indicator_id, source_geography_id, rank from sum_rule
            union all select indicator_id, source_geography_id, rank from mean_rule
        ) as rule
        join made_of using (indicator_id)
        join part_figure on part_figure.geography_id = source_geography_id
        group by period
    ),
    bare as (
        select
            geography_id, period, area_code, area.name,
            here.status::varchar as status, here.derivation, derivations, source_geography_id,
            count(*) over (partition by geography_id) as of_areas, here.value
        from ways
        join area using (geography_id)
        left join here using (geography_id, area_code, period)
        left join source using (period)
        qualify here.value is null
    ),
    part as (
        select bare.geography_id, bare.area_code, membership.weight, area.name, part_figure.value
        from bare
        join membership
            on membership.geography_id = bare.geography_id
            and membership.area_code = bare.area_code
            and membership.member_geography_id = bare.source_geography_id
        join area on area.geography_id = member_geography_id and area.area_code = member_code
        left join part_figure
            on part_figure.geography_id = member_geography_id
            and part_figure.area_code = member_code
            and part_figure.period = bare.period
        where not list_contains($of_one::varchar[], bare.derivation)
    ),
    named as (
        select
            geography_id,
            area_code,
            string_agg(name, '; ' order by name) filter (weight is null) as inside,
            string_agg(name, '; ' order by name) filter (weight is not null and value is null) as without
        from part
        group by all
    )
    select
        geography_id, geography.title as geography, period, of_areas, area_code, name,
        case
            when status = 'C' and list_contains($of_one::varchar[], derivation) then 'suppressed'
            when status = 'C' then 'part suppressed'
            when list_contains($of_one::varchar[], derivation) then 'not available'
            when derivation is not null and inside is not null then 'part inside'
            when derivation is not null then 'part missing'
            when list_has_any(derivations, ['sum', 'ratio', 'weighted-mean']) then 'not whole'
            when derivations = ['same-area'] then 'no twin'
            else 'not in the table'
        end as reason,
        coalesce(case when reason = 'part inside' then inside else without end, '') as parts
    from bare
    join geography using (geography_id)
    left join named using (geography_id, area_code)
    order by geography_id, name
"""
"""The areas that are bare in the latest period, the parts that each would be made of, and what is wrong with these."""


def gaps(indicator_id: str) -> pd.DataFrame:
    """Every area without a figure in the latest period of its geography (all industries together): geography_id,
    geography, period, of_areas, area_code, name, reason, parts (names, with ; between them); by geography and name.

    `reason` is `suppressed` or `not available` (the publisher says so), `part suppressed`, `part missing` or
    `part inside` (of the parts that it is the sum or mean of; an unknown share of the last lies in the area), `not
    whole` (it is not made of whole parts), `no twin` (published for other geographies, none of whose areas is the same
    ground), or `not in the table`.
    """
    known("indicator", indicator_id, "select indicator_id from indicator")
    return ask(_GAPS, indicator=indicator_id, of_one=bound_list(OF_ONE))
