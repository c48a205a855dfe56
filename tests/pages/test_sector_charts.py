"""The charts of sectors: names keep clear of each other, and nothing is drawn that has no figure."""

from __future__ import annotations

import itertools

import pandas as pd
import pytest

from pages.ui.exhibit.charts import cells, sectors, strips
from pages.ui.exhibit.charts.base import Spec
from pages.ui.exhibit.charts.labels import Circle, placed
from pages.ui.exhibit.palette import DARK, LIGHT


def circle(x: float, y: float, name: str = "Retail") -> Circle:
    return Circle(x, y, 5, (name,))


def industries(**columns: list[float | None]) -> pd.DataFrame:
    rows = pd.DataFrame({"industry": ["C", "F"], "title": ["Manufacturing", "Construction"], "label": ["£1m", "£2m"]})
    figures = pd.DataFrame({"value": [10.0, 20.0], "location_quotient": [2.0, 0.5], "growth": [1.0, 3.0]} | columns)
    return rows.join(figures)


def values(spec: Spec) -> list[str]:
    """The rows inside every layer that holds more than a mark."""
    layers = [layer for layer in spec["layer"] if "format" in layer.get("data", {})]
    return [row for layer in layers for row in layer["data"]["values"].splitlines()[1:]]


def test_a_name_stands_at_the_right_of_its_circle_where_there_is_room() -> None:
    (spot,) = placed([circle(50, 50)], among=[circle(50, 50)], width=400, height=400)
    assert spot is not None
    assert spot.align == "left"


def test_a_name_at_the_right_edge_stays_on_the_page() -> None:
    (spot,) = placed([circle(395, 50)], among=[circle(395, 50)], width=400, height=400)
    assert spot is not None
    assert spot.align == "right"


def test_a_crowd_leaves_some_without_a_name() -> None:
    crowd = [circle(200 + x, 200 + y) for x, y in itertools.product(range(0, 40, 8), repeat=2)]
    spots = placed(crowd, among=crowd, width=400, height=400)
    assert 0 < sum(spot is not None for spot in spots) < len(crowd)


def test_industries_without_a_quotient_or_growth_are_not_drawn() -> None:
    spec = sectors.bubbles(industries(growth=[None, 3.0]), selected=None, growth=2.0, ink=LIGHT)
    assert not any("Manufacturing" in row for row in values(spec))


def test_bubbles_say_what_a_click_chooses() -> None:
    spec = sectors.bubbles(industries(), selected="C", growth=None, ink=LIGHT)
    assert [param["name"] for param in spec["params"]] == [sectors.PICK]


@pytest.mark.parametrize("ink", [LIGHT, DARK])
def test_a_cell_without_a_figure_is_bare(ink: sectors.Ink) -> None:
    grid = pd.DataFrame({"row": ["C"] * 2, "title": ["Manufacturing"] * 2, "column": ["Dorset", "Kent"]})
    grid = grid.assign(value=[1.5, float("nan")], text=["1.50", "–"])
    spec = cells.heatmap(grid, columns=["Dorset", "Kent"], ink=ink)
    assert values(spec) == ["C,Manufacturing,Dorset,1.5,1.50", "C,Manufacturing,Kent,,–"]


def test_quotients_of_all_places_travel_as_one_text() -> None:
    row = {"industry": "C", "title": "Manufacturing", "quotients": [3.0, 0.5], "codes": ["E1", "E2"]}
    spec = strips.leaders(
        pd.DataFrame([{**row, "leader": "Dorset", "largest": 3.0}]), names={"E1": "Dorset", "E2": "Kent"}, ink=LIGHT
    )
    assert values(spec) == ["C,Manufacturing,3.00;0.50,E1;E2,Dorset 3.0 ×,3.0"]
