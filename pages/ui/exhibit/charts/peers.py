"""Places like one another: how far all others are, where the peers stand in each feature, and their sector mixes."""

from __future__ import annotations

from collections.abc import Collection, Sequence

import pandas as pd

from lis_data.statuses import MARKS
from pages.ui.exhibit.charts.base import Mark, Spec, axis_of, drawn, table, upright
from pages.ui.exhibit.palette import Ink
from pages.ui.rows import each_row

_LANE, _ROW, _SECTOR = 16, 17, 34


def distances(places: pd.DataFrame, *, peers: Collection[str], ink: Ink) -> Spec:
    """A bar for each place, the nearest first; the `peers` (codes) stand out. `places` has area_code, area_name,
    distance.
    """
    rows = [
        {"n": row.area_name, "v": round(row.distance, 5), "p": int(row.area_code in peers)}
        for row in each_row(places)
        if row.distance == row.distance
    ]
    most = max([row["v"] for row in rows], default=1.0)
    names = {"labelLimit": 185, "labelOverlap": False, "labelFlush": False, "ticks": False, "domain": False}
    y = {"field": "n", "type": "nominal", "sort": [row["n"] for row in rows], "title": None, "axis": names}
    shades = {"condition": [{"test": "datum.p === 1", "value": ink.accent}], "value": ink.quiet}
    x = {**axis_of("v", ticks=4), "scale": {"domain": [0, most * 1.3], "nice": False}}
    tooltip = [{"field": "n", "title": "Place"}, {"field": "v", "title": "Distance", "format": ".2f"}]
    bars = {
        "mark": {"type": "bar", "height": {"band": 0.72}},
        "encoding": {"x": x, "color": shades, "tooltip": tooltip},
    }
    figures = {
        "mark": {"type": "text", "align": "right", "color": ink.text, "fontSize": 11},
        "encoding": {"x": {"value": "width"}, "text": {"field": "v", "type": "quantitative", "format": ".2f"}},
    }
    group = {"data": table(rows, numbers=("v", "p")), "encoding": {"y": y}, "layer": [bars, figures]}
    return drawn([group], ink=ink, height={"step": _ROW})


def better(places: pd.DataFrame, *, own: str, marks: Sequence[Mark], ink: Ink) -> Spec:
    """A bar under each place's name, in the order of the rows: the place itself (`own`, a code) stands out most, those
    that do better than it less; what is estimated or of low reliability is hollow.

    `places` has area_code, area_name, value, better, status and short (the figure in words).
    """
    ahead = places["better"].fillna(False).astype(bool)
    rows = [
        {"n": row.area_name, "v": round(row.value, 4), "t": row.short, "e": int(row.status in MARKS)}
        | {"c": ink.accent if row.area_code == own else ink.soft if leads else ink.line}
        for row, leads in zip(each_row(places), ahead, strict=True)
        if row.value == row.value
    ]
    ends = [0.0, *(row["v"] for row in rows), *(mark.value for mark in marks)]
    y = {"field": "n", "type": "nominal", "sort": [row["n"] for row in rows], "axis": None, "scale": {"padding": 0}}
    x = {**axis_of("v", ticks=4), "scale": {"domain": [min(ends), max(ends) * 1.05], "nice": False}}
    colour = {"field": "c", "type": "nominal", "scale": None}
    bars = {
        "mark": {"type": "bar", "height": 11, "yOffset": 8, "strokeWidth": 1.5},
        "encoding": {
            "x": x,
            "fill": colour,
            "stroke": colour,
            "fillOpacity": {"condition": [{"test": "datum.e === 1", "value": 0.12}], "value": 1},
            "tooltip": [{"field": "n", "title": "Place"}, {"field": "t", "title": "Figure"}],
        },
    }
    group = {"data": table(rows, numbers=("v", "e")), "encoding": {"y": y}, "layer": [bars, _above("n", "t", ink)]}
    leftwards = upright(marks, align="right", dx=-4)  # bars reach far to the right here
    return drawn([group, *leftwards], ink=ink, height={"step": _SECTOR})


def _above(name: str, figure: str, ink: Ink) -> Spec:
    """The name of a row and its figure, above its bar."""
    text = {"type": "text", "align": "left", "dy": -8, "fontSize": 12, "color": ink.text, "limit": {"expr": "width"}}
    return {
        "transform": [{"calculate": f"datum.{name} + '  ' + datum.{figure}", "as": "l"}],
        "mark": text,
        "encoding": {"x": {"value": 2}, "text": {"field": "l", "type": "nominal"}},
    }


