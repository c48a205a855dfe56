"""A grid of cells with their figures in them, a row under each row's own name: as readable on a phone as on a desk."""

from __future__ import annotations

import json
import textwrap
from collections.abc import Sequence

import pandas as pd

from pages.ui.exhibit.charts.base import Spec, drawn, table
from pages.ui.exhibit.palette import Ink
from pages.ui.rows import each_row

TIMES = (0.5, 0.8, 1.25, 2.0, 4.0)
"""Bounds of the classes of location quotients: a class holds what is above the bound before it, up to its own."""
_CELL, _LINE = 22, 14
_LETTERS, _WIDE = 58, 420
"""Letters in a line of a row's name, and from which width on a name has one line."""
_LYING = 84
"""Pixels a column needs for its name to lie."""


def heatmap(cells: pd.DataFrame, *, columns: Sequence[str], ink: Ink) -> Spec:
    """Location quotients by row and column, on a scale that turns at England's share.

    `cells` has row (in the order of the rows), title, column, value (the quotient; missing is left bare) and text.
    """
    colours = _around_one(ink)
    dark = [{"test": f"datum.v > {TIMES[-1]}", "value": ink.paper}]
    scale = {"type": "threshold", "domain": list(TIMES), "range": colours}
    fill = {"field": "v", "type": "quantitative", "scale": scale, "legend": None}
    return _grid(cells, columns=columns, fill=fill, words={"condition": dark, "value": ink.text}, ink=ink)


def verdicts(cells: pd.DataFrame, *, columns: Sequence[str], ink: Ink) -> Spec:
    """Tests by row and column: passed filled, failed pale, not possible bare; `value` is 1, 0 or missing, and a tick or
    a cross stands at the left of its figure.
    """
    fill = {"condition": [{"test": "datum.v === 1", "value": _mixed(ink.paper, ink.accent, 0.3)}], "value": _pale(ink)}
    return _grid(cells, columns=columns, fill=fill, words={"value": ink.text}, ink=ink, signs=[_signs(ink)])


def _grid(
    cells: pd.DataFrame, *, columns: Sequence[str], fill: Spec, words: Spec, ink: Ink, signs: Sequence[Spec] = ()
) -> Spec:
    rows = [
        {"r": cell.row, "n": "|".join(textwrap.wrap(cell.title, _LETTERS)), "k": cell.column}
        | {"v": "" if pd.isna(cell.value) else round(float(cell.value), 3), "t": cell.text}
        for cell in each_row(cells)
    ]
    lines = max((row["n"].count("|") + 1 for row in rows), default=1)
    head, step = _LINE * lines + 2, _LINE * lines + 2 + _CELL + 5
    x = {"field": "k", "type": "nominal", "sort": list(columns), "title": None, "axis": _top_axis(columns)}
    ticks = [{**sign, "mark": {**sign["mark"], "yOffset": head / 2}} for sign in signs]
    y = {"field": "r", "type": "nominal", "sort": None, "axis": None, "scale": {"padding": 0}}
    grid = {"encoding": {"x": x}, "layer": [_cells(fill, head), _figures(words, head), *ticks]}
    names = {**_names(lines, ink=ink), "transform": [{"filter": f"datum.k === {json.dumps(columns[0])}"}, _one_line()]}
    group = {"data": table(rows), "encoding": {"y": y}, "layer": [grid, names]}
    return drawn([group], ink=ink, height={"step": step})


def _cells(fill: Spec, head: int) -> Spec:
    fields = {"n": "Industry", "where": "Column", "t": "Figure"}
    return {
        "transform": [
            {"filter": "isValid(datum.v)"},
            _one_line(always=True),
            {"calculate": "replace(datum.k, /[|]/g, ' ')", "as": "where"},
        ],
        "mark": {"type": "rect", "height": _CELL, "yOffset": head / 2, "width": {"band": 0.97}, "cornerRadius": 2},
        "encoding": {
            "fill": fill,
            "tooltip": [{"field": field, "type": "nominal", "title": title} for field, title in fields.items()],
        },
    }


def _figures(words: Spec, head: int) -> Spec:
    return {
        "mark": {"type": "text", "yOffset": head / 2, "fontSize": 12, "baseline": "middle"},
        "encoding": {"text": {"field": "t"}, "color": words},
    }


def _signs(ink: Ink) -> Spec:
    """Ticks and crosses at the left end of cells, apart from the figures: many fonts have none."""
    sign = "!isValid(datum.v) ? '' : datum.v === 1 ? '✓' : '✗'"
    return {
        "transform": [{"calculate": sign, "as": "sign"}],
        "mark": {"type": "text", "fontSize": 12, "baseline": "middle", "align": "left", "color": ink.text},
        "encoding": {
            "text": {"field": "sign", "type": "nominal"},
            "x": {"field": "k", "type": "nominal", "bandPosition": 0.05},
        },
    }


def _names(lines: int, *, ink: Ink) -> Spec:
    """The rows' names above their cells, in as many lines as a phone needs."""
    top = -(_CELL + 5) / 2 - (lines - 1) * _LINE / 2
    text = {
        "type": "text",
        "align": "left",
        "baseline": "middle",
        "fontSize": 12,
        "color": ink.text,
    }
    lower = f"{top} + {_LINE} * ({lines} - length(split(datum.n, '|')))"
    return {
        "mark": {**text, "dy": {"expr": lower}, "lineHeight": _LINE, "lineBreak": "|"},
        "encoding": {"text": {"field": "n"}, "x": {"value": 2}},
    }


def _one_line(*, always: bool = False) -> Spec:
    wide = "true" if always else f"width >= {_WIDE}"
    return {"calculate": f"{wide} ? replace(datum.n, /[|]/g, ' ') : datum.n", "as": "n"}


def _top_axis(columns: Sequence[str]) -> Spec:
    """Names of columns in lines (split at `|`) above the grid; upright where there is no room to lie."""
    narrow = f"width / {len(columns)} < {_LYING}"
    lines = max((name.count("|") + 1 for name in columns), default=1)
    return {
        "orient": "top",
        "labelExpr": "split(datum.label, '|')",
        "labelAngle": {"expr": f"{narrow} ? -90 : 0"},
        "labelAlign": {"expr": f"{narrow} ? 'left' : 'center'"},
        "labelBaseline": {"expr": f"{narrow} ? 'middle' : 'line-bottom'"},
        "labelOverlap": False,
        "labelLimit": 220,
        "labelLineHeight": _LINE,
        "domain": False,
        "ticks": False,
        "labelPadding": {"expr": f"{narrow} ? 4 : {4 + _LINE * (lines - 1)}"},
    }


def _around_one(ink: Ink) -> list[str]:
    """Colours below England's share, at it, and above it."""
    below = [_mixed(ink.paper, ink.benchmark, share) for share in (0.45, 0.2)]
    above = [_mixed(ink.paper, ink.accent, share) for share in (0.2, 0.42, 1.0)]
    return [*below, _pale(ink), *above]


def _pale(ink: Ink) -> str:
    return _mixed(ink.paper, ink.quiet, 0.22)


def _mixed(one: str, other: str, share: float) -> str:
    """A colour between two, as #RRGGBB: `share` of the other."""
    pairs = ((int(one[at : at + 2], 16), int(other[at : at + 2], 16)) for at in (1, 3, 5))
    return "#" + "".join(f"{round(a + (b - a) * share):02X}" for a, b in pairs)
