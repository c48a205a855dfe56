"""A few places from a first to a last figure, England's course dashed, each named at its end."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import Any

import pandas as pd

from pages.ui.exhibit.charts.base import Spec, drawn, table
from pages.ui.exhibit.charts.comparison import Size, dash
from pages.ui.exhibit.palette import Ink
from pages.ui.rows import each_row

_LETTER = 0.56
"""Width of a letter as a part of its size."""


def slopes(
    ends: pd.DataFrame,
    *,
    first: str,
    last: str,
    stressed: Collection[str],
    height: int,
    width: int,
    size: Size,
    ink: Ink,
) -> Spec:
    """A line a place between two periods, called `first` and `last`; the `stressed` ones in colour.

    `ends` has name, first_value, value, first_figure, figure (both in words), hollow (how its end is drawn) and
    england (whether it is England's). At both ends the words keep a line's height apart. `width` is what the chart
    will have, to leave room for them.
    """
    low, high = _span(ends)
    rows = _rows(ends, stressed, gap=1.25 * size.text * (high - low) / height)
    left = round(size.text * _LETTER * max(map(len, ends["first_figure"])) + size.text)
    longest = size.text * _LETTER * max(len(row["n"]) for row in rows)
    right = round(width - min(longest + 1.5 * size.text, 0.6 * width))
    scale = {"domain": [round(low, 4), round(high, 4)], "nice": False, "zero": False}
    layers = [
        *_lines(left, right, size=size, ink=ink),
        *_ends(left, right, size=size, ink=ink),
        *_periods({first: 0, last: right}, size=size, ink=ink),
    ]
    data = table(rows, numbers=("a", "b", "l", "r"))
    group = {"data": data, "encoding": {"y": {**_level("a"), "scale": scale}}, "layer": layers}
    return drawn([group], ink=ink, height=height, view={"stroke": None}, background=None)


def _rows(ends: pd.DataFrame, stressed: Collection[str], *, gap: float) -> list[Spec]:
    """A row a place: its words, where its line begins and ends, and where the words stand."""
    lefts = spread(ends["first_value"].tolist(), gap=gap)
    rights = spread(ends["value"].tolist(), gap=gap)
    return [
        {"n": f"{row.name} {row.figure}", "p": row.first_figure, "a": round(row.first_value, 4)}
        | {"b": round(row.value, 4), "l": round(left, 4), "r": round(right, 4)}
        | {"k": _kind(row, stressed), "h": int(row.hollow)}
        for row, left, right in zip(each_row(ends), lefts, rights, strict=True)
    ]


def _level(field: str) -> Spec:
    return {"field": field, "type": "quantitative", "axis": None}


def spread(values: Sequence[float], *, gap: float) -> list[float]:
    """The values, moved as little as it takes to keep them `gap` apart, in their own order."""
    order = sorted(range(len(values)), key=values.__getitem__)
    groups: list[list[float]] = []  # the middle and the size of each run of values that would touch
    for index in order:
        groups.append([values[index], 1])
        while len(groups) > 1 and groups[-1][0] - groups[-2][0] < gap * (groups[-1][1] + groups[-2][1]) / 2:
            (upper, more), (lower, fewer) = groups.pop(), groups.pop()
            groups.append([(lower * fewer + upper * more) / (fewer + more), fewer + more])
    moved = [middle + gap * (step - (size - 1) / 2) for middle, size in groups for step in range(int(size))]
    return [moved[order.index(index)] for index in range(len(values))]


def _span(ends: pd.DataFrame) -> tuple[float, float]:
    both = [*ends["first_value"], *ends["value"]]
    margin = 0.18 * (max(both) - min(both) or 1)
    return min(both) - margin, max(both) + margin


def _kind(row: Any, stressed: Collection[str]) -> str:
    return "england" if row.england else "stressed" if row.name in stressed else "other"


def _lines(left: float, right: float, *, size: Size, ink: Ink) -> list[Spec]:
    """The courses with a dot at either end; England's is dashed."""
    scale = {"domain": ["stressed", "other", "england"], "range": [ink.accent, ink.soft, ink.benchmark]}
    colour = {"field": "k", "type": "nominal", "scale": scale, "legend": None}
    shade = {"field": "k", "type": "nominal"}
    dashed = {"condition": {"test": "datum.k === 'england'", "value": dash(size)}, "value": [1, 0]}
    point = {"type": "point", "filled": True, "opacity": 1, "size": round((0.8 * size.dot) ** 2)}
    hollow = {**point, "size": round((0.45 * size.dot) ** 2), "color": ink.paper}
    end = {"x": {"value": right}, "y": _level("b")}
    return [
        {
            "mark": {"type": "rule", "strokeWidth": round(1.6 * size.line, 1)},
            "encoding": {"x": {"value": left}, "x2": {"value": right}, "y2": {"field": "b"}, "strokeDash": dashed}
            | {"color": colour},
        },
        {"mark": point, "encoding": {"x": {"value": left}, "color": shade}},
        {"mark": point, "encoding": {**end, "color": shade}},
        {"transform": [{"filter": "datum.h === '1'"}], "mark": hollow, "encoding": end},
    ]


def _ends(left: float, right: float, *, size: Size, ink: Ink) -> list[Spec]:
    """The first figure at the left, the name with the last one at the right."""
    text = {"type": "text", "baseline": "middle", "fontSize": size.text, "color": ink.text}
    away = 0.8 * size.text
    bold = {"condition": [{"test": "datum.k === 'stressed'", "value": ink.accent}], "value": ink.text}
    return [
        {
            "mark": {**text, "align": "right", "dx": -away},
            "encoding": {"x": {"value": left}, "y": _level("l"), "text": {"field": "p"}},
        },
        {
            "mark": {**text, "align": "left", "dx": away, "fontWeight": "bold"},
            "encoding": {"x": {"value": right}, "y": _level("r"), "text": {"field": "n"}, "color": bold},
        },
    ]


def _periods(at: Mapping[str, float], *, size: Size, ink: Ink) -> list[Spec]:
    text = {"type": "text", "align": "left", "baseline": "bottom", "fontSize": size.text, "color": ink.text}
    one: Spec = {"values": [{}]}
    level = {"value": -0.4 * size.text}
    return [
        {"data": one, "mark": {**text, "text": name}, "encoding": {"x": {"value": x}, "y": level}}
        for name, x in at.items()
    ]