def profile(dots: pd.DataFrame, *, ink: Ink) -> Spec:
    """The standard score of places, a block of lanes for each feature: each dot has its own lane and its name there.

    `dots` has title (of the feature), area_name, score, text (the figure in words) and own (the place itself), in the
    order of the lanes. A place without a figure has an empty lane that says so.
    """
    rows = _lanes(dots)
    scores = [row["s"] for row in rows if row["s"] != ""]
    most = max([2.0, *map(abs, scores)]) * 1.05
    y = {"field": "k", "type": "ordinal", "axis": None, "scale": {"padding": 0.75}}
    x = {**axis_of("s", ticks=5, grid=True), "scale": {"domain": [-most, most], "nice": False}}
    x["axis"] |= {
        "orient": "top",
        "domain": False,
        "ticks": False,
        "values": [-4, -3, -2, -1, 0, 1, 2, 3, 4],
        "gridOpacity": 0.35,
    }
    x["axis"] |= {"labelExpr": "datum.value === 0 ? 'average' : format(datum.value, '+d')"}
    own = {"condition": [{"test": "datum.o === 1", "value": ink.accent}]}
    points = {
        "transform": [{"filter": "isValid(datum.s)"}],
        "mark": {"type": "point", "filled": True, "opacity": 1},
        "encoding": {
            "x": x,
            "color": {**own, "value": ink.line},
            "size": {"condition": [{"test": "datum.o === 1", "value": 90}], "value": 45},
            "tooltip": [{"field": "n", "title": "Place"}, {"field": "t", "title": "Figure"}],
        },
    }
    names = [_names(side, x, ink=ink) for side in ("left", "right")]
    layers = [_headings(ink), points, *names, _missing(ink)]
    group = {"data": table(rows, numbers=("k", "s", "o")), "encoding": {"y": y}, "layer": layers}
    average = {"data": {"values": [{}]}, "mark": {"type": "rule", "color": ink.quiet}, "encoding": {"x": {"datum": 0}}}
    return drawn([average, group], ink=ink, height={"step": _LANE})


def _lanes(dots: pd.DataFrame) -> list[Spec]:
    """A lane with the name of each feature, under it one for each place, and a bare one; numbered from the top."""
    bare = {"f": "", "n": "", "t": "", "s": "", "o": 0}
    rows: list[Spec] = []
    for title, block in dots.groupby("title", sort=False):
        rows += [bare] * bool(rows) + [{**bare, "f": title}]
        for dot in each_row(block):
            score = "" if pd.isna(dot.score) else round(float(dot.score), 3)
            rows.append({**bare, "n": dot.area_name, "t": dot.text, "s": score, "o": int(dot.own)})
    return [{"k": lane, **row} for lane, row in enumerate(rows)]


def _headings(ink: Ink) -> Spec:
    text = {"type": "text", "align": "left", "fontWeight": "bold", "fontSize": 12, "color": ink.text}
    return {
        "transform": [{"filter": "!datum.n"}],  # the bare lanes too, which nothing else would keep free
        "mark": {**text, "limit": {"expr": "width"}},
        "encoding": {"x": {"value": 2}, "text": {"field": "f", "type": "nominal"}},
    }


def _names(side: str, x: Spec, *, ink: Ink) -> Spec:
    """The names of the dots on one side of the average, on the side where there is room."""
    left = side == "left"
    test = "datum.s < 0" if left else "datum.s >= 0"
    own = [{"test": "datum.o === 1", "value": ink.accent}]
    mark = {"type": "text", "align": side, "dx": 9 if left else -9, "fontSize": 11, "limit": {"expr": "width * 0.48"}}
    return {
        "transform": [
            {"filter": f"isValid(datum.s) && {test}"},
            {"calculate": "datum.t + '  ' + datum.n", "as": "l"},
        ],
        "mark": mark,
        "encoding": {
            "x": x,
            "text": {"field": "l", "type": "nominal"},
            "color": {"condition": own, "value": ink.text},
        },
    }


def _missing(ink: Ink) -> Spec:
    return {
        "transform": [
            {"filter": "datum.n && !isValid(datum.s)"},
            {"calculate": "datum.n + ': no figure'", "as": "l"},
        ],
        "mark": {"type": "text", "align": "left", "fontSize": 11, "fontStyle": "italic", "color": ink.text},
        "encoding": {"x": {"value": 2}, "text": {"field": "l", "type": "nominal"}},
    }


def mixes(sectors: pd.DataFrame, *, ink: Ink) -> Spec:
    """A place's share of each sector as a dot on the range of its peers.

    `sectors` has sector, share, low and high (in %), and text.
    """
    rows = [
        {"n": row.sector, "v": round(row.share, 2), "a": round(row.low, 2), "b": round(row.high, 2), "t": row.text}
        for row in each_row(sectors)
    ]
    most = max([row["b"] for row in rows] + [row["v"] for row in rows], default=1.0)
    y = {"field": "n", "type": "nominal", "sort": [row["n"] for row in rows], "axis": None, "scale": {"padding": 0}}
    x = {**axis_of("v", ticks=4, grid=True), "scale": {"domain": [0, most * 1.08], "nice": False}}
    x["axis"] |= {"labelExpr": "datum.label + '%'", "gridOpacity": 0.35}
    tooltip = [{"field": "n", "title": "Sector"}, {"field": "t", "title": "Share"}]
    layers = [
        _above("n", "t", ink),
        {
            "mark": {"type": "bar", "height": 8, "yOffset": 6, "color": ink.quiet, "cornerRadius": 4},
            "encoding": {"x": {**x, "field": "a"}, "x2": {"field": "b"}, "tooltip": tooltip},
        },
        {
            "mark": {"type": "point", "filled": True, "size": 90, "yOffset": 6, "opacity": 1, "color": ink.accent},
            "encoding": {"x": x, "tooltip": tooltip},
        },
    ]
    group = {"data": table(rows, numbers=("v", "a", "b")), "encoding": {"y": y}, "layer": layers}
    return drawn([group], ink=ink, height={"step": _SECTOR})
