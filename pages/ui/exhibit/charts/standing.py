"""Strips of a place's profile: where it stands among the places, and how its districts lie around it.

A row an indicator: its name, what it says in figures, and under them a strip. What matters is named on the strip.
"""

from __future__ import annotations

import pandas as pd

from pages.ui.exhibit.charts.base import Spec, drawn, table
from pages.ui.exhibit.palette import Ink
from pages.ui.rows import each_row

_ROW = 58
_STRIP = 16
"""How far below the middle of its row a strip lies."""
_FIFTHS = ((0, 20), (80, 100))
"""The fifths of the places that a strength or a weakness must lie in."""


def standings(rows: pd.DataFrame, *, ink: Ink) -> Spec:
    """Where a place stands among the places, worst at the left, best at the right, with England's mark.

    `rows` has indicator_id, title, figures (in words), at (0 to 100), england_at (0 to 100 or missing),
    judged (whether one end is better) and hollow (how its dot is drawn: an estimate, or of low reliability), in the
    order of the rows. The outer fifths are shaded.
    """
    listed = [
        {"c": row.indicator_id, "n": row.title, "t": row.figures, "v": _rounded(row.at), "e": _rounded(row.england_at)}
        | {"j": int(row.judged), "h": int(row.hollow)}
        for row in each_row(rows)
    ]
    dot = {
        "mark": {"type": "point", "filled": True, "size": 130, "opacity": 1, "yOffset": _STRIP, "strokeWidth": 2},
        "encoding": {
            "x": _x("v"),
            "stroke": _either("datum.j == 1", ink.accent, ink.line),
            "fill": {
                "condition": [
                    {"test": "datum.h == 1", "value": ink.paper},
                    {"test": "datum.j == 1", "value": ink.accent},
                ],
                "value": ink.line,
            },
        },
    }
    fifths = [_band(ink, *ends, width=9, opacity=0.55) for ends in _FIFTHS]
    layers = [*fifths, _band(ink, 0, 100, width=1.5), *_names(ink), _england(ink), dot]
    return _strips(listed, layers, numbers=("v", "e", "j", "h"), ink=ink)


def districts(rows: pd.DataFrame, *, ink: Ink) -> Spec:
    """The districts of a place on a strip for each indicator, from the lowest figure to the highest, with the place's
    own and England's.

    `rows` has indicator_id, title, figures, lowest and highest (in words), ats and names (of the districts, lists), at
    and england_at (0 to 100 between the ends of the strip, or missing), in the order of the rows.
    """
    listed = [
        {"c": row.indicator_id, "n": row.title, "t": row.figures, "lo": row.lowest, "hi": row.highest}
        | {"s": ";".join(f"{at:.1f}" for at in row.ats), "d": ";".join(row.names)}
        | {"v": _rounded(row.at), "e": _rounded(row.england_at)}
        for row in each_row(rows)
    ]
    unfold = [
        {"calculate": "split(datum.s, ';')", "as": "s"},
        {"calculate": "split(datum.d, ';')", "as": "d"},
        {"flatten": ["s", "d"]},
        {"calculate": "toNumber(datum.s)", "as": "s"},
    ]
    members = {
        "transform": unfold,
        "mark": {"type": "point", "filled": True, "size": 75, "opacity": 0.9, "color": ink.soft, "yOffset": _STRIP},
        "encoding": {"x": _x("s"), "tooltip": [{"field": "d", "type": "nominal", "title": "District"}]},
    }
    place = {
        "mark": {"type": "tick", "size": 24, "thickness": 4, "color": ink.accent, "yOffset": _STRIP, "opacity": 1},
        "encoding": {"x": _x("v")},
    }
    layers = [_band(ink, 0, 100, width=1.5), *_names(ink), members, _england(ink), place, *_extremes(ink)]
    return _strips(listed, layers, numbers=("v", "e"), ink=ink, row=_ROW + 16)


def _strips(rows: list[Spec], layers: list[Spec], *, numbers: tuple[str, ...], ink: Ink, row: int = _ROW) -> Spec:
    y = {"field": "c", "type": "nominal", "sort": [item["c"] for item in rows], "axis": None, "scale": {"padding": 0}}
    group = {"data": table(rows, numbers=numbers), "encoding": {"y": y}, "layer": layers}
    return drawn([group], ink=ink, height={"step": row})


def _rounded(at: float) -> float | str:
    """A place on the strip; empty text where there is none, which draws nothing."""
    return round(float(at), 1) if at == at else ""


def _x(field: str) -> Spec:
    scale = {"domain": [-1.5, 101.5], "nice": False}
    return {"field": field, "type": "quantitative", "title": None, "scale": scale, "axis": None}


def _either(test: str, yes: str, no: str) -> Spec:
    return {"condition": {"test": test, "value": yes}, "value": no}


def _band(ink: Ink, first: float, last: float, *, width: float, opacity: float = 1.0) -> Spec:
    """A level line along the strip."""
    look = {"color": ink.quiet, "strokeWidth": width, "opacity": opacity, "yOffset": _STRIP}
    x = {name: part for name, part in _x("").items() if name != "field"}
    return {"mark": {"type": "rule", **look}, "encoding": {"x": {**x, "datum": first}, "x2": {"datum": last}}}


def _england(ink: Ink) -> Spec:
    """England's mark on the strips of the indicators that it has a figure of."""
    mark = {"type": "tick", "size": 20, "thickness": 3, "color": ink.benchmark, "yOffset": _STRIP, "opacity": 1}
    return {"transform": [{"filter": "isValid(datum.e)"}], "mark": mark, "encoding": {"x": _x("e")}}


def _names(ink: Ink) -> list[Spec]:
    """The indicator, and under it what it says in figures, above their strip."""
    text = {"type": "text", "baseline": "middle", "align": "left", "limit": {"expr": "width"}, "color": ink.text}
    return [
        {
            "mark": {**text, "dy": -19, "fontSize": 13, "fontWeight": "bold"},
            "encoding": {"x": {"value": 0}, "text": {"field": "n"}},
        },
        {"mark": {**text, "dy": -3, "fontSize": 12}, "encoding": {"x": {"value": 0}, "text": {"field": "t"}}},
    ]


def _extremes(ink: Ink) -> list[Spec]:
    """The lowest and the highest district, at the ends under the strip."""
    text = {"type": "text", "baseline": "middle", "dy": _STRIP + 17, "fontSize": 11, "color": ink.text}
    half = {"expr": "width / 2 - 6"}
    return [
        {
            "mark": {**text, "align": align, "limit": half},
            "encoding": {"x": {"value": at}, "text": {"field": field}},
        }
        for align, at, field in (("left", 0, "lo"), ("right", "width", "hi"))
    ]
