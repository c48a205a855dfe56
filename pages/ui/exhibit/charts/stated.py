"""Stated figures beside recomputed ones: as ratios, over the years, and how far an aim has come."""

from __future__ import annotations

import json

import pandas as pd

from geo.palette import TURQUOISE
from lis_data import measures
from lis_data.period import label, parse
from lis_data.statements.text import as_stated, dated, decimals_of, figure
from pages.ui.exhibit.charts.base import Mark, Spec, axis_of, drawn, table, upright
from pages.ui.exhibit.palette import Ink
from pages.ui.rows import each_row

_ROW, _WAY = 50, 46
PICK = "dot"
"""The selection of `ratios`, whose rows hold a claim as `c`."""
_PLACE = "place"
"""The unit of ranks."""
_TIMES = (0.25, 0.5, 1, 2, 4)


def ratios(rows: pd.DataFrame, *, ink: Ink) -> Spec:
    """A row a claim on a doubling scale of recomputed / stated, with the band within which they are close.

    `rows` has a row a reading: statement_id, area_name, figure (as stated), measure, recomputed and verdict (in words),
    reading, value, unit, period, ratio, fit; in the order of the claims.
    """
    marked: list[Spec] = [
        {
            "c": row.statement_id,
            "n": f"{row.area_name}: {row.measure}",
            "s": f"{row.verdict}: stated {row.figure}, recomputed {row.recomputed}",
            "r": row.reading,
            "d": dated(row.value, row.unit, row.period),
            "v": round(row.ratio, 3),
            "a": row.fit,
        }
        for row in each_row(rows)
    ]
    order = list(dict.fromkeys(row["c"] for row in marked))
    y = {"field": "c", "type": "nominal", "sort": order, "axis": None, "scale": {"type": "band", "padding": 0}}
    least, most = min(0.5, *(row["v"] for row in marked)), max(2.0, *(row["v"] for row in marked))
    scale = {"type": "log", "base": 2, "domain": [least * 0.95, most * 1.05], "nice": False}
    axis = {"values": list(_TIMES), "labelExpr": "datum.value + ' ×'", "grid": True, "orient": "top"}
    x = {"field": "v", "type": "quantitative", "title": None, "scale": scale, "axis": axis}
    group = {"data": table(marked, numbers=("v",)), "encoding": {"y": y}, "layer": [_dots(x, ink), *_names(ink)]}
    return drawn([_band(scale, ink), group, *upright([Mark("", 1, ink.benchmark)])], ink=ink, height={"step": _ROW})


def _band(scale: Spec, ink: Ink) -> Spec:
    near = {"low": 1 - measures.TOLERANCE, "high": 1 + measures.TOLERANCE}
    ends = {"x": {"field": "low", "type": "quantitative", "scale": scale}, "x2": {"field": "high"}}
    return {"data": {"values": [near]}, "mark": {"type": "rect", "color": ink.quiet, "opacity": 0.45}, "encoding": ends}


def _dots(x: Spec, ink: Ink) -> Spec:
    fields = {"n": "Claim", "s": "Stated", "r": "Reading", "d": "Recomputed", "v": "Recomputed / stated"}
    return {
        "params": [{"name": PICK, "select": {"type": "point", "fields": ["c"]}}],
        "mark": {"type": "point", "size": 90, "strokeWidth": 2, "opacity": 1, "yOffset": 13, "cursor": "pointer"},
        "encoding": {
            "x": x,
            "stroke": {"value": ink.accent},
            "fill": {
                "field": "a",
                "scale": {"domain": list(measures.FITS), "range": [ink.accent, ink.soft, ink.paper]},
                "legend": None,
            },
            "tooltip": [{"field": field, "title": title} for field, title in fields.items()],
        },
    }


def _names(ink: Ink) -> list[Spec]:
    """The claim, and under it what is stated and the verdict, above its dots."""
    text = {"type": "text", "baseline": "middle", "align": "left", "fontSize": 12, "limit": {"expr": "width"}}
    once = [{"window": [{"op": "row_number", "as": "i"}], "groupby": ["c"]}, {"filter": "datum.i === 1"}]
    lines = (("n", {"dy": -17, "color": ink.text}), ("s", {"dy": -3, "color": ink.accent, "fontWeight": "bold"}))
    return [
        {
            "transform": once,
            "mark": {**text, **look},
            "encoding": {"x": {"value": 2}, "text": {"field": field}},
        }
        for field, look in lines
    ]


