"""Where LEPs lie, in kilometres of the British grid: for lines between them on a small map."""

from __future__ import annotations

from typing import Any

import pandas as pd
from shapely.geometry import shape

from geo import sketch as sketches
from pages.ui.exhibit.charts.small_maps import CENTRE
from pages.ui.state.cache import answer, cached
from pages.ui.views.collaboration.choice import WHERE, Choice
from pages.ui.views.collaboration.pairs import MOST_DRAWN, ranked


@cached
def lines(choice: Choice) -> pd.DataFrame:
    """The first pairs as lines: rank, pair, kinds, x, y (of the place, where one is chosen), x2, y2, in kilometres east
    and south of CENTRE.
    """
    rows = ranked(choice).head(MOST_DRAWN)
    at = _middles()
    starts, ends = (pd.DataFrame([at[code] for code in rows[side]], columns=["x", "y"]) for side in _SIDES)
    named = rows[["rank", "pair", "kinds"]].reset_index(drop=True)
    return named.join(starts).join(ends.add_suffix("2"))


_SIDES = ("area_code", "other_code")


@cached
def _middles() -> dict[str, tuple[int, int]]:
    """A point inside each LEP, by code."""
    return {feature["properties"]["area_code"]: _inside(feature) for feature in answer(sketches.sketch, WHERE)}


def _inside(feature: dict[str, Any]) -> tuple[int, int]:
    point = shape(feature["geometry"]).representative_point()
    return round(point.x) - CENTRE[0], CENTRE[1] - round(point.y)
