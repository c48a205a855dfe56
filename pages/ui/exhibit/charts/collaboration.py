"""Pictures of how places belong together: links on a map, partnerships against England, neighbours' figures."""

from __future__ import annotations

import json
from collections.abc import Mapping

import pandas as pd

from pages.ui.exhibit.charts.base import Spec, axis_of, drawn, table
from pages.ui.exhibit.palette import Ink
from pages.ui.rows import each_row

PICK = "area"
"""The name of the selection that a click on the map of links makes; it holds `c`."""
_WIDE, _HIGH = 590, 680
"""Kilometres from the west to the east of England and from its south to its north, with a margin."""
_LINKS_HEIGHT = 520


def links(
    outlines: Mapping[str, str],
    lines: pd.DataFrame,
    *,
    names: Mapping[str, str],
    chosen: str,
    width: int | None,
    ink: Ink,
) -> Spec:
    """Lines between the middles of areas over their shapes, the more kinds of reason the thicker, numbered by rank.

    `outlines` are SVG paths by area code, in kilometres from the middle of England (south is positive); `lines` has
    rank, pair, kinds, x, y, x2, y2 (both ends, in the same kilometres). `chosen` is the area that stands out, empty
    for none. Without a `width` the map is as wide as there is room.
    """
    wide = "width" if width is None else str(width)
    per_km = f"min({wide} / {_WIDE}, {_LINKS_HEIGHT} / {_HIGH})"  # pixels to a kilometre, so that the map fits
    areas = [{"c": code, "n": names[code], "d": path} for code, path in outlines.items()]
    at_chosen = {"condition": {"test": f"datum.c === {json.dumps(chosen)}", "value": ink.soft}, "value": ink.paper}
    shapes = {
        "name": "shapes",
        "data": table(areas, numbers=()),
        "mark": {"type": "point", "opacity": 1, "size": {"expr": f"pow(2 * {per_km}, 2)"}, "strokeWidth": 0.7},
        "encoding": {
            "x": {"datum": 0, "type": "quantitative"},
            "y": {"datum": 0, "type": "quantitative"},
            "shape": {"field": "d", "type": "nominal", "scale": None},
            "fill": at_chosen,
            "stroke": {"value": ink.quiet},
            "tooltip": [{"field": "n", "type": "nominal", "title": "LEP"}],
        },
    }
    pick = {"name": PICK, "select": {"type": "point", "fields": ["c"]}, "views": ["shapes"]}
    layers = [shapes, *(_links(lines, ink=ink) if len(lines) else [])]
    place = {"x": _kilometres(_WIDE, wide, per_km), "y": _kilometres(_HIGH, str(_LINKS_HEIGHT), per_km)}
    return drawn(layers, ink=ink, height=_LINKS_HEIGHT, encoding=place, view={"stroke": None}, params=[pick])


def _kilometres(far: int, side: str, per_km: str) -> Spec:
    """A scale over `far` kilometres around the middle of a `side`, as many pixels to one of them along either."""
    half = f"{far / 2} * {per_km}"
    ends = {"rangeMin": {"expr": f"{side} / 2 - {half}"}, "rangeMax": {"expr": f"{side} / 2 + {half}"}}
    scale = {"domain": [-far / 2, far / 2], "nice": False, "zero": False, **ends}
    return {"type": "quantitative", "axis": None, "scale": scale}


def _links(lines: pd.DataFrame, *, ink: Ink) -> list[Spec]:
    """The lines, and the rank of each at its far end (of pairs without a common end, in its middle)."""
    share = 1.0 if lines["x"].nunique() == 1 else 0.5
    rows = [
        {"r": row.rank, "n": row.pair, "k": row.kinds, "x": row.x, "y": row.y, "x2": row.x2, "y2": row.y2}
        | {"mx": round(row.x + share * (row.x2 - row.x), 1), "my": round(row.y + share * (row.y2 - row.y), 1)}
        for row in each_row(lines)
    ]
    tooltip = [
        {"field": field, "type": "nominal", "title": title}
        for field, title in (("n", "With"), ("r", "Rank"), ("k", "Reasons (of 5)"))
    ]
    width = {"field": "k", "type": "quantitative", "scale": {"domain": [1, 5], "range": [1, 5]}, "legend": None}
    number = {"type": "text", "color": ink.paper, "fontSize": 11, "fontWeight": "bold"}
    middle = {"x": {"field": "mx"}, "y": {"field": "my"}}
    marks: list[Spec] = [
        {
            "mark": {"type": "rule", "color": ink.accent, "opacity": 0.75, "strokeCap": "round"},
            "encoding": {"x": {"field": "x"}, "y": {"field": "y"}, "x2": {"field": "x2"}, "y2": {"field": "y2"}}
            | {"strokeWidth": width, "tooltip": tooltip},
        },
        {
            "mark": {"type": "circle", "size": 260, "color": ink.accent, "opacity": 1},
            "encoding": {**middle, "tooltip": tooltip},
        },
        {"mark": number, "encoding": {**middle, "text": {"field": "r", "type": "quantitative"}}},
    ]
    return [{"data": table(rows, numbers=("r", "k", "x", "y", "x2", "y2", "mx", "my")), "layer": marks}]


