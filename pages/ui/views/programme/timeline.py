"""What was planned against what came about, strategy by strategy, and the programme's milestones."""

from __future__ import annotations

import functools

import pandas as pd
import streamlit as st

from lis_data import queries
from lis_data.queries.programme import PROGRAMME
from pages.ui.exhibit import page
from pages.ui.exhibit.chart import Chart
from pages.ui.exhibit.charts import programme as charts
from pages.ui.exhibit.charts.base import Spec
from pages.ui.exhibit.exhibit import Exhibit
from pages.ui.exhibit.palette import Ink
from pages.ui.exhibit.table import Column, Table
from pages.ui.rows import row_at
from pages.ui.shell import frame
from pages.ui.state import pickers
from pages.ui.state.cache import answer
from pages.ui.views.programme import choices, disagreements, sources, text

_END = ("programme dropped", pd.Timestamp(PROGRAMME[1]))
_ABOUT = "Planned and actual dates of each strategy; days late (+) or early (−) at the right."
_RULE = (
    "The number before a name is its wave. The upright tick is the last day of the planned time, from which days are "
    "counted. A full point is what was planned, an agreed or a published strategy; a hollow one is a draft, priorities "
    "or a prospectus, or a text where agreement was planned and is not evidenced. A text dated to a month only gives a "
    "range of days. Where what was planned is not known to have come about, no days are counted: it was still open "
    "when the Industrial Strategy was dropped in March 2021."
)
_COLUMNS = (
    Column("strategy", "Strategy"),
    Column("days_late_least", "Days late, least"),
    Column("days_late_most", "Days late, most"),
    Column("planned", "Planned"),
    Column("text_dated", "Text dated"),
    Column("status_means", "Status"),
    Column("status_note", "Basis"),
    *map(Column, ("wave", "planned_text", "planned_for", "planned_until", "status", "text_date_text", "text_date")),
    *map(Column, ("text_until", "status_sources", "status_confidence")),
)


def show() -> None:
    """The view: the timeline of the strategies, then the milestones."""
    left, right = st.columns([7, 3], vertical_alignment="bottom")
    with left:
        area = choices.area()
    with right:
        leps = choices.leps()
    at = answer(queries.strategies).set_index("area_code", drop=False)
    finding = text.of_area(row_at(at, area)) if area else text.of_programme(leps)
    if leps.empty:
        page.headline(finding, _ABOUT)
        return choices.say_nothing_left()
    dates = exhibit(leps, "timeline", finding, selected=_label(row_at(at, area)) if area else None)
    page.finding(dates)
    page.picture(dates)
    with st.container(horizontal=True):
        disagreements.note("Agreed or published by then?", ("D07", "D08", "D09", "D10"))
    frame.section("The dates")
    page.table(dates)
    _milestones()


def exhibit(leps: pd.DataFrame, name: str, finding: str, *, selected: str | None = None) -> Exhibit:
    """Planned and actual dates of the strategies of some LEPs (columns as in `queries.strategies`)."""
    rows = _strategies(leps)
    late = int((rows["days_late_least"] > 0).sum())
    alt = f"Planned against actual dates of {len(rows)} strategies, {late} of them late; the table below has the dates."
    return Exhibit(
        key="timeline",
        name=f"lis_{name}",
        finding=finding,
        subtitle=_ABOUT,
        table=Table(rows, _COLUMNS, alt=f"Planned and actual dates of {len(rows)} strategies"),
        picture=Chart(functools.partial(_chart, rows, selected), alt),
        caption=_RULE,
        documents=sources.documents(),
        facts=sources.facts(),
    )


def _strategies(leps: pd.DataFrame) -> pd.DataFrame:
    """A row a strategy (columns as in `queries.strategies`), by wave and date, with what is drawn and read of it."""
    rows = leps.drop_duplicates("strategy").sort_values(["wave", "days_late_least", "text_until", "strategy"])
    each = [row for _, row in rows.iterrows()]
    return rows.assign(
        strategy=[_label(row) for row in each],
        short=[text.short_lateness(row) for row in each],
        done=rows["days_late_least"].notna(),
        tip=[f"planned {row['planned_text']}; {text.dated(row)}; {text.lateness(row)}" for row in each],
        planned=rows["planned_text"] + ", " + rows["planned_for"],
        text_dated=[text.dated(row) for row in each],
        status_means=rows["status"].map(text.STATUSES),
    )


def _chart(rows: pd.DataFrame, selected: str | None, ink: Ink) -> Spec:
    counts = rows.loc[rows["text_until"].notna(), "status"].value_counts()
    names = {status: f"{name} ({counts[status]})" for status, name in text.STATUSES.items() if status in counts}
    colours = text.colours(ink)["status"]
    return charts.timeline(rows, colours=colours, names=names, end=_END, selected=selected, ink=ink)


def _label(row: pd.Series) -> str:
    shared = f" ({row['strategy_leps']} LEPs)" if row["strategy_leps"] > 1 else ""
    return f"{row['wave']} · {row['strategy']}{shared}"


def _milestones() -> None:
    finding = "The programme’s milestones"
    frame.section(finding)
    everything = answer(queries.milestones)
    left, right = st.columns([4, 6])
    with left:
        era = pickers.one_of("Time", {**text.ERAS, "": "All of it"}, key="era", default="programme")
    with right:
        kinds = pickers.several("Kinds", text.KINDS, key="kind", most=len(text.KINDS))
    rows = everything[(everything["era"] == era) | (era == "")]
    rows = rows[rows["kind"].isin(kinds)] if kinds else rows
    if rows.empty:
        st.info("No event of these kinds fell into this time. Choose another time or fewer kinds.")
        return
    events = _events(rows, finding)
    page.picture(events)
    page.table(events)


def _events(rows: pd.DataFrame, finding: str) -> Exhibit:
    """The milestones (columns as in `queries.milestones`), a lane for each kind."""
    marked = rows["date_text"].mask(rows["confidence"] == "inferred", rows["date_text"] + " (inferred)")
    named = rows.assign(when=marked, kind_means=rows["kind"].map(text.KINDS))
    read = {"when": "When", "kind_means": "Kind", "event": "Event", "sources": "Sources"}
    return Exhibit(
        key="milestones",
        name="lis_milestones",
        finding=finding,
        subtitle=f"{len(rows)} events, {rows['date_text'].iloc[0]} to {rows['date_text'].iloc[-1]}",
        table=Table(
            named,
            (*map(Column, read, read.values()), *map(Column, rows.columns.difference(list(read), sort=False))),
            alt=f"{len(rows)} milestones of the programme",
            wraps=True,
        ),
        picture=Chart(functools.partial(_lanes, named), f"{len(rows)} events by kind and date; the table lists them."),
        caption="A hollow point is a date that was planned.",
        documents=sources.documents(),
        facts=sources.facts(),
    )


def _lanes(rows: pd.DataFrame, ink: Ink) -> Spec:
    return charts.events(rows.assign(kind=rows["kind_means"], plan=rows["kind"].isin(text.PLANS)), ink=ink)
