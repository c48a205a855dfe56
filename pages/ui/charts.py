"""Charts of one indicator over areas and over time, as Vega-Lite specifications with the figures inside.

Plain dictionaries: building and checking the same through Altair took two thirds of a page's time. What matters is
named on the chart itself. Areas are told apart by their code (`c`), named by `n`, and their figure is `v`.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pandas as pd

from pages.ui.palette import Ink

Spec = dict[str, Any]
Lines = Mapping[str, float]
"""Values to mark across a chart, by their name."""

_TOOLTIP = [{"field": "n", "title": "Place"}, {"field": "label", "title": "Figure"}]


def ranked_bars(figures: pd.DataFrame, *, selected: str | None, lines: Lines, ink: Ink) -> Spec:
    """Areas from the highest figure to the lowest; `figures` has area_code, area_name, value, label, short."""
    rows = _rows(figures)
    top = max([0.0, *(row["v"] for row in rows)])
    low = min([0.0, *(row["v"] for row in rows)])
    best = {"field": "v", "op": "max", "order": "descending"}
    names = {"labelLimit": 230, "labelOverlap": False, "labelFlush": False, "ticks": False, "domain": False}
    y = {"field": "n", "type": "nominal", "sort": best, "title": None, "axis": names}
    room = {"domain": [low, top * 1.22], "nice": False}  # leaves a column for the figures at the right
    bars = {
        "mark": {"type": "bar", "height": {"band": 0.72}},
        "encoding": {
            "x": {"field": "v", "type": "quantitative", "title": None, "scale": room, "axis": _axis(4)},
            "y": y,
            "color": _stressed(selected, ink.accent, ink.quiet),
            "tooltip": _TOOLTIP,
        },
    }
    labels = {
        "mark": {"type": "text", "align": "right", "color": ink.text, "fontSize": 11},
        "encoding": {"x": {"value": "width"}, "y": y, "text": {"field": "short"}},
    }
    return {"data": {"values": rows}, "height": {"step": 17}, "layer": [bars, *_upright(lines, ink=ink), labels]}


def distribution(figures: pd.DataFrame, *, selected: str | None, lines: Lines, ink: Ink) -> Spec:
    """A strip with one tick an area; the selected one is drawn dark and named."""
    x = {"field": "v", "type": "quantitative", "title": None, "axis": {**_axis(6), "offset": 18}}
    ticks = {
        "mark": {"type": "tick", "thickness": 2, "size": 26, "opacity": 0.8, "color": ink.line},
        "encoding": {"x": x, "tooltip": _TOOLTIP},
    }
    only = [{"filter": {"field": "c", "equal": selected or ""}}]
    chosen = {
        "transform": only,
        "mark": {"type": "tick", "thickness": 4, "size": 40, "color": ink.accent},
        "encoding": {"x": x},
    }
    name = {
        "transform": only,
        "mark": {"type": "text", "dy": 34, "color": ink.text, "fontWeight": "bold"},
        "encoding": {"x": x, "text": {"field": "n"}},
    }
    return {
        "data": {"values": _rows(figures)},
        "height": 110,
        "layer": [ticks, chosen, name, *_upright(lines, ink=ink)],
    }


def trends(
    history: pd.DataFrame,
    times: Mapping[float, str],
    *,
    stressed: Mapping[str, str],
    lines: Lines,
    decimals: int,
    ink: Ink,
) -> Spec:
    """Every area's figures over time in grey, the stressed ones (code -> colour) drawn dark and named at their end.

    `history` has area_code, area_name and a column for each period, in the order of `times` (the year, with the
    part of it gone by, at which each starts -> its label). A line's figures travel as one text, which is a tenth of
    what a row for each of them takes.
    """
    rows = [
        {"c": code, "n": name, "s": ";".join("" if pd.isna(v) else f"{v:.{decimals + 1}f}" for v in values)}
        for code, name, *values in history.itertuples(index=False)
    ]
    over_time = [
        {"calculate": "split(datum.s, ';')", "as": "v"},
        {"flatten": ["v"]},
        {"window": [{"op": "row_number", "as": "i"}], "groupby": ["c"]},
        {"calculate": f"{list(times)}[datum.i - 1]", "as": "t"},
        {"calculate": f"{list(times.values())}[datum.i - 1]", "as": "period"},
        {"filter": "datum.v !== ''"},
        {"calculate": "toNumber(datum.v)", "as": "v"},
    ]
    first, last = min(times), max(times)
    label = f"{list(times.values())}[indexof({list(times)}, datum.value)]"
    x = {
        "field": "t",
        "type": "quantitative",
        "title": None,
        "scale": {"domain": [first, last + 0.2 * (last - first)], "nice": False},  # leaves room for names at the end
        "axis": {"values": list(times), "labelExpr": label, "labelOverlap": True, "grid": False},
    }
    y = {"field": "v", "type": "quantitative", "title": None, "axis": _axis(5, grid=True)}
    colour = {
        "field": "c",
        "type": "nominal",
        "scale": {"domain": list(stressed), "range": list(stressed.values())},
        "legend": None,
    }
    named = {"filter": {"field": "c", "oneOf": list(stressed)}}
    last = {"window": [{"op": "last_value", "field": "i", "as": "end"}], "groupby": ["c"], "frame": [None, None]}
    tooltip = [
        {"field": "n", "title": "Place"},
        {"field": "period", "title": "Period"},
        {"field": "v", "title": "Figure"},
    ]
    quiet = {
        "transform": [{"filter": {"not": named["filter"]}}],
        "mark": {"type": "line", "strokeWidth": 1, "opacity": 0.7, "color": ink.quiet},
        "encoding": {"x": x, "y": y, "detail": {"field": "c"}, "tooltip": tooltip},
    }
    chosen = {
        "transform": [named],
        "mark": {"type": "line", "strokeWidth": 3, "point": True},
        "encoding": {"x": x, "y": y, "color": colour, "tooltip": tooltip},
    }
    ends = {
        "transform": [named, last, {"filter": "datum.i === datum.end"}],
        "mark": {"type": "text", "align": "left", "dx": 7, "fontWeight": "bold", "limit": 190},
        "encoding": {"x": x, "y": y, "text": {"field": "n"}, "color": colour},
    }
    across = [_rule("y", name, value, ink.benchmark, {"x": 0, "dx": 4, "dy": -5}) for name, value in lines.items()]
    layers = [quiet, chosen, ends, *(mark for pair in across for mark in pair)]
    return {"data": {"values": rows}, "transform": over_time, "height": 300, "layer": layers}


def _rows(figures: pd.DataFrame) -> list[Spec]:
    held = figures.dropna(subset="value")
    columns = {"area_code": "c", "area_name": "n", "value": "v", "label": "label", "short": "short"}
    return held[list(columns)].rename(columns=columns).to_dict("records")


def _axis(ticks: int, *, grid: bool = False) -> Spec:
    return {"format": "~s", "grid": grid, "tickCount": ticks}


def _stressed(selected: str | None, colour: str, otherwise: str) -> Spec:
    return {"condition": {"test": {"field": "c", "equal": selected or ""}, "value": colour}, "value": otherwise}


def _upright(lines: Lines, *, ink: Ink) -> list[Spec]:
    """A dashed upright line for every value to mark; their names stand one above the other."""
    colours = (ink.text, ink.benchmark)
    pairs = [
        _rule("x", name, value, colours[row % 2], {"y": 0, "dy": -5 - 14 * row})
        for row, (name, value) in enumerate(lines.items())
    ]
    return [mark for pair in pairs for mark in pair]


def _rule(channel: str, name: str, value: float, colour: str, place: Spec) -> tuple[Spec, Spec]:
    """A dashed line at a value of a channel, and its name; they stand on one datum of their own."""
    at = {channel: {"datum": value}}
    text = {
        "type": "text",
        "color": colour,
        "fontWeight": "bold",
        "baseline": "bottom",
        "align": "left",
        "fontSize": 11,
    }
    line = {"type": "rule", "strokeDash": [4, 3], "color": colour, "strokeWidth": 1.3}
    one = {"values": [{}]}
    return (
        {"data": one, "mark": line, "encoding": at},
        {"data": one, "mark": {**text, **place, "text": name}, "encoding": at},
    )
