"""Two indicators of the same areas against each other: a dot an area, the line of least squares, names where asked."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from pages.ui.exhibit.charts.base import Spec, axis_of, drawn, table
from pages.ui.exhibit.charts.labels import Circle, placed
from pages.ui.exhibit.palette import Ink
from pages.ui.rows import each_row

HEIGHT, _WIDTH, _INSIDE = 440, 400, 385
"""Of the chart, and of a drawing area between a desk's and a phone's for which names are placed, in pixels."""
_DOT = 45
_SPARE = 0.06
"""Room around the dots, as a part of their spread."""


def scatter(pairs: pd.DataFrame, *, named: Sequence[str], selected: str, titles: tuple[str, str], ink: Ink) -> Spec:
    """Areas by their first figure (across) and second (up); those whose codes are `named` have their names, if they
    find room, and the `selected` one stands out.

    `pairs` has area_code, area_name, first_value, second_value, off_line, first_text and second_text (in words);
    `titles` are of the axes.
    """
    rows = [
        {"c": row.area_code, "n": row.area_name, "x": round(row.first_value, 4), "y": round(row.second_value, 4)}
        | {"l": round(row.second_value - row.off_line, 4), "a": row.first_text, "b": row.second_text}
        for row in each_row(pairs)
    ]
    ends = {channel: _ends([row[channel] for row in rows]) for channel in ("x", "y")}
    axes = {channel: _axis(channel, title, ends[channel]) for channel, title in zip(ends, titles, strict=True)}
    chosen = f"datum.c === '{selected}'"
    fields = (("n", "Place"), ("a", titles[0]), ("b", titles[1]))
    dots = {
        "mark": {"type": "circle", "opacity": 0.9, "strokeWidth": 1},
        "encoding": {
            "y": axes["y"],
            "size": {"condition": {"test": chosen, "value": 160}, "value": _DOT},
            "color": {"condition": {"test": chosen, "value": ink.accent}, "value": ink.soft},
            "stroke": {"value": ink.paper},
            "tooltip": [{"field": field, "type": "nominal", "title": title} for field, title in fields],
        },
    }
    line = {
        "mark": {"type": "line", "strokeDash": [4, 3], "color": ink.line, "strokeWidth": 1.3},
        "encoding": {"y": {**axes["y"], "field": "l"}},
    }
    inner = {"data": table(rows, numbers=("x", "y", "l")), "encoding": {"x": axes["x"]}}
    names = _names(rows, named, ends, selected=selected, ink=ink)
    return drawn([{**inner, "layer": [line, dots]}, *names], ink=ink, height=HEIGHT)


def _ends(values: list[float]) -> tuple[float, float]:
    spare = _SPARE * (max(values) - min(values) or 1)
    return min(values) - spare, max(values) + spare


def _axis(field: str, title: str, ends: tuple[float, float]) -> Spec:
    axis = axis_of(field, ticks=5, grid=False)
    return {**axis, "title": title, "scale": {"domain": list(ends), "nice": False, "zero": False}}


def _names(
    rows: list[Spec], named: Sequence[str], ends: dict[str, tuple[float, float]], *, selected: str, ink: Ink
) -> list[Spec]:
    """A layer for each name that finds room; the first named are served first."""
    (left, right), (low, high) = ends["x"], ends["y"]
    circles = {
        row["c"]: Circle(
            _WIDTH * (row["x"] - left) / (right - left), _INSIDE * (high - row["y"]) / (high - low), 4, (row["n"],)
        )
        for row in rows
    }
    wanted = [code for code in named if code in circles]
    spots = placed([circles[code] for code in wanted], among=list(circles.values()), width=_WIDTH, height=_INSIDE)
    at = {row["c"]: row for row in rows}
    return [
        {
            "data": {"values": [{"x": at[code]["x"], "y": at[code]["y"]}]},
            "mark": {"type": "text", "text": at[code]["n"], "dx": round(spot.dx), "dy": round(spot.dy)}
            | {"align": spot.align, "fontSize": 11, "color": ink.text, "baseline": "middle"}
            | ({"fontWeight": "bold"} if code == selected else {}),
            "encoding": {channel: {"field": channel, "type": "quantitative"} for channel in ("x", "y")},
        }
        for code, spot in zip(wanted, spots, strict=True)
        if spot
    ]
