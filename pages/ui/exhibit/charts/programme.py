"""Charts of the programme: planned against actual dates, events in lanes, who claims what, claims against figures.

Times are milliseconds since 1970 (UTC). Rows are told apart by a code (`c`) and named by `n`.
"""

from __future__ import annotations

import json
from collections.abc import Mapping

import pandas as pd

from pages.ui.exhibit.charts.base import Mark, Spec, axis_of, drawn, legend, table, upright
from pages.ui.exhibit.palette import Ink
from pages.ui.rows import records

_NAMES = {"labelLimit": 185, "labelOverlap": False, "labelFlush": False, "ticks": False, "domain": False}
PICK = "bar"
"""The selection of `counts`, whose rows hold a code as `c`."""


def timeline(
    rows: pd.DataFrame,
    *,
    colours: Mapping[str, str],
    names: Mapping[str, str],
    end: tuple[str, pd.Timestamp],
    selected: str | None,
    ink: Ink,
) -> Spec:
    """A row a strategy: an upright tick where its planned time ended, a point where its text is dated.

    `rows` has strategy, status, planned_until, text_until (either may be missing), short (the lateness) and tip; a
    text that is not what was planned is drawn hollow. `colours` are by status, `names` say in the legend what those
    among the rows are called. `end` is what is marked across all of them.
    """
    dates = rows.assign(planned=_milliseconds(rows["planned_until"]), text=_milliseconds(rows["text_until"]))
    named = {"strategy": "n", "planned": "p", "text": "t", "status": "s", "short": "short", "tip": "tip", "done": "d"}
    data = table(records(dates[list(named)].rename(columns=named)), numbers=("p", "t"))
    colour = {"field": "s", "scale": {"domain": list(colours), "range": list(colours.values())}, "legend": None}
    key = legend(names, ink=ink, symbolType="circle", offset=26)
    dated = [{"filter": "isValid(datum.t)"}]
    tip = [{"field": "n", "title": "Strategy"}, {"field": "tip", "title": "What is known"}]
    bar = {"transform": dated, "mark": {"type": "rule", "strokeWidth": 2, "color": ink.line}, "encoding": _from_to()}
    planned = {
        "mark": {"type": "tick", "thickness": 3, "size": 14, "color": ink.text},
        "encoding": {"x": _time("p"), "tooltip": tip},
    }
    point = {
        "transform": dated,
        "mark": {"type": "point", "size": 90, "strokeWidth": 2, "filled": False, "opacity": 1},
        "encoding": {
            "x": _time("t"),
            "stroke": colour,
            "fill": {**colour, "legend": key, "condition": {"test": "datum.d !== 'True'", "value": ink.paper}},
            "tooltip": tip,
        },
    }
    words = {
        "mark": {"type": "text", "align": "right", "color": ink.text, "fontSize": 11},
        "encoding": {"x": {"value": "width"}, "text": {"field": "short"}, "fontWeight": _bold(selected)},
    }
    order = rows["strategy"].tolist()
    y = {"field": "n", "type": "nominal", "sort": order, "title": None, "axis": {**_NAMES, "grid": True}}
    group = {"data": data, "encoding": {"y": y}, "layer": [bar, planned, point, words]}
    return drawn([*_end(end, ink=ink), group], ink=ink, height={"step": 19})


def _bold(selected: str | None) -> Spec:
    return {"condition": {"test": f"datum.n === {json.dumps(selected)}", "value": "bold"}, "value": "normal"}


def _from_to() -> Spec:
    return {"x": _time("p"), "x2": {"field": "t"}}


def _time(field: str) -> Spec:
    """Time with room at the right for a column of words."""
    first, last = pd.Timestamp("2018-11-01"), pd.Timestamp("2022-07-01")
    ends = [int(moment.timestamp() * 1000) for moment in (first, last)]
    axis = {"format": "%Y", "tickCount": "year", "grid": True, "orient": "top", "labelFlush": False}
    return {
        "field": field,
        "type": "temporal",
        "title": None,
        "scale": {"type": "utc", "domain": ends, "nice": False},
        "axis": axis,
    }


def _end(end: tuple[str, pd.Timestamp], *, ink: Ink) -> list[Spec]:
    """A dashed upright line at a moment, with its name under the chart."""
    data = table([{"p": int(end[1].timestamp() * 1000), "name": end[0]}], numbers=("p",))
    encoding = {"x": _time("p")}
    line = {"type": "rule", "strokeDash": [4, 3], "color": ink.benchmark, "strokeWidth": 1.3}
    name = {
        "type": "text",
        "color": ink.benchmark,
        "fontWeight": "bold",
        "baseline": "top",
        "align": "right",
        "dx": 4,
        "dy": 6,
    }
    return [
        {"data": data, "mark": line, "encoding": encoding},
        {"data": data, "mark": name, "encoding": {**encoding, "text": {"field": "name"}, "y": {"value": "height"}}},
    ]


