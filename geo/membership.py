"""Who belongs to whom: the districts of every area, in every district vintage.

LEPs overlap, so a district may be a member of two areas of one geography: never add up a geography's areas
to get England. The committed table knows the districts of 2017; later vintages follow from changes of code.
"""

from functools import cache

import pandas as pd

from geo.areas import DISTRICTS
from geo.tables import table

_KEY = ["geography_id", "area_code", "member_geography_id", "member_code"]
_COLUMNS = [*_KEY, "coverage", "weight", "note"]


def membership() -> pd.DataFrame:
    """One row per member of an area: geography_id, area_code, member_geography_id, member_code, coverage,
    weight, note.

    Members are districts of each vintage, and for strategy areas and partnerships also the LEPs of 2017.
    `coverage` is `whole` or `part`; `weight` is the share of the member inside the area by count of 2011
    small areas (LSOAs, about 1,500 residents each; not of residents themselves): 1.0 for whole, NaN for a part whose
    split is not known.
    """
    return _membership().copy()


def nuts2_lep_weights() -> pd.DataFrame:
    """One row per NUTS 2 region and LEP of 2017 that overlap.

    Columns: nuts2_code, lep_code, lsoas, nuts2_in_lep, lep_in_nuts2, exact_union (bool). Use `lep_in_nuts2` (sums to 1
    over a LEP) to average rates and `nuts2_in_lep` to split counts. Where `exact_union` is true the LEP is made of
    complete regions and nothing is modelled. Shares count small areas of 2011, so they follow residents, not jobs or
    money.
    """
    rows = table("nuts2_lep_weights")
    shares = rows[["nuts2_in_lep", "lep_in_nuts2"]].astype(float)
    return rows.assign(lsoas=rows["lsoas"].astype(int), exact_union=rows["exact_union"] == "true", **shares)


@cache
def _membership() -> pd.DataFrame:
    known = table("membership").assign(weight=lambda rows: pd.to_numeric(rows["weight"]))
    districts = known.query("member_geography_id == 'lad-2017'")
    later = [_in_vintage(districts, vintage) for vintage in DISTRICTS if vintage != "lad-2017"]
    return pd.concat([known, *later])[_COLUMNS].sort_values(_KEY, ignore_index=True)


def _in_vintage(members: pd.DataFrame, vintage: str) -> pd.DataFrame:
    """Members in 2017 districts as members in the districts of a later vintage, which are unions of them."""
    districts = table("districts").astype({"lsoas": int})
    joined = members.merge(districts, left_on="member_code", right_on="lad-2017")
    joined["inside"] = joined["weight"] * joined["lsoas"]
    key = ["geography_id", "area_code", vintage]
    grouped = joined.groupby(key, sort=False)
    sums, notes = grouped["inside"].sum(skipna=False), grouped["note"].max()
    found = pd.DataFrame({"inside": sums, "note": notes}).reset_index()
    total = districts.groupby(vintage)["lsoas"].sum()
    found["weight"] = found["inside"] / found[vintage].map(total)
    found["coverage"] = (found["weight"] == 1).map({True: "whole", False: "part"})
    merged_part = (found["weight"] < 1) & (found["note"] == "")
    merged = joined[joined[vintage].isin(found.loc[merged_part, vintage])]
    names = found.join(merged.sort_values("name").groupby(key)["name"].agg(", ".join), on=key)["name"]
    found.loc[merged_part, "note"] = "Only what was " + names + " until it was merged."
    return found.assign(member_geography_id=vintage).rename(columns={vintage: "member_code"})
