"""What every chart is made of: a Vega-Lite specification as a plain dictionary with the figures inside.

Building and checking the same through Altair took two thirds of a page's time.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from pages.ui.exhibit.palette import Ink

Spec = dict[str, Any]


@dataclass(frozen=True)
class Mark:
    """A value to mark across a chart, with its name and colour."""

    name: str
    value: float
    colour: str


def drawn(layers: list[Spec], *, ink: Ink, height: int | Spec, **top: Any) -> Spec:
    """The chart of these layers, with what else belongs at its `top` (width, params, …)."""
    axis = {"labelColor": ink.text, "titleColor": ink.text}
    silent = {"aria": False}  # the text alternative stands beside the picture
    config = {"axis": {**axis, **silent}, "mark": silent, **silent}
    return {"height": height, "config": config, "layer": layers, **top}


def table(rows: Sequence[Mapping[Any, Any]], *, numbers: Sequence[str] = ("v",)) -> Spec:
    """Rows as CSV within a layer: at the top Streamlit would send them as a table three times as large.

    Fields that are not named among the `numbers` are text.
    """
    text = io.StringIO()
    if rows:
        writer = csv.DictWriter(text, rows[0], lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)
    return {"values": text.getvalue(), "format": {"type": "csv", "parse": dict.fromkeys(numbers, "number")}}


def axis_of(field: str, *, ticks: int, grid: bool = False, offset: int = 0) -> Spec:
    axis: Spec = {"format": "~s", "grid": grid, "tickCount": ticks, "labelFlush": False}
    if offset:
        axis["offset"] = offset
    return {"field": field, "type": "quantitative", "title": None, "axis": axis}


def legend(names: Mapping[str, str], *, ink: Ink, **looks: Any) -> Spec:
    """The legend under a chart, with these `looks`: what the values of a scale are called, in this order."""
    said = {"values": list(names), "labelExpr": f"({json.dumps(dict(names), ensure_ascii=False)})[datum.value]"}
    plain = {"title": None, "orient": "bottom", "columns": 1, "labelLimit": 0, "labelColor": ink.text}
    return {**plain, "symbolStrokeColor": ink.line, "symbolStrokeWidth": 1, **said, **looks}


def upright(marks: Sequence[Mark], **looks: Any) -> list[Spec]:
    """A dashed upright line for every mark; their names, with these `looks`, stand one above the other."""
    return [_rule("x", mark, {"y": 0, "dy": -5 - 14 * row, **looks}) for row, mark in enumerate(marks)]


def across(marks: Sequence[Mark], **looks: Any) -> list[Spec]:
    """A dashed level line for every mark, with its name at the left, or as its `looks` say."""
    return [_rule("y", mark, {"x": 0, "dx": 4, "dy": -5, **looks}) for mark in marks]


def _rule(channel: str, mark: Mark, place: Spec) -> Spec:
    """A dashed line at a value of a channel, and its name if it has one; they stand on one datum of their own."""
    text = {"type": "text", "text": mark.name, "color": mark.colour, "fontWeight": "bold", "fontSize": 11}
    line = {"mark": {"type": "rule", "strokeDash": [4, 3], "color": mark.colour, "strokeWidth": 1.3}}
    name = {"mark": {**text, "baseline": "bottom", "align": "left", **place}}
    return {
        "data": {"values": [{}]},
        "encoding": {channel: {"datum": round(mark.value, 4)}},
        "layer": [line, name] if mark.name else [line],
    }
