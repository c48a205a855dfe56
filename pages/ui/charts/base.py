"""What every chart is made of: a Vega-Lite specification as a plain dictionary with the figures inside.

Building and checking the same through Altair took two thirds of a page's time.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from pages.ui.palette import Ink

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


def table(rows: list[Spec], *, numbers: Sequence[str] = ("v",)) -> Spec:
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
    axis = {"format": "~s", "grid": grid, "tickCount": ticks, "labelFlush": False, "offset": offset}
    return {"field": field, "type": "quantitative", "title": None, "axis": axis}


def upright(marks: Sequence[Mark]) -> list[Spec]:
    """A dashed upright line for every mark; their names stand one above the other."""
    pairs = [_rule("x", mark, {"y": 0, "dy": -5 - 14 * row}) for row, mark in enumerate(marks)]
    return [layer for pair in pairs for layer in pair]


def across(marks: Sequence[Mark]) -> list[Spec]:
    """A dashed level line for every mark, with its name at the left."""
    pairs = [_rule("y", mark, {"x": 0, "dx": 4, "dy": -5}) for mark in marks]
    return [layer for pair in pairs for layer in pair]


def _rule(channel: str, mark: Mark, place: Spec) -> tuple[Spec, Spec]:
    """A dashed line at a value of a channel, and its name; they stand on one datum of their own."""
    at = {channel: {"datum": round(mark.value, 4)}}
    text = {"type": "text", "text": mark.name, "color": mark.colour, "fontWeight": "bold", "fontSize": 11}
    line = {"type": "rule", "strokeDash": [4, 3], "color": mark.colour, "strokeWidth": 1.3}
    one = {"values": [{}]}
    return (
        {"data": one, "mark": line, "encoding": at},
        {"data": one, "mark": {**text, "baseline": "bottom", "align": "left", **place}, "encoding": at},
    )
