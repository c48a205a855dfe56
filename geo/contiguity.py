"""Which areas are neighbours: they share a stretch of border on land, or overlap."""

import pandas as pd

from geo.areas import DISTRICTS, GEOGRAPHIES, UnknownGeographyError, districts_between
from geo.membership import membership
from geo.tables import table


def contiguity(geography_id: str) -> pd.DataFrame:
    """One row per pair of neighbours, each way: area_code, neighbour_code; sorted.

    Districts of 2017 are neighbours when they share a stretch of border (rook contiguity, found by libpysal
    in the drawn shapes); any other areas are when a district of one is in, or is a neighbour of a district
    of, the other. Water parts: Wirral and Liverpool are no neighbours. Raises UnknownGeographyError.
    """
    inside = _districts_inside(geography_id)
    pairs = pd.concat([table("contiguity"), _with_itself(inside)])
    found = pairs.merge(inside.add_suffix("_from"), left_on="area_code", right_on="district_from")
    found = found.merge(inside.add_suffix("_to"), left_on="neighbour_code", right_on="district_to")
    found = found[["area_from", "area_to"]].set_axis(["area_code", "neighbour_code"], axis=1)
    return (
        found.query("area_code != neighbour_code")
        .drop_duplicates()
        .sort_values(["area_code", "neighbour_code"], ignore_index=True)
    )


def islands(geography_id: str) -> list[str]:
    """The codes of areas without any neighbour, such as the Isle of Wight. Raises UnknownGeographyError."""
    return sorted(set(_districts_inside(geography_id)["area"]) - set(contiguity(geography_id)["area_code"]))


def _districts_inside(geography_id: str) -> pd.DataFrame:
    """Areas with their districts of 2017: area, district."""
    if geography_id not in GEOGRAPHIES:
        raise UnknownGeographyError(geography_id)
    if geography_id in DISTRICTS:
        return districts_between("lad-2017", geography_id).set_axis(["district", "area"], axis=1)
    rows = membership().query(
        "geography_id == @geography_id and member_geography_id == 'lad-2017' and coverage == 'whole'"
    )
    return rows[["member_code", "area_code"]].set_axis(["district", "area"], axis=1)


def _with_itself(inside: pd.DataFrame) -> pd.DataFrame:
    """Pairs of each district with itself, so that areas that share one are found."""
    codes = inside["district"].drop_duplicates()
    return pd.DataFrame({"area_code": codes, "neighbour_code": codes})
