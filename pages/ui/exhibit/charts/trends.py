"""One indicator over time: a line for every area. Areas are told apart by their code (`c`) and named by `n`."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence

import pandas as pd

from pages.ui.exhibit.charts.base import Mark, Spec, across, axis_of, drawn, table
from pages.ui.exhibit.palette import Ink
from pages.ui.rows import each_row

_TOOLTIP = [{"field": "n", "title": "Place"}, {"field": "p", "title": "Period"}, {"field": "v", "title": "Figure"}]


def lines(
    history: pd.DataFrame,
    times: Mapping[float, str],
    *,
    breaks: Mapping[str, Sequence[float]],
    stressed: Mapping[str, str],
    marks: Sequence[Mark],
    decimals: int,
    ink: Ink,
) -> Spec:
    """Every area's figures over time in grey, the stressed ones (code -> colour) drawn dark and named at their end.

    `history` has area_code, area_name and a column for each period, in the order of `times` (the year, with the
    part of it gone by, at which each starts -> its label). `breaks` are the times across which nothing is joined, by
    code, and under "" for all other areas. A line's figures travel as one text, which is a tenth of what a row for each
    of them takes.
    """
    rows = [
        {"c": code, "n": name, "s": ";".join("" if pd.isna(v) else f"{v:.{decimals}f}" for v in values)}
        for code, name, *values in each_row(history)
    ]
    inside = f"indexof({json.dumps(list(stressed))}, datum.c) >= 0"
    group = {
        "data": table(rows),
        "transform": [*_unfold(times), {"calculate": _segment(breaks), "as": "b"}],
        "encoding": {"x": _time_axis(times), "y": axis_of("v", ticks=5, grid=True), "tooltip": _TOOLTIP},
        "layer": [_quiet_lines(inside, broken=any(breaks.values()), ink=ink), _stressed_lines(inside, stressed)],
    }
    return drawn([group, *across(marks)], ink=ink, height=300)


def _unfold(times: Mapping[float, str]) -> list[Spec]:
    """From a row a line to a row a figure: its time `t`, the period `p` and the value `v`."""
    return [
        {"calculate": "split(datum.s, ';')", "as": "v"},
        {"flatten": ["v"]},
        {"window": [{"op": "row_number", "as": "i"}], "groupby": ["c"]},
        {"calculate": f"{json.dumps(_short(times))}[datum.i - 1]", "as": "t"},
        {"calculate": _name_of(times, "datum.t"), "as": "p"},
        {"calculate": "datum.v === '' ? null : toNumber(datum.v)", "as": "v"},  # a line breaks where there is no figure
    ]


def _segment(breaks: Mapping[str, Sequence[float]]) -> str:
    """Which unbroken part of its line a figure belongs to: how many breaks lie at or before its time."""
    counts = {code: " + ".join(["0", *(f"(datum.t >= {time:g})" for time in times)]) for code, times in breaks.items()}
    chosen = counts.pop("", "0")
    for code, count in counts.items():
        chosen = f"datum.c === {json.dumps(code)} ? {count} : {chosen}"
    return chosen


def _time_axis(times: Mapping[float, str]) -> Spec:
    """Time runs evenly, the periods are named where they are, and there is room for names at the end."""
    first, last = min(times), max(times)
    return {
        "field": "t",
        "type": "quantitative",
        "title": None,
        "scale": {"domain": [first, last + 0.2 * (last - first)], "nice": False},
        "axis": {
            "values": _short(times),
            "labelExpr": _name_of(times, "datum.value"),
            "labelOverlap": True,
            "grid": False,
        },
    }


def _short(times: Mapping[float, str]) -> list[float]:
    """The times with whole years as whole numbers, which travel in fewer letters."""
    return [int(time) if time == int(time) else time for time in times]


def _name_of(times: Mapping[float, str], time: str) -> str:
    """The label of a time in the browser: years name themselves."""
    if all(label == f"{at:g}" for at, label in times.items()):
        return f"'' + {time}"
    return f"{json.dumps(list(times.values()), ensure_ascii=False)}[indexof({json.dumps(_short(times))}, {time})]"


def _quiet_lines(inside: str, *, broken: bool, ink: Ink) -> Spec:
    """The lines in grey; of a broken one a point shows what stands alone."""
    return {
        "transform": [{"filter": f"!({inside})"}],
        "mark": {
            "type": "line",
            "strokeWidth": 1,
            "opacity": 0.7,
            "color": ink.quiet,
            "point": {"size": 14, "color": ink.line} if broken else False,
        },
        "encoding": {"detail": [{"field": "c"}, {"field": "b"}]},
    }


def _stressed_lines(inside: str, stressed: Mapping[str, str]) -> Spec:
    """The stressed lines, and their names at the end of each."""
    scale = {"domain": list(stressed), "range": list(stressed.values())}
    final = {"window": [{"op": "last_value", "field": "i", "as": "end"}], "groupby": ["c"], "frame": [None, None]}
    names = {
        "transform": [{"filter": "isValid(datum.v)"}, final, {"filter": "datum.i === datum.end"}],
        "mark": {"type": "text", "align": "left", "dx": 7, "fontWeight": "bold", "limit": 190},
        "encoding": {"text": {"field": "n"}},
    }
    return {
        "transform": [{"filter": inside}],
        "encoding": {"color": {"field": "c", "type": "nominal", "scale": scale, "legend": None}},
        "layer": [
            {"mark": {"type": "line", "strokeWidth": 3, "point": True}, "encoding": {"detail": {"field": "b"}}},
            names,
        ],
    }
