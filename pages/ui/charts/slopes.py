"""A few places from a first to a last figure, England's course dashed, each named at its end."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pandas as pd

from pages.ui.charts.base import Spec, drawn, table
from pages.ui.charts.comparison import Size
from pages.ui.palette import Ink

_LETTER = 0.56
"""Width of a letter as a part of its size."""


def slopes(
    ends: pd.DataFrame, *, first: str, last: str, stressed: str, height: int, width: int, size: Size, ink: Ink
) -> Spec:
    """A line a place between two periods, called `first` and `last`; the `stressed` one in colour.

    `ends` has name, first_value, value, first_figure, figure (both in words) and england (whether it is England's).
    At both ends the words keep a line's height apart. `width` is what the chart will have, to leave room for them.
    """
    low, high = _span(ends)
    gap = 1.25 * size.text * (high - low) / height
    names = [f"{row.name} {row.figure}" for row in ends.itertuples(index=False)]
    rows = [
        {"n": name, "p": row.first_figure, "a": round(row.first_value, 4), "b": round(row.value, 4)}
        | {"l": round(left, 4), "r": round(right, 4), "k": _kind(row, stressed)}
        for row, name, left, right in zip(
            ends.itertuples(index=False),
            names,
            spread(ends["first_value"].tolist(), gap=gap),
            spread(ends["value"].tolist(), gap=gap),
            strict=True,
        )
    ]
    left = size.text * _LETTER * max(map(len, ends["first_figure"])) + size.text
    right = width - min(size.text * _LETTER * max(map(len, names)) + 1.5 * size.text, 0.6 * width)
    y = {"type": "quantitative", "axis": None, "scale": {"domain": [low, high], "nice": False, "zero": False}}
    layers = [
        *_lines(y, left, right, size=size, ink=ink),
        *_ends(y, left, right, size=size, ink=ink),
        *_periods({first: 0, last: right}, size=size, ink=ink),
    ]
    group = {"data": table(rows, numbers=("a", "b", "l", "r")), "layer": layers}
    return drawn([group], ink=ink, height=height, view={"stroke": None}, background=None)


def spread(values: Sequence[float], *, gap: float) -> list[float]:
    """The values, moved as little as it takes to keep them `gap` apart, in their own order."""
    order = sorted(range(len(values)), key=values.__getitem__)
    groups: list[list[float]] = []  # the middle and the size of each run of values that would touch
    for place in order:
        groups.append([values[place], 1])
        while len(groups) > 1 and groups[-1][0] - groups[-2][0] < gap * (groups[-1][1] + groups[-2][1]) / 2:
            (upper, more), (lower, fewer) = groups.pop(), groups.pop()
            groups.append([(lower * fewer + upper * more) / (fewer + more), fewer + more])
    moved = [middle + gap * (step - (size - 1) / 2) for middle, size in groups for step in range(int(size))]
    return [moved[order.index(place)] for place in range(len(values))]


def _span(ends: pd.DataFrame) -> tuple[float, float]:
    both = [*ends["first_value"], *ends["value"]]
    margin = 0.18 * (max(both) - min(both) or 1)
    return min(both) - margin, max(both) + margin


def _kind(row: pd.Series, stressed: str) -> str:
    return "england" if row.england else "stressed" if row.name == stressed else "other"


def _colour(ink: Ink) -> Spec:
    scale = {"domain": ["stressed", "other", "england"], "range": [ink.accent, ink.soft, ink.benchmark]}
    return {"field": "k", "type": "nominal", "scale": scale, "legend": None}


def _lines(y: Spec, left: float, right: float, *, size: Size, ink: Ink) -> list[Spec]:
    line = {"type": "rule", "strokeWidth": 1.6 * size.line}
    dash = {"strokeDash": [size.text / 3, size.text / 4]}
    span = {"x": {"value": left}, "x2": {"value": right}, "y": {**y, "field": "a"}, "y2": {"field": "b"}}
    point = {"type": "point", "filled": True, "opacity": 1, "size": (0.8 * size.dot) ** 2}
    return [
        *(
            {
                "transform": [{"filter": f"datum.k {sign} 'england'"}],
                "mark": {**line, **look},
                "encoding": {**span, "color": _colour(ink)},
            }
            for sign, look in (("!==", {}), ("===", dash))
        ),
        *(
            {"mark": point, "encoding": {"x": {"value": at}, "y": {**y, "field": field}, "color": _colour(ink)}}
            for at, field in ((left, "a"), (right, "b"))
        ),
    ]


def _ends(y: Spec, left: float, right: float, *, size: Size, ink: Ink) -> list[Spec]:
    """The first figure at the left, the name with the last one at the right."""
    text = {"type": "text", "baseline": "middle", "fontSize": size.text, "color": ink.text}
    away = 0.8 * size.text
    bold = {"condition": [{"test": "datum.k === 'stressed'", "value": ink.accent}], "value": ink.text}
    return [
        {
            "mark": {**text, "align": "right", "dx": -away},
            "encoding": {"x": {"value": left}, "y": {**y, "field": "l"}, "text": {"field": "p"}},
        },
        {
            "mark": {**text, "align": "left", "dx": away, "fontWeight": "bold"},
            "encoding": {"x": {"value": right}, "y": {**y, "field": "r"}, "text": {"field": "n"}, "color": bold},
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
