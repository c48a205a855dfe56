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
    names = alt.Y("area_name:N", sort="-x", title=None, axis=alt.Axis(labelLimit=220, ticks=False, domain=False))
    base = alt.Chart(held[["area_code", "area_name", "value", "label"]])
    bars = base.mark_bar(height=alt.RelativeBandSize(0.72)).encode(
        x=alt.X("value:Q", title=None, axis=alt.Axis(format="~s", grid=False, tickCount=4)),
        y=names,
        color=stressed,
        tooltip=[alt.Tooltip("area_name:N", title="Area"), alt.Tooltip("label:N", title="Figure")],
    )
    text = base.mark_text(align="left", dx=4, color=ink.text, fontSize=11).encode(x="value:Q", y=names, text="label:N")
    return alt.layer(bars, text, *_rules(lines, ink=ink, vertical=True)).properties(height=alt.Step(17))


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


def trends(
    history: pd.DataFrame, *, stressed: Mapping[str, str], lines: Lines, ink: Ink
) -> alt.LayerChart:
    """Every area's figures over time in grey, the stressed ones (code -> colour) drawn dark and named at their end.

    `history` has area_code, area_name, period_label, order, value.
    """
    held = history.dropna(subset="value")[["area_code", "area_name", "period_label", "order", "value"]]
    x = alt.X("period_label:O", title=None, sort=alt.SortField("order"), axis=alt.Axis(labelAngle=0, labelOverlap=True))
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


def _colours(stressed: Mapping[str, str]) -> alt.Color:
    scale = alt.Scale(domain=list(stressed), range=list(stressed.values()))
    return alt.Color("area_code:N", scale=scale, legend=None)


def _rules(lines: Lines, *, ink: Ink, vertical: bool) -> list[alt.Chart]:
    """A dashed line with its name for every value to mark."""
    if not lines:
        return []
    base = alt.Chart(pd.DataFrame({"name": list(lines), "at": list(lines.values())}))
    where = {"x": "at:Q"} if vertical else {"y": "at:Q"}
    rule = base.mark_rule(strokeDash=[4, 3], color=ink.benchmark, strokeWidth=1.5).encode(**where)
    shift = {"dy": -6, "y": 0, "align": "center"} if vertical else {"dy": -6, "x": 0, "align": "left", "dx": 4}
    text = base.mark_text(color=ink.benchmark, fontWeight="bold", baseline="bottom", **shift).encode(
        text="name:N", **where
    )
    return [rule, text]