def years(figures: pd.DataFrame, *, compare: bool, ink: Ink) -> Spec:
    """The readings of one claim over time beside the stated figure, with the band round it if they are compared.

    `figures` has reading, period, value, unit, stated (one for all), counts.
    """
    unit, stated = figures["unit"].iloc[0], figures["stated"].iloc[0]
    readings = figures["reading"].unique().tolist()
    shades = {"domain": readings, "range": [ink.accent, ink.soft, TURQUOISE, ink.line][: len(readings)]}
    rows: list[Spec] = [
        {"r": row.reading, "t": _time(row.period), "p": label(row.period)}
        | {"v": round(row.value, 3), "f": figure(row.value, unit), "k": int(row.counts)}
        for row in each_row(figures)
    ]
    colour = {"field": "r", "type": "nominal", "scale": shades, "legend": None}
    group = {
        "data": table(rows, numbers=("t", "v", "k")),
        "encoding": {"x": _years_axis([row["t"] for row in rows]), "y": _levels(unit), "color": colour},
        "layer": _lines(readings, shades, ink),
    }
    known = pd.notna(stated)
    band = [_level_band(stated, ink)] if known and compare and unit != _PLACE else []
    mark = [_stated_level(stated, unit, ink)] if known else []
    return drawn([*band, group, *mark], ink=ink, height=340, resolve={"axis": {"y": "independent"}})


def _years_axis(times: list[float]) -> Spec:
    scale = {"domain": [min(times) - 0.3, max(times) + 0.3], "nice": False}
    axis = {"format": "d", "tickMinStep": 1, "grid": False, "labelOverlap": True}
    return {"field": "t", "type": "quantitative", "title": None, "scale": scale, "axis": axis}


def _levels(unit: str) -> Spec:
    """The axis of the figures; the first of several places is at the top."""
    is_rank = unit == _PLACE
    y = axis_of("v", ticks=5, grid=True)
    integers = {"format": "d", "tickMinStep": 1} if is_rank else {}
    scale = {"zero": False, "reverse": is_rank, "nice": False, "padding": 26}
    return {**y, "axis": {**y["axis"], **integers}, "scale": scale}


def _stated_level(stated: float, unit: str, ink: Ink) -> Spec:
    """A dashed line at the stated figure, named beside the chart at its right, where no other line can run."""
    name = ["stated", as_stated(stated, unit)]
    axis: Spec = {"orient": "right", "values": [stated], "labelExpr": json.dumps(name), "labelColor": ink.benchmark}
    axis |= {"labelFontWeight": "bold", "labelFontSize": 11, "title": None, "grid": False}
    axis |= {"domain": False, "ticks": False}
    return {
        "data": {"values": [{"v": stated}]},
        "mark": {"type": "rule", "strokeDash": [4, 3], "color": ink.benchmark, "strokeWidth": 1.3},
        "encoding": {"y": {"field": "v", "type": "quantitative", "axis": axis}},
    }


def _lines(readings: list[str], scale: Spec, ink: Ink) -> list[Spec]:
    fields = {"r": "Reading", "p": "Period", "f": "Recomputed"}
    tooltip = [{"field": field, "title": title} for field, title in fields.items()]
    points = {"type": "point", "size": 70, "strokeWidth": 2, "opacity": 1}
    shades = {
        "condition": {"test": "datum.k === 0", "value": ink.paper},
        "field": "r",
        "type": "nominal",
        "scale": scale,
    }
    values = {"type": "text", "dy": -13, "fontSize": 11, "color": ink.text}
    first = f"datum.r === {json.dumps(readings[0])}" if len(readings) < 3 else "false"
    return [
        {"mark": {"type": "line", "strokeWidth": 2.5}},
        {"mark": points, "encoding": {"fill": {**shades, "legend": None}, "tooltip": tooltip}},
        {
            "transform": [{"filter": f"{first} && datum.k === 1"}],
            "mark": values,
            "encoding": {"text": {"field": "f"}, "color": {"value": ink.text}},
        },
        *_line_names(readings, ink),
    ]


