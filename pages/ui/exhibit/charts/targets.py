"""Charts of the way to a target and of modelled ranges. What is modelled is hollow or dashed, what is published filled.

Areas are told apart by their code (`c`) and named by `n`.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

import pandas as pd

from pages.ui.exhibit.charts.base import Mark, Spec, axis_of, drawn, table, upright
from pages.ui.exhibit.palette import Ink
from pages.ui.rows import each_row, records

PICK = "row"
"""The selection of the charts whose rows hold a code as `c`."""
DASHED = [4, 3]
_STEP = 17
_HEIGHT = 280
_APART = 15
"""Pixels between two names at the ends of lines."""


def ways(rows: pd.DataFrame, *, country: str, selected: str | None, mark: Mark, ink: Ink) -> Spec:
    """A row an area from its published share, a filled point, to the one it is to reach, a hollow one, which is
    named at the right. `rows` has area_code, area_name, now, then and short, in their order; `country` is the code of
    the one that stands for all others.
    """
    named = {"area_code": "c", "area_name": "n", "now": "v", "then": "w", "short": "short"}
    data = table(_rounded(rows[list(named)].rename(columns=named)), numbers=("v", "w"))
    room = {"domain": [0, 1.35 * max(rows["now"].max(), rows["then"].max(), mark.value)], "nice": False}
    x = {**axis_of("v", ticks=5), "scale": room}
    colour = _colours(selected, ink=ink, more={country: ink.text})
    tooltip = [
        {"field": "n", "title": "Place"},
        {"field": "v", "title": "Today, % of GDP", "format": ".2f"},
        {"field": "w", "title": "To reach", "format": ".2f"},
    ]
    layers = [*_steps(x, colour, ink=ink), _column("short", ink=ink), _clicks(tooltip)]
    group = {"data": data, "encoding": {"y": _names(rows["area_name"])}, "layer": layers}
    return drawn([group, *upright([mark])], ink=ink, height={"step": _STEP})


def _steps(x: Spec, colour: Spec, *, ink: Ink) -> list[Spec]:
    """Filled points at `v`, hollow ones at `w`, and a dashed line between them."""
    point = {"type": "point", "size": 60, "strokeWidth": 2, "opacity": 1}
    return [
        {
            "transform": [{"filter": "datum.w > datum.v"}],
            "mark": {"type": "rule", "strokeWidth": 2, "strokeDash": DASHED},
            "encoding": {"x": x, "x2": {"field": "w"}, "color": colour},
        },
        {
            "mark": {**point, "filled": False, "fill": ink.paper},
            "encoding": {"x": {**x, "field": "w"}, "stroke": colour},
        },
        {
            "mark": {**point, "filled": True},
            "encoding": {"x": x, "color": colour},
        },
    ]


def hollow_bars(rows: pd.DataFrame, *, selected: str | None, ink: Ink) -> Spec:
    """Modelled amounts as hollow bars, in the order of `rows`: area_code, area_name, value and short."""
    named = {"area_code": "c", "area_name": "n", "value": "v", "short": "short"}
    room = {"domain": [0, max(1.0, 1.35 * rows["value"].max())], "nice": False}
    x = axis_of("v", ticks=4)
    x["axis"] |= {"format": ",d"}
    tooltip = [{"field": "n", "title": "Place"}, {"field": "short", "title": "More a year"}]
    bars = {
        "mark": {"type": "bar", "height": {"band": 0.66}, "strokeDash": DASHED, "fill": ink.paper},
        "encoding": {
            "x": {**x, "scale": room},
            "stroke": _colours(selected, ink=ink, more={}),
            "strokeWidth": {"value": 1.5},
        },
    }
    data = table(_rounded(rows[list(named)].rename(columns=named)))
    y = _names(rows["area_name"])
    group = {"data": data, "encoding": {"y": y}, "layer": [bars, _column("short", ink=ink), _clicks(tooltip)]}
    return drawn([group], ink=ink, height={"step": _STEP})


def by_rule(rows: pd.DataFrame, *, chosen: str, mark: Mark, ink: Ink) -> Spec:
    """One place's path by each rule, dashed and named at its end, the chosen one stressed; `rows` has rule, name,
    year and intensity (% of GDP).
    """
    first, last = int(rows["year"].min()), int(rows["year"].max())
    low, high = _around([*rows["intensity"], mark.value])
    times = {"domain": [first, last + 0.4 * (last - first)], "nice": False}
    named_years = sorted({first, (first + last) // 2, last})
    years = {"format": "d", "values": named_years, "grid": False, "labelOverlap": True}
    x = {"field": "t", "type": "quantitative", "title": None, "scale": times, "axis": years}
    y = {**axis_of("v", ticks=5, grid=True), "scale": {"domain": [low, high], "nice": False, "zero": False}}
    y["axis"] |= {"format": ".1f", "labelExpr": "datum.label + '%'", "gridColor": ink.quiet, "gridOpacity": 0.5}
    shades = [{"test": f"datum.c === {json.dumps(chosen)}", "value": ink.accent}]
    colour = {"condition": shades, "value": ink.line}
    named = {"rule": "c", "name": "n", "year": "t", "intensity": "v"}
    lines = {
        "data": table(_rounded(rows[list(named)].rename(columns=named)), numbers=("t", "v")),
        "mark": {"type": "line", "strokeWidth": 2.5, "strokeDash": DASHED, "point": False},
        "encoding": {"detail": {"field": "c"}, "color": colour, "x": x, "y": y},
    }
    start = {
        "data": table([{"t": first, "v": round(float(rows["intensity"].iloc[0]), 4)}], numbers=("t", "v")),
        "mark": {"type": "point", "filled": True, "size": 80, "opacity": 1, "color": ink.text},
        "encoding": {"x": x, "y": y},
    }
    ends = rows[rows["year"] == last]
    return drawn([*_level(mark, y), lines, start, _ends(ends, x, y, colour)], ink=ink, height=_HEIGHT)


def ranges(rows: pd.DataFrame, *, selected: str | None, marks: Sequence[Mark], ink: Ink) -> Spec:
    """Modelled ranges as hollow dashed bars from `low` to `high`, exact figures as filled points, in the order of
    `rows`: region, area_code, area_name, low, high, exact, short and tip. Each region's name stands above its areas.
    """
    rows = _with_regions(rows)
    named = {"area_code": "c", "area_name": "n", "low": "v", "high": "w", "exact": "e", "short": "short", "tip": "tip"}
    data = table(_rounded(rows[list(named)].rename(columns=named)), numbers=("v", "w"))
    known = {"filter": "isValid(datum.v)"}
    room = {"domain": [0, 1.5 * max(rows["high"].max(), *(mark.value for mark in marks))], "nice": False}
    x = {**axis_of("v", ticks=5), "scale": room}
    colour = _colours(selected, ink=ink, more={})
    tooltip = [{"field": "n", "title": "LEP"}, {"field": "tip", "title": "Business R&D, % of GDP"}]
    bars = {
        "transform": [known, {"filter": "datum.e !== 'True'"}],
        "mark": {"type": "bar", "height": {"band": 0.6}, "strokeDash": DASHED, "fill": ink.paper},
        "encoding": {"x": x, "x2": {"field": "w"}, "stroke": colour, "strokeWidth": {"value": 1.6}},
    }
    points = {
        "transform": [known, {"filter": "datum.e === 'True'"}],
        "mark": {"type": "point", "filled": True, "size": 95, "opacity": 1},
        "encoding": {"x": x, "color": colour},
    }
    layers = [bars, points, _column("short", ink=ink), _clicks(tooltip)]
    y = _names(rows["area_name"])
    regions = json.dumps(rows.loc[rows["area_code"] == "", "area_name"].tolist())
    y["axis"]["labelFontWeight"] = {
        "condition": {"test": f"indexof({regions}, datum.value) >= 0", "value": "bold"},
        "value": "normal",
    }
    group = {"data": data, "encoding": {"y": y}, "layer": layers}
    return drawn([group, *upright(marks)], ink=ink, height={"step": 21})


def _with_regions(rows: pd.DataFrame) -> pd.DataFrame:
    """`rows` with one before each region's first, which has the region's name, no code and no figures."""
    parts: list[pd.DataFrame] = []
    for region, areas in rows.groupby("region", sort=False):
        parts += [pd.DataFrame({"area_code": [""], "area_name": [f"{region}:"], "short": [""], "tip": [""]}), areas]
    return pd.concat(parts, ignore_index=True)


def _rounded(rows: pd.DataFrame) -> list[dict[str, Any]]:
    return records(rows.round(4))


def _colours(selected: str | None, *, ink: Ink, more: dict[str, str]) -> Spec:
    stressed = {**more, **({selected: ink.accent} if selected else {})}
    shades = [{"test": f"datum.c === {json.dumps(code)}", "value": colour} for code, colour in stressed.items()]
    return {"condition": shades, "value": ink.soft}


def _names(names: pd.Series) -> Spec:
    axis = {"labelLimit": 185, "labelOverlap": False, "labelFlush": False, "ticks": False, "domain": False}
    return {"field": "n", "type": "nominal", "sort": names.tolist(), "title": None, "axis": axis}


def _column(field: str, *, ink: Ink) -> Spec:
    """A column of words at the right."""
    text = {"type": "text", "align": "right", "color": ink.text, "fontSize": 11}
    return {"mark": text, "encoding": {"x": {"value": "width"}, "text": {"field": field}}}


def _clicks(tooltip: list[Spec]) -> Spec:
    """Each row from end to end takes clicks, which select its code as PICK, and tells what stands in it."""
    return {
        "params": [{"name": PICK, "select": {"type": "point", "fields": ["c"]}}],
        "mark": {"type": "bar", "height": {"band": 1}, "fill": "transparent", "cursor": "pointer"},
        "encoding": {"x": {"value": 0}, "x2": {"value": "width"}, "tooltip": tooltip},
    }


def _around(values: Sequence[float]) -> tuple[float, float]:
    """A scale that holds the values, with a little room."""
    room = 0.12 * (max(values) - min(values) or 1)
    return max(0.0, min(values) - room), max(values) + room


def _level(mark: Mark, y: Spec) -> list[Spec]:
    """A dashed level line, with its name above it at the left."""
    data = table([{"v": mark.value}])
    text = {"type": "text", "text": mark.name, "align": "left", "x": 4, "dy": -6, "fontSize": 11, "fontWeight": "bold"}
    return [
        {"data": data, "mark": {"type": "rule", "strokeDash": DASHED, "color": mark.colour}, "encoding": {"y": y}},
        {"data": data, "mark": {**text, "color": mark.colour}, "encoding": {"y": y}},
    ]


def _ends(ends: pd.DataFrame, x: Spec, y: Spec, colour: Spec) -> Spec:
    """The names at the ends of the lines, moved apart where they would meet."""
    low, high = y["scale"]["domain"]
    pixel = (high - low) / _HEIGHT
    rows: list[dict[str, Any]] = []
    for row in each_row(ends.sort_values("intensity")):
        above = rows[-1]["v"] + _APART * pixel if rows else low
        rows.append({"c": row.rule, "n": row.name, "t": row.year, "v": max(row.intensity, above)})
    text = {"type": "text", "align": "left", "dx": 8, "fontSize": 11, "fontWeight": "bold"}
    encoding = {"x": x, "y": y, "color": colour, "text": {"field": "n"}}
    return {"data": table(rows, numbers=("t", "v")), "mark": text, "encoding": encoding}
