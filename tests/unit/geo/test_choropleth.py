"""Colouring the nine regions by small made-up numbers."""

import json

import pandas as pd
import pytest

from geo.choropleth import choropleth
from geo.palette import diverging, sequential

# North East, North West, Yorkshire and The Humber, … in the order of their codes
VALUES = pd.Series({f"E1200000{n}": float(n) for n in range(1, 10)})


def test_one_character_for_each_feature_in_order() -> None:
    drawn = choropleth(VALUES, geography_id="region", scheme="by-hand", bins=[3, 6, 9])
    assert drawn["classes"] == "000111222"


def test_areas_without_a_value_are_a_dash_and_counted() -> None:
    drawn = choropleth(VALUES.drop("E12000002"), geography_id="region", scheme="by-hand", bins=[3, 6, 9])
    assert drawn["classes"] == "0-0111222"
    assert (drawn["n_with_data"], drawn["n_areas"]) == (8, 9)


def test_missing_is_not_zero() -> None:
    values = VALUES.replace(2.0, float("nan")).replace(1.0, 0.0)
    drawn = choropleth(values, geography_id="region", scheme="by-hand", bins=[0, 9])
    assert drawn["classes"] == "0-1111111"


def test_legend_names_bounds_and_counts() -> None:
    drawn = choropleth(VALUES, geography_id="region", scheme="by-hand", bins=[3, 9])
    assert drawn["legend"] == [{"count": 3, "label": "1 to 3"}, {"count": 6, "label": "over 3 to 9"}]
    assert drawn["palette"] == ["#D6E6F4", "#12436D"]


def test_other_codes_are_left_out() -> None:
    values = pd.concat([VALUES, pd.Series({"K02000001": 1000.0})])
    drawn = choropleth(values, geography_id="region", scheme="equal-interval", k=2)
    assert [row["label"] for row in drawn["legend"]] == ["1 to 5", "over 5 to 9"]


def test_colours_turn_at_the_benchmark() -> None:
    drawn = choropleth(VALUES, geography_id="region", scheme="diverging", k=4, benchmark=5)
    assert drawn["palette"] == ["#801650", "#FBDCCB", "#D6E6F4", "#12436D"]
    assert [row["label"] for row in drawn["legend"]][1] == "over 3.0 to 5.0"


def test_nothing_to_colour() -> None:
    drawn = choropleth(pd.Series(dtype=float), geography_id="region")
    assert (drawn["classes"], drawn["legend"], drawn["n_with_data"]) == ("---------", [], 0)
    assert drawn["message"] == "No area has a value."


def test_plain_data_that_can_be_sent() -> None:
    drawn = choropleth(VALUES, geography_id="region", k=9)
    assert json.loads(json.dumps(drawn)) == drawn


@pytest.mark.parametrize("k", range(1, 10))
def test_sequential_colours_go_from_light_to_dark(k: int) -> None:
    brightness = [sum(bytes.fromhex(colour[1:])) for colour in sequential(k)]
    assert len(brightness) == k
    assert brightness == sorted(set(brightness), reverse=True)


def test_diverging_colours_are_lightest_at_the_benchmark() -> None:
    assert diverging(below=2, above=3) == ["#801650", "#FBDCCB", "#D6E6F4", "#4690D1", "#12436D"]
    assert diverging(below=0, above=2) == sequential(2)
