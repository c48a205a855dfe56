"""How areas of different geographies share ground."""

from __future__ import annotations

import pandas as pd

from lis_data.queries.ask import ask


def overlaps(geography_id: str, area_code: str, *, other_geography_id: str) -> pd.DataFrame:
    """The areas of another geography that share districts with this one: area_code, name, share_of_other (of the
    other's districts by number that lie in this area), share_of_area; largest first.
    """
    return ask(
        """
        with own as (
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
            count(own.member_code) / count(*) as share_of_other,
            count(own.member_code) / (select count(*) from own) as share_of_area
        from theirs
        left join own using (member_code)
        join area on area.geography_id = $other and area.area_code = theirs.area_code
        group by theirs.area_code, area.name
        having count(own.member_code) > 0
        order by share_of_area desc, share_of_other desc, name
        """,
        geography=geography_id,
        area=area_code,
        other=other_geography_id,
    )
