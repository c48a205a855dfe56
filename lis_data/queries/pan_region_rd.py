"""Business R&D of partnerships over many LEPs, as near as published figures come: of the regions wholly inside."""

from __future__ import annotations

import pandas as pd

from lis_data import measures
from lis_data.queries.ask import ask
from lis_data.queries.modelled_rd import business_series

RD_YEAR = "2024"
"""The last year of business R&D by NUTS 2 region."""

_NESTED = """
    with
    pan as (
        select area_code, member_code
        from membership
        where geography_id = 'pan-region' and member_geography_id = 'lad-2017'
    ),
    region as (
        select area_code as region_code, member_code
        from membership
        where geography_id = 'nuts2-2016' and member_geography_id = 'lad-2017'
    ),
    inside as (
        select pan.area_code, region_code
        from region
        join pan using (member_code)
        group by pan.area_code, region_code
        having count(*) = (select count(*) from region as every where every.region_code = region.region_code)
    ),
    figure as (
        select
            area_code as region_code,
            max(value) filter (indicator_id = $amount) as business_rd,
            100 * max(value) filter (indicator_id = $amount) / max(value) filter (indicator_id = $share) as gdp
        from observation
        where geography_id = 'nuts2-2016' and industry = '_T' and period = $period
            and indicator_id in ($share, $amount)
        group by area_code
    ),
    covered as (
        select inside.area_code, count(*) as districts
        from inside join region using (region_code)
        group by inside.area_code
    ),
    summed as (
        select
            inside.area_code,
            count(*) as regions,
            string_agg(area.name, '; ' order by area.name) as region_names,
            case when count(business_rd) = count(*) then sum(business_rd) end as business_rd,
            case when count(gdp) = count(*) then sum(gdp) end as gdp
        from inside
        join area on area.geography_id = 'nuts2-2016' and area.area_code = region_code
        left join figure using (region_code)
        group by inside.area_code
    )
    select
        area.area_code,
        area.name as area_name,
        coalesce(regions, 0) as regions,
        coalesce(region_names, '') as region_names,
        coalesce(covered.districts, 0) as districts,
        (select count(*) from pan where pan.area_code = area.area_code) as of_districts,
        business_rd,
        gdp
    from area
    left join summed using (area_code)
    left join covered using (area_code)
    where geography_id = 'pan-region'
    order by area.area_code
"""


def nested_rd(*, period: str = RD_YEAR) -> pd.DataFrame:
    """Business R&D of the NUTS 2 regions that lie wholly inside each partnership: area_code, area_name, regions (how
    many), region_names, districts (of 2017 in them), of_districts (in the partnership), business_rd, gdp (£ million),
    intensity (% of GDP). R&D is not published for districts, so the rest of a partnership cannot be counted.
    """
    share, amount = business_series(period)
    found = ask(_NESTED, period=period, share=share, amount=amount)
    return found.assign(intensity=measures.share(found["business_rd"], total=found["gdp"]))
