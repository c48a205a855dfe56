"""The light shapes of a small picture keep what they stand for."""

import itertools
import json
import re

import pytest
import shapely

from geo.boundaries import read
from geo.sketch import sketch, svg_paths


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


def test_a_path_is_the_same_shape_and_light() -> None:
    # Greater Manchester is one piece of 1,276 km² (ONS, Standard Area Measurements); Manchester's town hall stands at
    # SJ 839 980 on the British grid, 384 km east and 398 km north: 16 km east and 65 km north of the centre
    paths = svg_paths("lep-2017", centre=(368, 333))
    numbers = [int(number) for number in re.findall(r"-?\d+", paths["E37000015"])]
    east, north = (itertools.accumulate(numbers[first::2]) for first in (0, 1))
    shape = shapely.Polygon(list(zip(east, north, strict=True)))
    assert shape.area == pytest.approx(1276, rel=0.05)
    assert shape.contains(shapely.Point(16, -65))
    assert sum(map(len, paths.values())) < 9_000