def _line_names(readings: list[str], ink: Ink) -> list[Spec]:
    """Each line's name under it with a dot of its colour: of the first, third … where it begins, of the others where
    it ends, so that lines on top of each other are both named.
    """
    count = [
        {"window": [{"op": "row_number", "as": "i"}], "groupby": ["r"], "sort": [{"field": "t"}]},
        {"joinaggregate": [{"op": "count", "as": "n"}], "groupby": ["r"]},
    ]
    mark = {"type": "text", "dy": 18, "fontWeight": "bold", "fontSize": 12, "limit": {"expr": "width"}}
    halo = {"stroke": ink.paper, "strokeWidth": 5}  # a border of paper, so that a name is read across lines
    ends = (("left", 1, "datum.i === 1", readings[::2]), ("right", -1, "datum.i === datum.n", readings[1::2]))
    layers: list[Spec] = []
    for align, side, where, named in ends:
        look = {**mark, "align": align, "dx": 14 * side}
        name = {"text": {"field": "r"}, "color": {"value": ink.text}}
        marks = [
            {"mark": {**look, **halo}, "encoding": {**name, "color": {"value": ink.paper}}},
            {"mark": look, "encoding": name},
            {"mark": {"type": "circle", "size": 70, "opacity": 1, "xOffset": 5 * side, "yOffset": 18}},
        ]
        transform = [*count, {"filter": f"{where} && indexof({json.dumps(named)}, datum.r) >= 0"}]
        layers.append({"transform": transform, "layer": marks})
    return layers


def _level_band(stated: float, ink: Ink) -> Spec:
    low, high = measures.close_range(stated, decimals=decimals_of(stated))
    ends = {"y": {"field": "low", "type": "quantitative", "axis": None}, "y2": {"field": "high"}}
    near = {"low": low, "high": high}
    return {"data": {"values": [near]}, "mark": {"type": "rect", "color": ink.quiet, "opacity": 0.35}, "encoding": ends}


def _time(period: str) -> float:
    """The year with the part of it that has gone by when a period starts."""
    found = parse(period)
    return round(found.year + (found.month - 1) / 12, 2)


def ways(rows: pd.DataFrame, *, ink: Ink) -> Spec:
    """A bar a reading of an aim for the part of the way that is done, and a mark for the part of the time gone by.

    `rows` has statement_id, number, area_name, measure, figure, due, reading, way and time (both in %), progress_text.
    """
    marked: list[Spec] = [
        {
            "c": f"{row.statement_id} {row.number}",
            "n": f"{row.area_name}: {row.measure}, {row.figure} by {row.due}",
            "r": f"{row.reading} · {row.progress_text}",
            "v": round(row.way, 1),
            "t": round(row.time, 1),
            "o": int(row.way >= row.time),
        }
        for row in each_row(rows)
    ]
    y = {"field": "c", "type": "nominal", "sort": [row["c"] for row in marked], "axis": None, "scale": {"padding": 0}}
    least, most = min(0, *(row["v"] for row in marked)), max(100, *(row["v"] for row in marked))
    scale = {"domain": [least * 1.05, most * 1.05], "nice": False}
    axis = {"labelExpr": "datum.value + '%'", "grid": True, "orient": "top", "tickCount": 5}
    x = {"field": "v", "type": "quantitative", "title": None, "scale": scale, "axis": axis}
    group = {"data": table(marked, numbers=("v", "t", "o")), "encoding": {"y": y}, "layer": _way_layers(x, ink)}
    return drawn([group], ink=ink, height={"step": _WAY})


def _way_layers(x: Spec, ink: Ink) -> list[Spec]:
    fields = {"n": "Aim", "r": "Reading", "v": "Part of the way (%)", "t": "Part of the time (%)"}
    tooltip = [{"field": field, "title": title} for field, title in fields.items()]
    shade = {"condition": {"test": "datum.o === 1", "value": ink.accent}, "value": ink.soft}
    text = {"type": "text", "baseline": "middle", "align": "left", "fontSize": 12, "limit": {"expr": "width"}}
    return [
        {
            "mark": {"type": "bar", "height": 11, "yOffset": 14},
            "encoding": {"x": x, "color": shade, "tooltip": tooltip},
        },
        {
            "mark": {"type": "tick", "size": 18, "thickness": 3, "yOffset": 14, "color": ink.benchmark},
            "encoding": {"x": {**x, "field": "t"}, "tooltip": tooltip},
        },
        {
            "mark": {**text, "dy": -14, "color": ink.text, "fontWeight": "bold"},
            "encoding": {"x": {"value": 2}, "text": {"field": "n"}},
        },
        {
            "mark": {**text, "dy": 0, "color": ink.text},
            "encoding": {"x": {"value": 2}, "text": {"field": "r"}},
        },
    ]