def against_england(rows: pd.DataFrame, *, selected: str, ink: Ink) -> Spec:
    """Indicators, each under its own name with a line for each partnership: a point where England is 100.

    `rows` has title, area_code, short (name), relative (England = 100), estimated (those are hollow) and text (the
    figure in words); rows keep their order. The `selected` partnership stands out.
    """
    lines = [line for _, block in rows.groupby("title", sort=False) for line in _block(block)]
    points = [{"r": lane, **line} for lane, line in enumerate(lines)]
    colour = {"condition": {"test": f"datum.c === '{selected}'", "value": ink.accent}, "value": ink.text}
    fill = {"condition": {"test": "datum.e === 'true'", "value": ink.paper}, "value": ink.line}
    x = {**axis_of("v", ticks=5, grid=True), "scale": {"zero": False, "padding": 40}}
    x["axis"] |= {"gridColor": ink.quiet, "gridOpacity": 0.5}
    y = {"field": "r", "type": "ordinal", "axis": None, "scale": {"padding": 0.5}}
    marks = [
        {
            "transform": [{"filter": "isValid(datum.v)"}],
            "mark": {"type": "point", "size": 70, "strokeWidth": 1.8, "opacity": 1},
            "encoding": {"stroke": colour, "fill": fill, "tooltip": _tooltip()},
        },
        {
            "transform": [{"filter": "isValid(datum.v)"}],
            "mark": {"type": "text", "align": "left", "dx": 9, "fontSize": 11},
            "encoding": {"text": {"field": "n"}, "color": colour},
        },
        {
            "transform": [{"filter": "!isValid(datum.v)"}],
            "mark": {"type": "text", "align": "left", "fontSize": 12, "fontWeight": "bold", "color": ink.text},
            "encoding": {"text": {"field": "t"}, "x": {"value": 0}},
        },
    ]
    group = {"data": table(points, numbers=("r", "v")), "encoding": {"x": x, "y": y}, "layer": marks}
    return drawn([_england(ink), group], ink=ink, height={"step": 17})


def _block(rows: pd.DataFrame) -> list[Spec]:
    """The name of an indicator, and a line for each partnership."""
    title = rows["title"].iloc[0]
    head = {"t": title, "c": "", "n": "", "v": "", "w": "", "e": ""}
    lines = [
        {"t": title, "c": row.area_code, "n": f"{row.short} {row.relative:.0f}"}
        | {"v": round(row.relative, 1), "w": row.text, "e": str(row.estimated).lower()}
        for row in each_row(rows)
    ]
    return [head, *lines]


def _england(ink: Ink) -> Spec:
    line = {"type": "rule", "strokeDash": [4, 3], "color": ink.benchmark, "strokeWidth": 1.5}
    name = {"type": "text", "text": "England = 100", "color": ink.benchmark, "fontWeight": "bold", "fontSize": 11}
    at = {"x": {"datum": 100}}
    return {
        "data": {"values": [{}]},
        "layer": [
            {"mark": line, "encoding": at},
            {"mark": {**name, "align": "left", "dx": 5, "y": 0, "dy": -6}, "encoding": at},
        ],
    }


def _tooltip() -> list[Spec]:
    named = (("n", "Partnership"), ("t", "Indicator"), ("w", "Figure"))
    return [{"field": field, "type": "nominal", "title": title} for field, title in named]


def neighbours(
    rows: pd.DataFrame,
    *,
    names: Mapping[str, str],
    colours: Mapping[str, str],
    selected: str,
    unit: str,
    ink: Ink,
) -> Spec:
    """Each area's figure against the mean of its neighbours' (Moran's scatter plot), with both means as lines.

    `rows` has area_code, area_name, value, neighbours_value and cluster (a key of `names`, which are in the legend's
    order, and of `colours`).
    """
    known = rows.dropna(subset=["value", "neighbours_value"])
    points = [
        {"n": row.area_name, "v": round(row.value, 4), "m": round(row.neighbours_value, 4)}
        | {"k": names[row.cluster], "s": "1" if row.area_code == selected else ""}
        for row in each_row(known)
    ]
    present = {names[key]: colours[key] for key in names if key in set(known["cluster"])}
    titles = {"v": f"Figure ({unit})", "m": "Mean of its neighbours"}
    x, y = ({**axis_of(key, ticks=5), "scale": {"zero": False}, "title": title} for key, title in titles.items())
    tooltip = [
        {"field": field, "title": title} for field, title in (("n", "Place"), ("v", "Figure"), ("m", "Its neighbours"))
    ]
    cloud = {
        "data": table(points, numbers=("v", "m")),
        "mark": {"type": "circle", "opacity": 0.9, "strokeWidth": 1},
        "encoding": {"x": x, "y": y, "tooltip": tooltip, **_looks(present, ink)},
    }
    means = {"x": float(known["value"].mean()), "y": float(known["neighbours_value"].mean())}
    lines = [
        {"data": {"values": [{}]}, "mark": {"type": "rule", "color": ink.line, "strokeDash": [4, 3]}}
        | {"encoding": {channel: {"datum": round(value, 4)}}}
        for channel, value in means.items()
    ]
    return drawn([*lines, cloud], ink=ink, height=420)


def _looks(colours: Mapping[str, str], ink: Ink) -> Spec:
    """Size, edge and colour (by name, with a legend) of a point; the selected one is large."""
    chosen = "datum.s === '1'"
    legend = {"title": None, "orient": "top", "columns": 1, "labelLimit": 0, "labelColor": ink.text}
    scale = {"domain": list(colours), "range": list(colours.values())}
    return {
        "size": {"condition": [{"test": chosen, "value": 160}], "value": 45},
        "stroke": {"condition": [{"test": chosen, "value": ink.text}], "value": ink.paper},
        "color": {"field": "k", "type": "nominal", "scale": scale, "legend": legend},
    }
