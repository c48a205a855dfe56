"""What was planned against what came about, strategy by strategy, and the programme's milestones."""

from __future__ import annotations

import functools

import pandas as pd
import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from lis_data import queries
from lis_data.queries.programme import PROGRAMME
from pages.ui.exhibit import extracts, legend, pictures
from pages.ui.exhibit.charts import programme as charts
from pages.ui.exhibit.charts.base import Spec
from pages.ui.exhibit.palette import Ink, ink
from pages.ui.shell import frame
from pages.ui.state import pickers
from pages.ui.state.cache import answer
from pages.ui.views.programme import choices, disagreements, sources, text

_END = ("programme dropped", pd.Timestamp(PROGRAMME[1]))
_RULE = (
    "The number before a name is its wave. The upright tick is the last day of the planned time, from which days are "
    "counted. A full point is what was planned, an agreed or a published strategy; a hollow one is a draft, priorities "
    "or a prospectus, or a text where agreement was planned and is not evidenced. A text dated to a month only gives a "
    "range of days. Where what was planned is not known to have come about, no days are counted: it was still open "
    "when the Industrial Strategy was dropped in March 2021."
)


def show(headline: DeltaGenerator) -> None:
    """The view: the timeline of the strategies, then the milestones."""
    left, right = st.columns([7, 3], vertical_alignment="bottom")
    with left:
        area = choices.area()
    with right:
        leps = choices.leps()
    at = answer(queries.strategies).set_index("area_code", drop=False)
    finding = text.of_area(at.loc[area]) if area else text.of_programme(leps)
    subtitle = "Planned and actual dates of each strategy; days late (+) or early (−) at the right."
    with headline:
        frame.headline(finding, subtitle)
    if leps.empty:
        return choices.say_nothing_left()
    rows = strategies(leps)
    selected = _label(at.loc[area]) if area else None
    draw(rows, selected=selected)
    st.caption(_RULE)
    with st.container(horizontal=True):
        disagreements.note("Agreed or published by then?", ("D07", "D08", "D09", "D10"))
    frame.section("The dates")
    _table(rows)
    extract = sources.extract("lis_timeline", finding=finding, subtitle=subtitle, rows=_taken(rows))
    with st.container(horizontal=True):
        extracts.offer(extract)
        pictures.offer_chart(extract, functools.partial(_chart, rows, selected))
    _milestones()


def strategies(leps: pd.DataFrame) -> pd.DataFrame:
    """A row a strategy (columns as in `queries.strategies`), by wave and date, with label, lateness, short and done."""
    order = ["wave", "days_late_least", "text_until", "strategy"]
    rows = leps.drop_duplicates("strategy").sort_values(order)
    each = [row for _, row in rows.iterrows()]
    return rows.assign(
        label=[_label(row) for row in each],
        lateness=[text.lateness(row) for row in each],
        short=[text.short_lateness(row) for row in each],
        done=rows["days_late_least"].notna(),
        tip=[f"planned {row['planned_text']}; {text.dated(row)}; {text.lateness(row)}" for row in each],
    )


def draw(rows: pd.DataFrame, *, selected: str | None) -> None:
    """The chart of `strategies`, with its legend."""
    late = int((rows["days_late_least"] > 0).sum())
    alt = f"Planned against actual dates of {len(rows)} strategies, {late} of them late; the table below has the dates."
    st.vega_lite_chart(_chart(rows, selected, ink()), alt=alt)
    counts = rows.loc[rows["text_until"].notna(), "status"].value_counts()
    colours = text.colours(ink())["status"]
    shown = [status for status in text.STATUSES if counts.get(status, 0)]
    legend.show_categories([(text.STATUSES[key], colours[key], int(counts[key])) for key in shown])


def _chart(rows: pd.DataFrame, selected: str | None, paper: Ink) -> Spec:
    named = rows.drop(columns="strategy").rename(columns={"label": "strategy"})
    return charts.timeline(named, colours=text.colours(paper)["status"], end=_END, selected=selected, ink=paper)


def _label(row: pd.Series) -> str:
    shared = f" ({row['strategy_leps']} LEPs)" if row["strategy_leps"] > 1 else ""
    return f"{row['wave']} · {row['strategy']}{shared}"


def _table(rows: pd.DataFrame) -> None:
    shown = pd.DataFrame(
        {
            "Strategy": rows["label"],
            "Days late, least": rows["days_late_least"],
            "Days late, most": rows["days_late_most"],
            "Planned": rows["planned_text"] + ", " + rows["planned_for"],
            "Text dated": [text.dated(row) for _, row in rows.iterrows()],
            "Status": rows["status"].map(text.STATUSES),
            "Basis": rows["status_note"],
        }
    )
    st.dataframe(shown, hide_index=True, placeholder="–", alt=f"Planned and actual dates of {len(rows)} strategies")


def _taken(rows: pd.DataFrame) -> pd.DataFrame:
    kept = ["label", "wave", "planned_text", "planned_for", "planned_until", "status", "text_date_text", "text_date"]
    more = ["text_until", "days_late_least", "days_late_most", "status_note", "status_sources", "status_confidence"]
    return rows[kept + more].rename(columns={"label": "strategy"})


def _milestones() -> None:
    frame.section("The programme’s milestones")
    held = answer(queries.milestones)
    left, right = st.columns([4, 6])
    with left:
        era = pickers.one_of("Time", {**text.ERAS, "": "All of it"}, key="era", default="programme")
    with right:
        kinds = pickers.several("Kinds", text.KINDS, key="kind", most=len(text.KINDS))
    rows = held[(held["era"] == era) | (era == "")]
    rows = rows[rows["kind"].isin(kinds)] if kinds else rows
    if rows.empty:
        st.info("No event of these kinds fell into this time. Choose another time or fewer kinds.")
        return
    drawn = rows.assign(kind=rows["kind"].map(text.KINDS), plan=rows["kind"].isin(text.PLANS))
    st.vega_lite_chart(
        charts.events(drawn, ink=ink()), alt=f"{len(rows)} events by kind and date; the table lists them."
    )
    marked = rows["date_text"].mask(rows["confidence"] == "inferred", rows["date_text"] + " (inferred)")
    shown = pd.DataFrame({"When": marked, "Kind": drawn["kind"], "Event": rows["event"], "Sources": rows["sources"]})
    st.table(shown, hide_index=True, alt=f"{len(rows)} milestones of the programme")
    subtitle = f"{len(rows)} events, {rows['date_text'].iloc[0]} to {rows['date_text'].iloc[-1]}"
    extract = sources.extract("lis_milestones", finding="Milestones of the programme", subtitle=subtitle, rows=rows)
    with st.container(horizontal=True):
        extracts.offer(extract)
        pictures.offer_chart(extract, lambda paper: charts.events(drawn, ink=paper))
