"""The overview's two pictures say what their data say."""

from __future__ import annotations

import json

import pandas as pd
import vl_convert

from pages.ui.exhibit.charts.base import Spec
from pages.ui.exhibit.charts.overview import Shares, Wave, over_time, waves_map
from pages.ui.exhibit.palette import LIGHT

SQUARE = [[[[0, 0], [10, 0], [10, 10], [0, 10], [0, 0]]]]
FEATURES = [
    {"type": "Feature", "properties": {"area_code": code}, "geometry": {"type": "MultiPolygon", "coordinates": SQUARE}}
    for code in ("A", "B")
]
AREAS = pd.DataFrame({"area_code": ["A", "B"], "name": ["Alpha", "Beta"], "wave": ["1", "2"]})
WAVES = {
    "1": Wave("#ff0000", ("Wave 1: 1 LEP", "November 2017"), (0, 5), (5, 5), "right"),
    "2": Wave("#0000ff", ("Wave 2: 1 LEP", "July 2018"), (20, 5), (5, 5), "left"),
}


def svg(spec: Spec) -> str:
    return str(vl_convert.vegalite_to_svg(json.dumps({"width": 300, **spec})))


def test_the_earlier_wave_lies_on_top() -> None:
    drawn = svg(waves_map(FEATURES, AREAS, WAVES, ink=LIGHT))
    assert 0 < drawn.index("#0000ff") < drawn.index("#ff0000")


def test_the_waves_are_named_on_the_map() -> None:
    drawn = svg(waves_map(FEATURES, AREAS, WAVES, ink=LIGHT))
    assert all(line in drawn for wave in WAVES.values() for line in wave.lines)


def test_a_line_breaks_where_a_year_is_missing() -> None:
    shares = Shares("Business R&D", {2012: 1.0, 2014: 1.1, 2015: 1.2}, 1.65, "Target", "#123456")
    rows = over_time([shares], until=2027, ink=LIGHT)["layer"][0]["data"]["values"]
    assert rows == "t,v\n2012,1.0\n2013,\n2014,1.1\n2015,1.2\n"


def test_a_target_reaches_to_the_year_of_the_target() -> None:
    shares = Shares("Business R&D", {2012: 1.0}, 1.65, "Target: 1.65%", "#123456")
    assert "Target: 1.65%" in svg(over_time([shares], until=2027, ink=LIGHT))
