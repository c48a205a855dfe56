"""Charts of one indicator over areas and over time, as Vega-Lite specifications with the figures inside.

Plain dictionaries: building and checking the same through Altair took two thirds of a page's time. What matters is
named on the chart itself. Areas are told apart by their code (`c`), named by `n`, and their figure is `v`.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd

from pages.ui.palette import Ink

Spec = dict[str, Any]


@dataclass(frozen=True)
class Mark:
    """A value to mark across a chart, with its name and colour."""

    name: str
    value: float
    colour: str


def ranked_bars(
    figures: pd.DataFrame,
    *,
    selected: str | None,
    beyond: float | None,
    polarity: str,
    marks: Sequence[Mark],
    ink: Ink,
) -> Spec:
    """Areas from the highest figure to the lowest; those on the better side of `beyond` stand out, and the selected
    one most.

    `figures` has area_code, area_name, value, label (in words) and short (without its unit's words).
    """
    rows = _rows(figures, "short")
    ends = [0.0, *(row["v"] for row in rows), *(mark.value for mark in marks)]
    room = {"domain": [min(ends), max(ends) * 1.22], "nice": False}  # leaves a column for the figures at the right
    best = {"field": "v", "op": "max", "order": "descending"}
    names = {"labelLimit": 185, "labelOverlap": False, "labelFlush": False, "ticks": False, "domain": False}
    better = "<" if polarity == "lower" else ">"
    shades = [
        {"test": f"datum.c === {json.dumps(selected)}", "value": ink.accent},
        {"test": "false" if beyond is None else f"datum.v {better} {json.dumps(beyond)}", "value": ink.soft},
    ]
    bars = {
        "mark": {"type": "bar", "height": {"band": 0.72}},
        "encoding": {
            "x": {**_axis_of("v", ticks=4), "scale": room},
            "color": {"condition": shades, "value": ink.quiet},
            "tooltip": _tooltip("short"),
        },
    }
    labels = {
        "mark": {"type": "text", "align": "right", "color": ink.text, "fontSize": 11},
        "encoding": {"x": {"value": "width"}, "text": {"field": "short"}},
    }
    y = {"field": "n", "type": "nominal", "sort": best, "title": None, "axis": names}
    group = {"data": _table(rows), "encoding": {"y": y}, "layer": [bars, labels]}
    return _drawn([group, *_upright(marks)], ink=ink, height={"step": 17})


def distribution(figures: pd.DataFrame, *, selected: str | None, marks: Sequence[Mark], ink: Ink) -> Spec:
    """A strip with one tick an area; the selected one is drawn dark and named."""
    ticks = {
        "mark": {"type": "tick", "thickness": 2, "size": 26, "opacity": 0.8, "color": ink.line},
        "encoding": {"tooltip": _tooltip("v")},
    }
    chosen = {"mark": {"type": "tick", "thickness": 4, "size": 40, "color": ink.accent}}
    name = {
        "mark": {"type": "text", "dy": 34, "color": ink.text, "fontWeight": "bold"},
        "encoding": {"text": {"field": "n"}},
    }
    only = {"transform": [{"filter": f"datum.c === {json.dumps(selected)}"}], "layer": [chosen, name]}
    x = _axis_of("v", ticks=6, offset=18)
    group = {"data": _table(_rows(figures)), "encoding": {"x": x}, "layer": [ticks, only]}
    return _drawn([group, *_upright(marks)], ink=ink, height=110)


def trends(
    history: pd.DataFrame,
    times: Mapping[float, str],
    *,
    stressed: Mapping[str, str],
    marks: Sequence[Mark],
    decimals: int,
    ink: Ink,
) -> Spec:
    """Every area's figures over time in grey, the stressed ones (code -> colour) drawn dark and named at their end.

    `history` has area_code, area_name and a column for each period, in the order of `times` (the year, with the
    part of it gone by, at which each starts -> its label). A line's figures travel as one text, which is a tenth of
    what a row for each of them takes.
    """
    rows = [
        {"c": code, "n": name, "s": ";".join("" if pd.isna(v) else f"{v:.{decimals}f}" for v in values)}
        for code, name, *values in history.itertuples(index=False)
    ]
    inside = f"indexof({json.dumps(list(stressed))}, datum.c) >= 0"
    group = {
        "data": _table(rows),
        "transform": _unfold(times),
        "encoding": {"x": _time_axis(times), "y": _axis_of("v", ticks=5, grid=True)},
        "layer": [_quiet_lines(inside, ink=ink), *_stressed_lines(inside, stressed)],
    }
    return _drawn([group, *_across(marks)], ink=ink, height=300)


def _unfold(times: Mapping[float, str]) -> list[Spec]:
    """From a row a line to a row a figure: its time `t`, the period `p` and the value `v`."""
    return [
        {"calculate": "split(datum.s, ';')", "as": "v"},
        {"flatten": ["v"]},
        {"window": [{"op": "row_number", "as": "i"}], "groupby": ["c"]},
        {"calculate": f"{json.dumps(list(times))}[datum.i - 1]", "as": "t"},
        {"calculate": f"{json.dumps(list(times.values()))}[datum.i - 1]", "as": "p"},
        {"calculate": "datum.v === '' ? null : toNumber(datum.v)", "as": "v"},  # a line breaks where there is no figure
    ]


def _time_axis(times: Mapping[float, str]) -> Spec:
    """Time runs evenly, the periods are named where they are, and there is room for names at the end."""
    first, last = min(times), max(times)
    label = f"{json.dumps(list(times.values()))}[indexof({json.dumps(list(times))}, datum.value)]"
    return {
        "field": "t",
        "type": "quantitative",
        "title": None,
        "scale": {"domain": [first, last + 0.2 * (last - first)], "nice": False},
        "axis": {"values": list(times), "labelExpr": label, "labelOverlap": True, "grid": False},
    }


def _quiet_lines(inside: str, *, ink: Ink) -> Spec:
    return {
        "transform": [{"filter": f"!({inside})"}],
        "mark": {"type": "line", "strokeWidth": 1, "opacity": 0.7, "color": ink.quiet},
        "encoding": {"detail": {"field": "c"}, "tooltip": _tooltip("p", "v")},
    }


def _stressed_lines(inside: str, stressed: Mapping[str, str]) -> tuple[Spec, Spec]:
    """The stressed lines, and their names at the end of each."""
    scale = {"domain": list(stressed), "range": list(stressed.values())}
    colour = {"field": "c", "type": "nominal", "scale": scale, "legend": None}
    final = {"window": [{"op": "last_value", "field": "i", "as": "end"}], "groupby": ["c"], "frame": [None, None]}
    lines = {
        "transform": [{"filter": inside}],
        "mark": {"type": "line", "strokeWidth": 3, "point": True},
        "encoding": {"color": colour, "tooltip": _tooltip("p", "v")},
    }
    names = {
        "transform": [{"filter": f"isValid(datum.v) && {inside}"}, final, {"filter": "datum.i === datum.end"}],
        "mark": {"type": "text", "align": "left", "dx": 7, "fontWeight": "bold", "limit": 190},
        "encoding": {"text": {"field": "n"}, "color": colour},
    }
    return lines, names


def _drawn(layers: list[Spec], *, ink: Ink, height: int | Spec) -> Spec:
    axis = {"labelColor": ink.text, "titleColor": ink.text}
    silent = {"aria": False}  # the text alternative stands beside the picture
    return {"height": height, "config": {"axis": {**axis, **silent}, "mark": silent, **silent}, "layer": layers}


def _table(rows: list[Spec]) -> Spec:
    """Rows as CSV within a layer: at the top Streamlit would send them as a table three times as large."""
    text = io.StringIO()
    if rows:
        writer = csv.DictWriter(text, rows[0], lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)
    return {"values": text.getvalue(), "format": {"type": "csv", "parse": {"v": "number"}}}


def _rows(figures: pd.DataFrame, *more: str) -> list[Spec]:
    names = ("c", "n", "v", *more)
    columns = (figures[name] for name in ("area_code", "area_name", "value", *more))
    rows = (dict(zip(names, row, strict=True)) for row in zip(*columns, strict=True))
    return [{**row, "v": round(row["v"], 4)} for row in rows if row["v"] == row["v"]]


def _axis_of(field: str, *, ticks: int, grid: bool = False, offset: int = 0) -> Spec:
    axis = {"format": "~s", "grid": grid, "tickCount": ticks, "labelFlush": False, "offset": offset}
    return {"field": field, "type": "quantitative", "title": None, "axis": axis}


def _tooltip(*fields: str) -> list[Spec]:
    titles = {"p": "Period", "v": "Figure", "short": "Figure"}
    return [{"field": "n", "title": "Place"}, *({"field": field, "title": titles[field]} for field in fields)]


def _upright(marks: Sequence[Mark]) -> list[Spec]:
    """A dashed upright line for every mark; their names stand one above the other."""
    pairs = [_rule("x", mark, {"y": 0, "dy": -5 - 14 * row}) for row, mark in enumerate(marks)]
    return [layer for pair in pairs for layer in pair]


def _across(marks: Sequence[Mark]) -> list[Spec]:
    """A dashed level line for every mark, with its name at the left."""
    pairs = [_rule("y", mark, {"x": 0, "dx": 4, "dy": -5}) for mark in marks]
    return [layer for pair in pairs for layer in pair]


def _rule(channel: str, mark: Mark, place: Spec) -> tuple[Spec, Spec]:
    """A dashed line at a value of a channel, and its name; they stand on one datum of their own."""
    at = {channel: {"datum": mark.value}}
    text = {"type": "text", "text": mark.name, "color": mark.colour, "fontWeight": "bold", "fontSize": 11}
    line = {"type": "rule", "strokeDash": [4, 3], "color": mark.colour, "strokeWidth": 1.3}
    one = {"values": [{}]}
    return (
        {"data": one, "mark": line, "encoding": at},
        {"data": one, "mark": {**text, "baseline": "bottom", "align": "left", **place}, "encoding": at},
    )
