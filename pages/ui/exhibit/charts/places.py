"""Charts of one indicator over areas. An area is its name (`n`), the only one in its geography; its figure is `v`.

What matters is named on the chart itself.
"""

from __future__ import annotations

import json
from collections.abc import Sequence

import pandas as pd

from pages.ui.exhibit.charts.base import Mark, Spec, axis_of, drawn, table, upright
from pages.ui.exhibit.palette import Ink

_SHORT = 8
"""Letters of a figure that fit into a narrow column beside the bars."""


def ranked_bars(
    figures: pd.DataFrame,
    *,
    selected: str | None,
    beyond: float | None,
    polarity: str,
    marks: Sequence[Mark],
    ink: Ink,
) -> Spec:
    """Areas from the highest figure to the lowest; those on the better side of `beyond` stand out, and the selected
    one most.

    `figures` has area_code, area_name, value, label (in words) and short (without its unit's words).
    """
    rows = _rows(figures, "short")
    ends = [0.0, *(row["v"] for row in rows), *(mark.value for mark in marks)]
    longest = max((len(row["short"]) for row in rows), default=0)
    column = 1.22 if longest < _SHORT else 1.5  # leaves a column for the figures at the right
    room = {"domain": [min(ends), max(ends) * column], "nice": False}
    best = {"field": "v", "op": "max", "order": "descending"}
    names = {"labelLimit": 185, "labelOverlap": False, "labelFlush": False, "ticks": False, "domain": False}
    better = "<" if polarity == "lower" else ">"
    shades = [
        {"test": _is(figures, selected), "value": ink.accent},
        {"test": "false" if beyond is None else f"datum.v {better} {round(beyond, 4)}", "value": ink.soft},
    ]
    bars = {
        "mark": {"type": "bar", "height": {"band": 0.72}},
        "encoding": {
            "x": {**axis_of("v", ticks=4), "scale": room},
            "color": {"condition": shades, "value": ink.quiet},
            "tooltip": _tooltip("short"),
        },
    }
    labels = {
        "mark": {"type": "text", "align": "right", "color": ink.text, "fontSize": 11},
        "encoding": {"x": {"value": "width"}, "text": {"field": "short"}},
    }
    y = {"field": "n", "type": "nominal", "sort": best, "title": None, "axis": names}
    group = {"data": table(rows), "encoding": {"y": y}, "layer": [bars, labels]}
    return drawn([group, *upright(marks)], ink=ink, height={"step": 17})


def distribution(figures: pd.DataFrame, *, selected: str | None, marks: Sequence[Mark], ink: Ink) -> Spec:
    """A strip with one tick an area; the selected one is drawn dark and named."""
    ticks = {
        "mark": {"type": "tick", "thickness": 2, "size": 26, "opacity": 0.8, "color": ink.line},
        "encoding": {"tooltip": _tooltip("v")},
    }
    chosen = {"mark": {"type": "tick", "thickness": 4, "size": 40, "color": ink.accent}}
    name = {
        "mark": {"type": "text", "dy": 34, "color": ink.text, "fontWeight": "bold"},
        "encoding": {"text": {"field": "n"}},
    }
    only = {"transform": [{"filter": _is(figures, selected)}], "layer": [chosen, name]}
    x = axis_of("v", ticks=6, offset=18)
    group = {"data": table(_rows(figures)), "encoding": {"x": x}, "layer": [ticks, only]}
    return drawn([group, *upright(marks)], ink=ink, height=110)


def _rows(figures: pd.DataFrame, *more: str) -> list[Spec]:
    names = ("n", "v", *more)
    columns = (figures[name] for name in ("area_name", "value", *more))
    rows = (dict(zip(names, row, strict=True)) for row in zip(*columns, strict=True))
    return [{**row, "v": round(row["v"], 4)} for row in rows if row["v"] == row["v"]]


def _is(figures: pd.DataFrame, area_code: str | None) -> str:
    """The test for one area in the browser."""
    named = figures.loc[figures["area_code"] == area_code, "area_name"]
    return f"datum.n === {json.dumps(named.iloc[0])}" if len(named) else "false"


def _tooltip(field: str) -> list[Spec]:
    return [{"field": "n", "title": "Place"}, {"field": field, "title": "Figure"}]
