"""Charts of one indicator over areas and over time. Each names what it stresses on the chart itself."""

from __future__ import annotations

from collections.abc import Mapping

import altair as alt
import pandas as pd

from pages.ui.palette import Ink

Lines = Mapping[str, float]
"""Values to mark across a chart, by their name."""


def ranked_bars(figures: pd.DataFrame, *, selected: str | None, lines: Lines, ink: Ink) -> alt.LayerChart:
    """Areas from the highest figure to the lowest; `figures` has area_code, area_name, value, label."""
    held = figures.dropna(subset="value")
    stressed = alt.condition(alt.datum.area_code == (selected or ""), alt.value(ink.accent), alt.value(ink.quiet))
    best = alt.EncodingSortField(field="value", op="max", order="descending")
    names = alt.Y(
        "area_name:N",
        sort=best,
        title=None,
        axis=alt.Axis(labelLimit=230, labelOverlap=False, ticks=False, domain=False),
    )
    base = alt.Chart(held[["area_code", "area_name", "value", "label"]])
    bars = base.mark_bar(height=alt.RelativeBandSize(0.72)).encode(
        x=alt.X(
            "value:Q",
            title=None,
            axis=alt.Axis(format="~s", grid=False, tickCount=4),
            scale=_room(held["value"]),
        ),
        y=names,
        color=stressed,
        tooltip=[alt.Tooltip("area_name:N", title="Area"), alt.Tooltip("label:N", title="Figure")],
    )
    text = base.mark_text(align="right", color=ink.text, fontSize=11).encode(
        x=alt.value("width"), y=names, text="label:N"
    )
    return alt.layer(bars, *_rules(lines, ink=ink, vertical=True), text).properties(height=alt.Step(17))


def distribution(figures: pd.DataFrame, *, selected: str | None, lines: Lines, ink: Ink) -> alt.LayerChart:
    """A strip with one tick an area; the selected one is drawn dark and named."""
    held = figures.dropna(subset="value")[["area_code", "area_name", "value", "label"]]
    base = alt.Chart(held).encode(
        x=alt.X("value:Q", title=None, axis=alt.Axis(format="~s", grid=False, tickCount=6)),
        tooltip=[alt.Tooltip("area_name:N", title="Area"), alt.Tooltip("label:N", title="Figure")],
    )
    ticks = base.mark_tick(thickness=2, size=26, opacity=0.8, color=ink.line)
    chosen = alt.Chart(held[held["area_code"] == selected]).encode(x="value:Q")
    marks = chosen.mark_tick(thickness=4, size=40, color=ink.accent)
    names = chosen.mark_text(dy=-30, color=ink.text, fontWeight="bold").encode(text="area_name:N")
    return alt.layer(ticks, marks, names, *_rules(lines, ink=ink, vertical=True)).properties(height=110)


def trends(history: pd.DataFrame, *, stressed: Mapping[str, str], lines: Lines, ink: Ink) -> alt.LayerChart:
    """Every area's figures over time in grey, the stressed ones (code -> colour) drawn dark and named at their end.

    `history` has area_code, area_name, period_label, order, value.
    """
    held = history.dropna(subset="value")[["area_code", "area_name", "period_label", "order", "value"]]
    x = alt.X(
        "period_label:O",
        title=None,
        sort=alt.SortField("order"),
        axis=alt.Axis(labelAngle=0, labelOverlap=True),
    )
    y = alt.Y("value:Q", title=None, axis=alt.Axis(format="~s", tickCount=5))
    inside = held["area_code"].isin(list(stressed))
    quiet = alt.Chart(held[~inside]).mark_line(strokeWidth=1, opacity=0.7, color=ink.quiet)
    chosen = alt.Chart(held[inside]).encode(x=x, y=y, color=_colours(stressed))
    ends = held[inside].sort_values("order").groupby("area_code").tail(1)
    names = alt.Chart(ends).mark_text(align="left", dx=7, fontWeight="bold", limit=190)
    return alt.layer(
        quiet.encode(x=x, y=y, detail="area_code:N", tooltip=["area_name:N", "period_label:N", "value:Q"]),
        chosen.mark_line(strokeWidth=3, point=True),
        names.encode(x=x, y=y, text="area_name:N", color=_colours(stressed)),
        *_rules(lines, ink=ink, vertical=False),
    ).properties(height=300)


def _room(values: pd.Series) -> alt.Scale:
    """A scale from zero that leaves a column for the figures at the right."""
    return alt.Scale(domain=[min(0.0, values.min()), max(0.0, values.max()) * 1.22], nice=False)


def _colours(stressed: Mapping[str, str]) -> alt.Color:
    scale = alt.Scale(domain=list(stressed), range=list(stressed.values()))
    return alt.Color("area_code:N", scale=scale, legend=None)


def _rules(lines: Lines, *, ink: Ink, vertical: bool) -> list[alt.Chart]:
    """A dashed line for every value to mark, with its name; names of upright lines stand one above the other."""
    return [
        mark
        for row, (name, value) in enumerate(lines.items())
        for mark in _rule(name, value, row=row, colour=_RULE_COLOURS[row % 2](ink), vertical=vertical)
    ]


_RULE_COLOURS = (lambda ink: ink.text, lambda ink: ink.benchmark)


def _rule(name: str, value: float, *, row: int, colour: str, vertical: bool) -> tuple[alt.Chart, alt.Chart]:
    base = alt.Chart(pd.DataFrame({"name": [name], "at": [value]}))
    where = {"x": "at:Q"} if vertical else {"y": "at:Q"}
    line = base.mark_rule(strokeDash=[4, 3], color=colour, strokeWidth=1.3).encode(**where)
    place = {"y": 0, "dy": -5 - 14 * row} if vertical else {"x": 0, "dx": 4, "dy": -5}
    text = base.mark_text(color=colour, fontWeight="bold", baseline="bottom", align="left", fontSize=11, **place)
    return line, text.encode(text="name:N", **where)
