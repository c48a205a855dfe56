"""The figures of a place’s districts, and how its boundary differs in other years."""

from __future__ import annotations

import pandas as pd

from lis_data.queries.ask import ask
from lis_data.queries.latest import ENOUGH

SPREAD = ("gva_per_hour", "gdhi_per_head", "employment_rate", "nvq4_plus_pct", "deprived_neighbourhoods_pct")
"""What is published for nearly all districts and differs much within places."""
_DISTRICTS = f"""
    with
    wanted as (
        select unnest($indicators::varchar[]) as indicator_id, unnest(range(len($indicators::varchar[]))) as sort
    ),
    counted as (
        select indicator_id, geography_id, period, count(value) as figures
        from observation
        semi join wanted using (indicator_id)
        where geography_id like 'lad-%' and industry = '_T'
        group by all
    ),
    enough as (
        select * from counted
        qualify figures >= {ENOUGH} * max(figures) over (partition by indicator_id)
    ),
    latest as (
        select indicator_id, max_by(geography_id, (period, geography_id)) as geography_id, max(period) as period
        from enough
        group by indicator_id
    ),
    compared as (
        select indicator_id, period, area_code, geography_id, value
        from observation
        semi join latest using (indicator_id, period)
        where industry = '_T' and value is not null
    )
    select
        indicator_id, indicator.title, indicator.unit, indicator.decimals, indicator.polarity,
        latest.period,
        latest.geography_id as district_geography_id,
        district.area_code as district_code,
        district.name as district_name,
        membership.coverage,
        figure.value, figure.lower, figure.upper, figure.status::varchar as status,
        england.value as england,
        place.value as place
    from wanted
    join indicator using (indicator_id)
    join latest using (indicator_id)
    join membership
        on membership.geography_id = $geography and membership.area_code = $area
        and member_geography_id = latest.geography_id
    join area as district on district.geography_id = member_geography_id and district.area_code = member_code
    join observation as figure
        on figure.indicator_id = wanted.indicator_id and figure.geography_id = latest.geography_id
        and figure.area_code = member_code and figure.period = latest.period and figure.industry = '_T'
    left join compared as england
        on england.indicator_id = wanted.indicator_id and england.geography_id = 'country'
        and england.area_code = 'E92000001'
    left join compared as place
        on place.indicator_id = wanted.indicator_id and place.geography_id = $geography
        and place.area_code = $area
    where figure.value is not null
    order by sort, figure.value, district_name
"""

_COUNTERPARTS = """
    with
    other as (
        select theirs.geography_id, theirs.vintage, theirs.title
        from geography as one
        join geography as theirs on theirs.level = one.level and theirs.geography_id <> one.geography_id
        where one.geography_id = $geography
    ),
    made_of as (
        select geography_id, area_code, list(member_code) as districts
        from membership
        where member_geography_id = 'lad-2017'
        group by geography_id, area_code
    ),
    asked as (
        select districts from made_of where geography_id = $geography and area_code = $area
    ),
    nearest as (
        select
            made_of.geography_id, made_of.area_code, made_of.districts, asked.districts as own,
            len(list_intersect(made_of.districts, asked.districts)) as shared
        from made_of
        semi join other using (geography_id)
        cross join asked
        where shared > 0
        qualify row_number() over (
            partition by geography_id
            order by shared / len(list_distinct(list_concat(made_of.districts, own))) desc, area_code
        ) = 1
    ),
    named as (
        select area_code as code, name from area where geography_id = 'lad-2017'
    )
    select
        geography_id, other.title, nearest.area_code, area.name,
        coalesce((
            select string_agg(name, '; ' order by name) from named
            where list_contains(nearest.districts, code) and not list_contains(own, code)
        ), '') as gained,
        coalesce((
            select string_agg(name, '; ' order by name) from named
            where list_contains(own, code) and not list_contains(nearest.districts, code)
        ), '') as lost
    from nearest
    join other using (geography_id)
    join area using (geography_id, area_code)
    order by vintage
"""


def district_spread(geography_id: str, area_code: str) -> pd.DataFrame:
    """Figures of an area's districts, one row per indicator of SPREAD and district, in that order, lowest first:
    indicator_id, title, unit, decimals, polarity, period, district_geography_id, district_code, district_name,
    coverage (`part` where only a part of the district lies inside), value, lower, upper, status; england; place (the
    area's own figure of that period).

    Of the district vintages the newest with the latest period that nine in ten districts have; districts without a
    figure are left out.
    """
    return ask(_DISTRICTS, indicators=f"[{','.join(SPREAD)}]", geography=geography_id, area=area_code)


def boundaries(geography_id: str, area_code: str) -> pd.DataFrame:
    """The area's nearest counterpart among the areas of the same level in other years, one row per year, oldest first:
    geography_id, title, area_code, name, gained and lost (names of districts of 2017, with ; between them; both empty
    where the districts are the same).
    """
    return ask(_COUNTERPARTS, geography=geography_id, area=area_code)


def split_districts(geography_id: str, area_code: str) -> pd.DataFrame:
    """Districts of 2023 that lie only partly in an area, by name: district_code, district_name, weight (the share
    inside, 0 to 1), note (which part).
    """
    return ask(
        """
        select member_code as district_code, district.name as district_name, membership.weight, membership.note
        from membership
        join area as district on district.geography_id = member_geography_id and district.area_code = member_code
        where membership.geography_id = $geography and membership.area_code = $area
            and member_geography_id = 'lad-2023' and coverage = 'part'
        order by district_name
        """,
        geography=geography_id,
        area=area_code,
    )
