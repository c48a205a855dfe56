"""The light shapes of a small picture keep what they stand for."""

import json

import pytest
import shapely

from geo.boundaries import read
from geo.sketch import sketch


def test_every_area_is_drawn_in_the_order_of_its_code() -> None:
    codes = [feature["properties"]["area_code"] for feature in sketch("lep-2017")]
    assert codes == read("lep-2017")["area_code"].to_list()


def test_the_leps_weigh_less_than_thirty_kilobytes() -> None:
    assert len(json.dumps(sketch("lep-2017"), separators=(",", ":"))) < 30_000


@pytest.mark.parametrize(
    ("code", "square_km"),
    [("E37000015", 1276), ("E37000027", 2605), ("E37000007", 6768)],  # ONS, Standard Area Measurements
)
def test_an_area_keeps_its_size(code: str, square_km: float) -> None:
    shape = next(feature for feature in sketch("lep-2017") if feature["properties"]["area_code"] == code)
    assert shapely.area(shapely.from_geojson(json.dumps(shape["geometry"]))) == pytest.approx(square_km, rel=0.05)
