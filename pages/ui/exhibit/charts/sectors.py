"""A place's industries by specialisation and growth, as bubbles.

An industry is told apart by its code (`c`) and named by `n`; `q` is its location quotient, `g` its growth in % a year,
`v` its size and `t` its size in words.
"""

from __future__ import annotations

import json
import math
import textwrap
from dataclasses import dataclass

import pandas as pd

from pages.ui.exhibit.charts.base import Mark, Spec, across, drawn, table, upright
from pages.ui.exhibit.charts.labels import Box, Circle, Spot, placed
from pages.ui.exhibit.palette import Ink
from pages.ui.rows import each_row

PICK = "industry"
"""The name of the selection that a click on a bubble makes; it holds `c`."""
_HEIGHT, _LARGEST = 520, 1500
_INSIDE = 440
"""Pixels that the axes leave of the height."""
_LETTERS = 22
_MIDDLE = 430
"""A usual width of the drawing area."""
_TIMES = (0.1, 0.25, 0.5, 1, 2, 4, 8, 16, 32)
_NUMBERS = ("q", "g", "v")


@dataclass(frozen=True)
class _Room:
    """For how wide a drawing area names are laid out, how many, and which widths (a test in Vega) it serves."""

    width: int
    most: int
    test: str


_ROOMS = (
    _Room(600, 14, "width >= 600"),
    _Room(430, 11, "width >= 430 && width < 600"),
    _Room(270, 6, "width < 430"),
)


def bubbles(industries: pd.DataFrame, *, selected: str | None, growth: float | None, ink: Ink) -> Spec:
    """Location quotient (across, doubling) by growth (upwards), as large as the industry; most notable ones named.

    `industries` has industry, title, location_quotient, growth, value and label, most notable first; `growth` is that
    of England's whole economy in % a year. Those without a location quotient or growth are not drawn.
    """
    known = industries.dropna(subset=["location_quotient", "growth", "value"])
    known = known[known["location_quotient"] > 0]
    rows = [
        {"c": row.industry, "n": row.title, "q": round(row.location_quotient, 3), "g": round(row.growth, 2)}
        | {"v": round(row.value, 2), "t": row.label}
        for row in each_row(known)
    ]
    ends = _ends(rows, growth)
    group = {
        "data": table(rows, numbers=_NUMBERS),
        "encoding": {"x": _times_axis(ends), "y": _growth_axis(ends)},
        "layer": [_circles(selected, ink=ink)],
    }
    lines = [ends.line(growth or 0.0, side, width=_MIDDLE) for side in (True, False)]
    at_left = _emptier([ends.circle(row, width=_MIDDLE) for row in rows], *lines)
    named: Spec = {
        "ends": ends,
        "selected": selected,
        "line": None if growth is None else (growth, at_left),
        "ink": ink,
    }
    names = [layer for room in _ROOMS for layer in _names(rows, room, **named)]
    layers = [
        *_quarters(ink),
        *upright([Mark("England’s share", 1, ink.benchmark)]),
        *_england(growth, at_left=at_left, ink=ink),
        group,
        *names,
    ]
    pick = {"name": PICK, "select": {"type": "point", "fields": ["c"]}, "views": ["bubbles"]}
    return drawn(layers, ink=ink, height=_HEIGHT, params=[pick])


@dataclass(frozen=True)
class _Ends:
    """The ends of both scales, and the largest size."""

    left: float
    right: float
    low: float
    high: float
    largest: float

    def circle(self, row: Spec, *, width: float) -> Circle:
        """A row's circle on a drawing area as wide as this."""
        across_ = math.log(row["q"] / self.left) / math.log(self.right / self.left)
        radius = math.sqrt(_LARGEST * row["v"] / self.largest / math.pi)
        lines = tuple(textwrap.wrap(row["n"], _LETTERS))
        return Circle(across_ * width, self.down(row["g"]), radius, lines)

    def down(self, growth: float) -> float:
        """How far below the top a growth stands, in pixels."""
        return _INSIDE * (self.high - growth) / (self.high - self.low)

    def line(self, growth: float, at_left: bool, *, width: float) -> Box:
        """What the name of the line at a growth takes, at one of its ends."""
        left = 0 if at_left else width - 125
        return Box(left, self.down(growth) - 18, left + 125, self.down(growth) + 2)


def _ends(rows: list[Spec], growth: float | None) -> _Ends:
    times = [1.0, *(row["q"] for row in rows)]
    rates = [0.0, *([growth] if growth is not None else []), *(row["g"] for row in rows)]
    spare = 0.12 * (max(rates) - min(rates) or 1)
    largest = max([row["v"] for row in rows], default=1.0) or 1.0
    return _Ends(
        min(min(times) / 1.3, 0.5), max(max(times) * 1.8, 2.4), min(rates) - spare, max(rates) + 2 * spare, largest
    )


def _emptier(circles: list[Circle], left: Box, right: Box) -> bool:
    """Whether fewer circles lie in the left box than in the right one."""
    counts = [sum(box.meets(circle.square) for circle in circles) for box in (left, right)]
    return counts[0] <= counts[1]


