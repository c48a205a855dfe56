"""Which areas are neighbours: they share a stretch of border on land, or overlap."""

import pandas as pd

from geo.areas import DISTRICTS, GEOGRAPHIES, UnknownGeographyError, districts_between
from geo.membership import membership
from geo.tables import table


def contiguity(geography_id: str) -> pd.DataFrame:
    """One row per pair of neighbours, each way: area_code, neighbour_code; sorted.

    Districts of 2017, and the pieces of those that are divided between LEPs, are neighbours when they share a
    stretch of border (rook contiguity, found by libpysal in the drawn shapes); any areas are when a piece of one
    is in, or is a neighbour of a piece of, the other. Water parts: Wirral and Liverpool are no neighbours. Raises
    UnknownGeographyError.
    """
    inside = _inside(geography_id)
    pairs = pd.concat([table("contiguity"), _with_itself(inside)])
    found = pairs.merge(inside.add_suffix("_from"), left_on="area_code", right_on="piece_from")
    found = found.merge(inside.add_suffix("_to"), left_on="neighbour_code", right_on="piece_to")
    found = found[["area_from", "area_to"]].set_axis(["area_code", "neighbour_code"], axis=1)
    return (
        found.query("area_code != neighbour_code")
        .drop_duplicates()
        .sort_values(["area_code", "neighbour_code"], ignore_index=True)
    )


def piece(district: pd.Series, area: pd.Series) -> pd.Series:
    """The code of the part of a divided district that lies in an area."""
    return district + ":" + area


def pieces_inside(members: pd.DataFrame, codes: pd.Index) -> pd.DataFrame:
    """The members of areas, districts of 2017, with the `piece` codes that make each.

    An undivided district has all of its pieces, a divided one those of the part. Raises ValueError for a part without a
    piece.
    """
    pieces = pd.DataFrame({"piece": codes, "member_code": codes.str.split(":").str[0]})
    rows = members.merge(pieces, on="member_code")
    part = rows["coverage"] == "part"
    found = rows[~part | (rows["piece"] == piece(rows["member_code"], rows["area_code"]))]
    if (found["coverage"] == "part").sum() != (members["coverage"] == "part").sum():
        raise ValueError("a district is divided where no piece of it ends")
    return found


def _inside(geography_id: str) -> pd.DataFrame:
    """Areas with their pieces of districts of 2017: area, piece."""
    if geography_id not in GEOGRAPHIES:
        raise UnknownGeographyError(geography_id)
    if geography_id in DISTRICTS:
        pairs = districts_between("lad-2017", geography_id).set_axis(["member_code", "area_code"], axis=1)
        members = pairs.assign(coverage="whole")
    else:
        members = membership().query("geography_id == @geography_id and member_geography_id == 'lad-2017'")
    rows = pieces_inside(members, _pieces())
    return rows[["piece", "area_code"]].set_axis(["piece", "area"], axis=1)


def _pieces() -> pd.Index:
    """Districts of 2017 by code, of divided ones their pieces."""
    parts = table("contiguity").query("area_code.str.contains(':')")["area_code"]
    districts = table("districts")["lad-2017"]
    return pd.Index([*districts[~districts.isin(parts.str.split(":").str[0])], *parts.unique()])


def _with_itself(inside: pd.DataFrame) -> pd.DataFrame:
    """Pairs of each piece with itself, so that areas that share one are found."""
    codes = inside["piece"].drop_duplicates()
    return pd.DataFrame({"area_code": codes, "neighbour_code": codes})
