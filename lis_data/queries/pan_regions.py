"""Partnerships over many LEPs, from their districts: each district once, because LEPs overlap and must not be added up.

Two partnerships can share districts too: figures of partnerships are never added up either.
"""

from __future__ import annotations

import pandas as pd

from lis_data import measures
from lis_data.model import ENGLAND, OF_ONE
from lis_data.queries.ask import ask, bound_list

_ROLLED_UP = """
    with
    here as (
        select indicator_id, area_code, period, value, status::varchar as status, derivation
        from observation
        where geography_id = 'pan-region' and industry = '_T' and value is not null
    ),
    england as (
        select indicator_id, period, value as england
        from observation
        where geography_id = 'country' and area_code = $england and industry = '_T' and value is not null
    ),
    reached as (
        select indicator_id, period, count(*) as partnerships
        from here join england using (indicator_id, period)
        group by indicator_id, period
    ),
    latest as (
        select indicator_id, arg_max(period, (partnerships, period)) as period from reached group by indicator_id
    )
    select
        indicator_id, indicator.title, unit, decimals, polarity, foundation, additive,
        period, here.area_code, area.name as area_name, here.value, status, derivation, england
    from here
    join latest using (indicator_id, period)
    join england using (indicator_id, period)
    join indicator using (indicator_id)
    join area on area.geography_id = 'pan-region' and area.area_code = here.area_code
    order by foundation, indicator.title, here.area_code
"""

_MEMBERS = """
    with
    part as (
        select geography_id, area_code, member_code
        from membership
        where member_geography_id = 'lad-2017' and geography_id in ('pan-region', 'lep-2017')
    ),
    pan as (from part where geography_id = 'pan-region'),
    lep as (from part where geography_id = 'lep-2017'),
    resident as (
        select area_code, value
        from observation
        where indicator_id = 'population' and geography_id = 'lep-2017' and industry = '_T' and period = $period
    )
    select
        member.area_code,
        area.name as area_name,
        member.member_code as lep_code,
        named.name as lep_name,
        member.coverage,
        count(*) as districts,
        count(pan.member_code) as inside,
        string_agg(district.name, '; ' order by district.name) filter (pan.member_code is not null) as district_names,
        any_value(resident.value) as population,
        member.note
    from membership as member
    join area on area.geography_id = 'pan-region' and area.area_code = member.area_code
    join area as named on named.geography_id = 'lep-2017' and named.area_code = member.member_code
    join lep on lep.area_code = member.member_code
    join area as district on district.geography_id = 'lad-2017' and district.area_code = lep.member_code
    left join pan on pan.area_code = member.area_code and pan.member_code = lep.member_code
    left join resident on resident.area_code = member.member_code
    where member.geography_id = 'pan-region' and member.member_geography_id = 'lep-2017'
    group by member.area_code, area.name, member.member_code, named.name, member.coverage, member.note
    order by area_name, lep_name
"""

_ONCE = """
    with
    district as (
        select area_code, member_code
        from membership
        where geography_id = 'pan-region' and member_geography_id = 'lad-2017'
    ),
    of_lep as (
        select member.area_code, lep.member_code, count(*) as leps
        from membership as member
        join membership as lep on lep.area_code = member.member_code
        where member.geography_id = 'pan-region' and member.member_geography_id = 'lep-2017'
            and lep.geography_id = 'lep-2017' and lep.member_geography_id = 'lad-2017'
        group by member.area_code, lep.member_code
    ),
    other as (select member_code from district group by member_code having count(*) > 1),
    resident as (
        select area_code, value
        from observation
        where indicator_id = 'population' and geography_id = 'pan-region' and industry = '_T' and period = $period
    )
    select
        district.area_code,
        area.name as area_name,
        count(*) as districts,
        count(*) filter (leps > 1) as in_two_leps,
        count(other.member_code) as in_two_partnerships,
        any_value(resident.value) as population
    from district
    join area on area.geography_id = 'pan-region' and area.area_code = district.area_code
    left join of_lep on of_lep.area_code = district.area_code and of_lep.member_code = district.member_code
    left join other on other.member_code = district.member_code
    left join resident on resident.area_code = district.area_code
    group by district.area_code, area.name
    order by district.area_code
"""

_LEFT_OUT = """
    with
    rolled as (
        select indicator_id, count(value) as figures, min(status)::varchar as weakest
        from observation
        where geography_id = 'pan-region' and industry = '_T'
        group by indicator_id
    ),
    by_publisher as (
        select indicator_id, geography_id
        from observation
        where list_contains($of_one::varchar[], derivation) and derivation <> 'same-area' and industry = '_T'
        union select indicator_id, source_geography_id from sum_rule
        union select indicator_id, source_geography_id from mean_rule
    ),
    published as (
        select indicator_id, list(distinct geography_id) as geographies from by_publisher group by indicator_id
    )
    select
        indicator_id,
        title,
        foundation,
        case
            when rolled.weakest = 'C' then 'suppressed'
            when rolled.weakest is not null then 'missing'
            when list_contains(geographies, 'nuts2-2016') and not list_has_any(geographies, $districts::varchar[])
                then 'regions'
            when list_has_any(geographies, $districts::varchar[]) then 'rates'
            else 'elsewhere'
        end as reason
    from indicator
    join published using (indicator_id)
    left join rolled using (indicator_id)
    where coalesce(figures, 0) = 0
    order by reason, foundation, title
"""


def pan_regions() -> pd.DataFrame:
    """Every indicator that can be rolled up, one row per indicator and partnership, by foundation and title:
    indicator_id, title, unit, decimals, polarity, foundation, additive, period, area_code, area_name, value, status,
    derivation, england, index (England = 100; missing for totals), share_of_england (%; missing for rates).

    The period is the latest one with England's figure and those of most partnerships. Sums and ratios of sums are over
    districts; a weighted mean of them has status E.
    """
    found = ask(_ROLLED_UP, england=ENGLAND)
    total = found["additive"]
    return found.assign(
        index=measures.index(found["value"], base=found["england"]).mask(total),
        share_of_england=measures.share(found["value"], total=found["england"]).where(total),
    )


def pan_region_members(*, period: str) -> pd.DataFrame:
    """The LEPs of every partnership: area_code, area_name, lep_code, lep_name, coverage (whole, part), districts (of
    2017), inside (how many of them are in the partnership), district_names (theirs, with ; between), population (of
    the whole LEP in `period`, missing where its districts have merged across its border), note.
    """
    return ask(_MEMBERS, period=period)


def districts_once(*, period: str) -> pd.DataFrame:
    """Every partnership by its districts of 2017, each counted once: area_code, area_name, districts, in_two_leps (in
    more than one of its LEPs), in_two_partnerships, population (in `period`).
    """
    return ask(_ONCE, period=period)


def left_out() -> pd.DataFrame:
    """The indicators without a figure of any partnership, and why: indicator_id, title, foundation, reason:
    `suppressed` or `missing` (in some district), `regions` (published for NUTS 2 regions, which cross the borders of
    partnerships), `rates` (published for districts, with nothing to weigh their rates by), `elsewhere` (published for
    other areas only).
    """
    vintages = ask("select list(geography_id) as vintages from geography where level = 'lad'")["vintages"][0]
    return ask(_LEFT_OUT, districts=bound_list(vintages), of_one=bound_list(OF_ONE))