def _england(growth: float | None, *, at_left: bool, ink: Ink) -> list[Spec]:
    """A line at the growth of England's economy, named at the end where fewer bubbles are."""
    if growth is None:
        return []
    right = {} if at_left else {"align": "right", "x": {"expr": "width"}, "dx": -4}
    return across([Mark(f"England {growth:+.1f}% a year", growth, ink.benchmark)], **right)


def _times_axis(ends: _Ends) -> Spec:
    ticks = [times for times in _TIMES if ends.left <= times <= ends.right]
    return {
        "field": "q",
        "type": "quantitative",
        "title": "Location quotient: times England’s share",
        "scale": {"type": "log", "base": 2, "domain": [ends.left, ends.right], "nice": False},
        "axis": {"values": ticks, "labelExpr": "datum.value + ' ×'", "grid": False},
    }


def _growth_axis(ends: _Ends) -> Spec:
    return {
        "field": "g",
        "type": "quantitative",
        "title": "Growth, % a year",
        "scale": {"domain": [ends.low, ends.high], "nice": False, "zero": False},
        "axis": {"tickCount": 6, "grid": True},
    }


def _circles(selected: str | None, *, ink: Ink) -> Spec:
    chosen = f"datum.c === {json.dumps(selected)}"
    shades = [{"test": "datum.q >= 1", "value": ink.accent}]
    fields = {"n": "Industry", "t": "Size", "q": "Times England’s share", "g": "Growth, % a year"}
    return {
        "name": "bubbles",
        "mark": {"type": "circle", "opacity": 0.75, "cursor": "pointer"},
        "encoding": {
            "size": {"field": "v", "type": "quantitative", "legend": None, "scale": {"range": [12, _LARGEST]}},
            "color": {"condition": shades, "value": ink.line},
            "stroke": {"condition": [{"test": chosen, "value": ink.text}], "value": ink.paper},
            "strokeWidth": {"condition": [{"test": chosen, "value": 3}], "value": 1},
            "tooltip": [{"field": field, "title": title} for field, title in fields.items()],
        },
    }


def _names(
    rows: list[Spec], room: _Room, *, ends: _Ends, selected: str | None, line: tuple[float, bool] | None, ink: Ink
) -> list[Spec]:
    """The names that find room beside their bubbles, the selected industry's first of all."""
    order = sorted(rows, key=lambda row: row["c"] != selected)
    circles = [ends.circle(row, width=room.width) for row in order]
    taken = [
        *(_corner(room.width, right) for right in (True, False)),
        *([] if line is None else [ends.line(*line, width=room.width)]),
    ]
    spots = placed(circles[: room.most], among=circles, width=room.width, height=_INSIDE, taken=taken)
    named = [
        {"n": "|".join(circle.lines), "q": row["q"], "g": row["g"], "dx": round(spot.dx), "dy": round(spot.dy)}
        | {"a": spot.align}
        for row, circle, spot in zip(order, circles, spots, strict=False)
        if isinstance(spot, Spot)
    ]
    text = {"type": "text", "lineBreak": "|", "fontSize": 11, "lineHeight": 13, "color": ink.text, "baseline": "middle"}
    moved = {"dx": {"expr": "datum.dx"}, "dy": {"expr": "datum.dy"}, "align": {"expr": "datum.a"}}
    layer = {
        "data": table(named, numbers=("q", "g", "dx", "dy")),
        "transform": [{"filter": room.test}],
        "mark": {**text, **moved, "tooltip": None},
        "encoding": {
            "x": {"field": "q", "type": "quantitative"},
            "y": {"field": "g", "type": "quantitative"},
            "text": {"field": "n"},
        },
    }
    return [layer] if named else []


_CORNERS = {
    (False, True): "Small here,|growing faster",
    (True, True): "Specialised,|growing faster",
    (False, False): "Small here,|growing more slowly",
    (True, False): "Specialised,|growing more slowly",
}
"""What the quarters of the chart mean, by (right, upper)."""


def _quarters(ink: Ink) -> list[Spec]:
    """The names of the four quarters: the upper ones over the drawing area, the lower ones in its corners."""
    return [
        {
            "data": {"values": [{}]},
            "mark": {
                "type": "text",
                "text": words.split("|"),
                "color": ink.line,
                "fontStyle": "italic",
                "fontSize": 11,
                "lineHeight": 13,
                "align": "right" if right else "left",
                "baseline": "bottom",
                "dx": -4 if right else 4,
                "dy": -32 if upper else -20,
            },
            "encoding": {
                "x": {"value": "width" if right else 0},
                "y": {"value": 0 if upper else "height"},
            },
        }
        for (right, upper), words in _CORNERS.items()
    ]


def _corner(width: float, right: bool) -> Box:
    """What the name of a lower quarter takes."""
    left = width - 125 if right else 0
    return Box(left, _INSIDE - 34, left + 125, _INSIDE)