def events(rows: pd.DataFrame, *, ink: Ink) -> Spec:
    """Events as points in time, a lane for each kind; `rows` has date, date_text, kind, event and plan, which
    makes a point hollow.
    """
    dated = rows.assign(t=_milliseconds(rows["date"]))
    named = {"kind": "n", "t": "t", "date_text": "when", "event": "what", "plan": "plan"}
    x = {"field": "t", "type": "temporal", "title": None, "scale": {"type": "utc"}, "axis": {"labelFlush": False}}
    plans = {"condition": {"test": "datum.plan === 'True'", "value": ink.paper}}
    layer = {
        "data": table(records(dated[list(named)].rename(columns=named)), numbers=("t",)),
        "mark": {"type": "point", "size": 80, "strokeWidth": 2, "stroke": ink.accent, "filled": False, "opacity": 1},
        "encoding": {
            "x": x,
            "y": {"field": "n", "type": "nominal", "title": None, "axis": {**_NAMES, "grid": True}},
            "fill": {**plans, "value": ink.accent},
            "tooltip": [{"field": "when", "title": "When"}, {"field": "what", "title": "What"}],
        },
    }
    return drawn([layer], ink=ink, height={"step": 26})


def counts(rows: pd.DataFrame, *, parts: Mapping[str, str], selected: str | None, ink: Ink) -> Spec:
    """Bars of how many LEPs, each split into `parts` (column -> colour), with `short` at the right.

    `rows` has code, name, short and a column for each part; several have a legend. A click on a bar selects it as PICK.
    """
    long = rows.melt(id_vars=["code", "name"], value_vars=list(parts), var_name="part", value_name="leps")
    long["order"] = long["part"].map(list(parts).index)
    named = {"code": "c", "name": "n", "part": "part", "leps": "v", "order": "o"}
    pieces = table(records(long[long["leps"] > 0][list(named)].rename(columns=named)), numbers=("v", "o"))
    short = table(records(rows[["name", "short"]].rename(columns={"name": "n"})), numbers=())
    room = {"domain": [0, 1.3 * rows[list(parts)].sum(axis=1).max()], "nice": False}
    names = {part: f"{part.capitalize()} ({rows[part].sum()})" for part in parts}
    axis = {"tickMinStep": 1, "format": "d", "grid": False, "tickCount": 6}
    chosen = {"condition": {"test": f"datum.c === {json.dumps(selected)}", "value": 3}, "value": 0.5}
    bars = {
        "data": pieces,
        "params": [{"name": PICK, "select": {"type": "point", "fields": ["c"]}}],
        "mark": {"type": "bar", "height": {"band": 0.74}, "cursor": "pointer"},
        "encoding": {
            "x": {"field": "v", "type": "quantitative", "stack": "zero", "title": None, "scale": room, "axis": axis},
            "order": {"field": "o", "type": "quantitative"},
            "color": {
                "field": "part",
                "scale": {"domain": list(parts), "range": list(parts.values())},
                "legend": legend(names, ink=ink, columns=2) if len(parts) > 1 else None,
            },
            "stroke": {"value": ink.line},
            "strokeWidth": chosen,
            "tooltip": [{"field": "n", "title": "Claim"}, {"field": "v", "title": "LEPs"}],
        },
    }
    words = {
        "data": short,
        "mark": {"type": "text", "align": "right", "color": ink.text, "fontSize": 11},
        "encoding": {"x": {"value": "width"}, "text": {"field": "short"}},
    }
    y = {"field": "n", "type": "nominal", "sort": rows["name"].tolist(), "title": None, "axis": _NAMES}
    return drawn([{"encoding": {"y": y}, "layer": [bars, words]}], ink=ink, height={"step": 21})


def quotients(rows: pd.DataFrame, *, least: float, ink: Ink) -> Spec:
    """Claimants' location quotients: of GVA filled, of jobs hollow; from `least` on a claim passes.

    `rows` has area_name, location_quotient, jobs_location_quotient (either may be missing) and short (both in words).
    """
    named = {"area_name": "n", "location_quotient": "v", "jobs_location_quotient": "j", "short": "short"}
    data = table(records(rows[list(named)].rename(columns=named)), numbers=("v", "j"))
    most = rows[["location_quotient", "jobs_location_quotient"]].max().max()
    scale = {"domain": [0, 1.3 * max(most, least)], "nice": False}  # leaves a column for the words at the right

    def at(field: str) -> Spec:
        return {"x": {**axis_of(field, ticks=5, grid=True), "scale": scale}}

    def points(field: str, fill: str, *, what: str) -> Spec:
        return {
            "transform": [{"filter": f"isValid(datum.{field})"}],
            "mark": {"type": "point", "size": 110, "strokeWidth": 2, "stroke": ink.accent, "fill": fill, "opacity": 1},
            "encoding": {**at(field), "tooltip": [{"field": "n", "title": "Place"}, {"field": field, "title": what}]},
        }

    words = {
        "mark": {"type": "text", "align": "right", "color": ink.text, "fontSize": 11},
        "encoding": {"x": {"value": "width"}, "text": {"field": "short"}},
    }
    y = {"field": "n", "type": "nominal", "sort": rows["area_name"].tolist(), "title": None, "axis": _NAMES}
    layers = [points("v", ink.accent, what="By GVA"), points("j", ink.paper, what="By jobs"), words]
    marks = [Mark("as England", 1, ink.text), Mark(f"passes from {least:g}", least, ink.benchmark)]
    group = {"data": data, "encoding": {"y": y}, "layer": layers}
    return drawn([group, *upright(marks)], ink=ink, height={"step": 26})


def _milliseconds(dates: pd.Series) -> pd.Series:
    times = [None if pd.isna(date) else int(date.timestamp() * 1000) for date in dates]
    return pd.Series(times, index=dates.index)
