"""A few places in one indicator: dots beside England's line and all areas, for a desk's screen or a projector."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd

from lis_data.statuses import MARKS
from pages.ui.exhibit.charts.base import Spec, drawn, table
from pages.ui.exhibit.palette import Ink
from pages.ui.rows import each_row


@dataclass(frozen=True)
class Size:
    """How large things are drawn, in pixels: text, a place's row, the diameter of its dot, and lines."""

    text: int
    row: int
    dot: int
    line: float


DESK = Size(text=13, row=48, dot=11, line=1.5)
_ROOM_HEIGHT = 560


def room(rows: int) -> Size:
    """The size for a projector whose slide has so many rows."""
    row = min(160, _ROOM_HEIGHT // max(rows, 1))
    return Size(text=min(44, int(0.4 * row)), row=row, dot=28, line=4)


def dash(size: Size) -> list[int]:
    """The dashes of England's line."""
    return [round(size.text / 3), round(size.text / 4)]


def dots(one: pd.DataFrame, *, crowd: Sequence[float], england: str, every: str, size: Size, ink: Ink) -> Spec:
    """A row a place, best first, with its interval and figure; England's line through all of them, and under them a
    tick for each area of the `crowd`, called `every`. The dot of a figure with a status of MARKS is hollow.

    `one` has short, value, lower, upper, status, rank, best, leads, brief, standing, why and england, as of
    `figures.of_indicator`.
    """
    ordered = one.sort_values("rank", na_position="last")
    ends = [*ordered[["value", "lower", "upper", "england"]].stack().dropna(), *crowd]
    low, high = (min(ends), max(ends)) if ends else (0.0, 1.0)
    margin = 0.06 * (high - low or 1)
    scale = {"domain": [round(low - margin, 4), round(high + margin, 4)], "nice": False, "zero": False}
    nearly = (low + 0.2 * (high - low), low + 0.8 * (high - low))
    rows = [_row(index, row, nearly=nearly) for index, row in enumerate(each_row(ordered))]
    x = {"field": "v", "type": "quantitative", "scale": scale, "axis": None}
    y = {"field": "i", "type": "ordinal", "axis": None, "scale": {"domain": list(range(len(rows) + 1)), "padding": 0}}
    places = {
        "data": table(rows, numbers=("i", "v", "l", "u")),
        "layer": [*_dots(size=size, ink=ink), *_texts(size=size, ink=ink)],
    }
    under = _crowd(crowd, at=len(rows), every=every, size=size, ink=ink)
    line = _england(one["england"].iloc[0], england, x=x, size=size, ink=ink)
    group = {"encoding": {"x": x, "y": y}, "layer": [places, *under]}
    return drawn([*line, group], ink=ink, height={"step": size.row}, view={"stroke": None}, background=None)


def _row(index: int, row: Any, *, nearly: tuple[float, float]) -> Spec:
    """The figure stands on the side away from England's line, where there is room."""
    name = f"{row.short} · {row.standing}" if row.standing else f"{row.short}: no figure. {row.why}"
    bounds = {"l": row.lower, "u": row.upper, "v": row.value}
    numbers = {key: "" if pd.isna(value) else round(float(value), 4) for key, value in bounds.items()}
    nearly_left, nearly_right = nearly
    beyond = row.value > nearly_right or row.value < row.england <= nearly_right
    side = "right" if beyond and row.value > nearly_left else "left"
    return {
        "i": index,
        "n": name,
        "f": row.brief,
        "s": side,
        "b": int(row.best is not pd.NA and bool(row.best) and (row.leads is pd.NA or bool(row.leads))),
        "h": int(row.status in MARKS),
        **numbers,
    }


def _dots(*, size: Size, ink: Ink) -> list[Spec]:
    """The interval as a thin line, and the dot; that of the place that leads stands out."""
    down = {"yOffset": size.text * 0.6}
    leads = {"test": "datum.b === '1'", "value": ink.accent}
    hollow = {"test": "datum.h === '1'", "value": ink.paper}
    tooltip = [{"field": "n", "title": "Place"}, {"field": "f", "title": "Figure"}]
    dot = {"type": "point", "filled": True, "opacity": 1, "size": size.dot**2, "strokeWidth": 1.5 * size.line}
    return [
        {
            "transform": [{"filter": "isValid(datum.l)"}],
            "mark": {"type": "rule", "strokeWidth": size.line, "color": ink.line, **down},
            "encoding": {"x": {"field": "l", "type": "quantitative", "axis": None}, "x2": {"field": "u"}},
        },
        {
            "transform": [{"filter": "isValid(datum.v)"}],
            "mark": {**dot, **down},
            "encoding": {
                "stroke": {"condition": [leads], "value": ink.soft},
                "fill": {"condition": [hollow, leads], "value": ink.soft},
                "tooltip": tooltip,
            },
        },
    ]


def _texts(*, size: Size, ink: Ink) -> list[Spec]:
    """The place above its dot, its figure beside it, on the side with more room."""
    name = {"type": "text", "align": "left", "baseline": "bottom", "dy": -0.05 * size.text, "color": ink.text}
    figure = {"type": "text", "baseline": "middle", "fontWeight": "bold", "fontSize": size.text, "color": ink.text}
    away = size.dot / 2 + size.text * 0.45
    figure |= {"yOffset": size.text * 0.6, "align": {"expr": "datum.s"}}
    figure["dx"] = {"expr": f"datum.s === 'left' ? {away:.1f} : {-away:.1f}"}
    # over an interval's line
    halo: Spec = {"stroke": ink.paper, "strokeWidth": round(size.text / 3), "strokeJoin": "round"}
    figures: list[Spec] = [
        {
            "transform": [{"filter": "isValid(datum.v)"}],
            "mark": {**figure, **look},
            "encoding": {"text": {"field": "f"}},
        }
        for look in (halo, {})
    ]
    names = {
        "mark": {**name, "fontSize": size.text, "limit": {"expr": "width"}},
        "encoding": {"x": {"value": 0}, "text": {"field": "n"}},
    }
    return [names, *figures]


def _crowd(crowd: Sequence[float], *, at: int, every: str, size: Size, ink: Ink) -> list[Spec]:
    if not crowd:
        return []
    rows = [{"i": at, "v": round(value, 4)} for value in crowd]
    down = {"yOffset": size.text * 0.8}
    tick = {"type": "tick", "size": size.text * 1.1, "thickness": size.line, "color": ink.line, **down}
    name = {"type": "text", "align": "left", "baseline": "bottom", "color": ink.text, "fontSize": size.text}
    return [
        {"data": table(rows, numbers=("i", "v")), "mark": tick},
        {
            "data": table([{"i": at, "n": every}], numbers=("i",)),
            "mark": {**name, "dy": -0.05 * size.text, "limit": {"expr": "width"}},
            "encoding": {"x": {"value": 0}, "text": {"field": "n"}},
        },
    ]


def _england(value: float, text: str, *, x: Spec, size: Size, ink: Ink) -> list[Spec]:
    if pd.isna(value):
        return []
    one = table([{"v": round(value, 4)}])
    low, high = x["scale"]["domain"]
    align = "right" if value > low + 0.7 * (high - low) else "left" if value < low + 0.3 * (high - low) else "center"
    rule = {"type": "rule", "strokeDash": dash(size), "strokeWidth": size.line}
    name = {"type": "text", "baseline": "bottom", "align": align, "fontWeight": "bold", "fontSize": size.text}
    return [
        {"data": one, "mark": {**rule, "color": ink.benchmark}, "encoding": {"x": x}},
        {
            "data": one,
            "mark": {**name, "text": f"England {text}", "color": ink.benchmark, "dy": -0.3 * size.text},
            "encoding": {"x": x, "y": {"value": 0}},
        },
    ]
