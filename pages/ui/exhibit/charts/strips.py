"""Every place's location quotient in each industry: a row of ticks under the industry's name, the highest one named."""

from __future__ import annotations

import json
from collections.abc import Mapping

import pandas as pd

from pages.ui.exhibit.charts.base import Mark, Spec, drawn, table, upright
from pages.ui.exhibit.palette import Ink
from pages.ui.rows import each_row

_ROW = 54


def leaders(industries: pd.DataFrame, *, names: Mapping[str, str], ink: Ink) -> Spec:
    """A row an industry on a doubling scale; the place that leads it is named, the others are when pointed at.

    `industries` has industry, title, quotients and codes (of the places, highest first), leader and largest (the
    place that leads, and its quotient), in the order of the rows; `names` are the places' by code. A row's quotients
    travel as one text, and each name once.
    """
    rows: list[Spec] = [
        {"c": row.industry, "n": row.title, "s": ";".join(f"{value:.2f}" for value in row.quotients)}
        | {"a": ";".join(row.codes), "l": f"{row.leader} {row.largest:.1f} ×", "q": round(row.largest, 2)}
        for row in each_row(industries)
    ]
    top = max([2.0, *(row["q"] for row in rows)])
    scale = {"type": "log", "base": 2, "domain": [0.25, top * 1.05], "nice": False, "clamp": True}
    marked = [times for times in (0.25, 0.5, 1, 2, 4, 8, 16, 32, 64, 128) if times <= top * 1.05]
    axis = {"values": marked, "labelExpr": "datum.value + ' ×'", "grid": True, "orient": "top"}
    x = {"field": "v", "type": "quantitative", "title": None, "scale": scale, "axis": axis}
    y = {"field": "c", "type": "nominal", "sort": [row["c"] for row in rows], "axis": None, "scale": {"padding": 0}}
    group = {
        "data": table(rows, numbers=("q",)),
        "encoding": {"y": y},
        "layer": [_ticks(x, names=names, ink=ink), *_names(ink)],
    }
    line = upright([Mark("", 1, ink.benchmark)])
    return drawn([group, *line], ink=ink, height={"step": _ROW})


def _ticks(x: Spec, *, names: Mapping[str, str], ink: Ink) -> Spec:
    unfold = [
        {"calculate": "split(datum.s, ';')", "as": "v"},
        {"calculate": "split(datum.a, ';')", "as": "p"},
        {"flatten": ["v", "p"]},
        {"calculate": "toNumber(datum.v)", "as": "v"},
        {"calculate": f"{json.dumps(names, ensure_ascii=False)}[datum.p]", "as": "place"},
    ]
    fields = {"place": "Place", "n": "Industry", "v": "Times England’s share"}
    tooltip = [{"field": field, "type": "nominal", "title": title} for field, title in fields.items()]
    shades = [{"test": "datum.v === datum.q", "value": ink.accent}]
    return {
        "transform": unfold,
        "mark": {"type": "tick", "size": 13, "thickness": 2.5, "yOffset": 14, "opacity": 0.85},
        "encoding": {"x": x, "color": {"condition": shades, "value": ink.quiet}, "tooltip": tooltip},
    }


def _names(ink: Ink) -> list[Spec]:
    """The industry, and under it the place that leads in it, above their ticks."""
    text = {"type": "text", "baseline": "middle", "align": "left", "fontSize": 12, "limit": {"expr": "width"}}
    return [
        {
            "mark": {**text, "dy": -19, "color": ink.text},
            "encoding": {"x": {"value": 2}, "text": {"field": "n"}},
        },
        {
            "mark": {**text, "dy": -4, "color": ink.accent, "fontWeight": "bold"},
            "encoding": {"x": {"value": 2}, "text": {"field": "l"}},
        },
    ]
