"""Where the documents disagree: both claims, who makes them, and how it was resolved or that it is open."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

import pandas as pd
import streamlit as st

from lis_data import queries
from pages.ui.exhibit import page
from pages.ui.exhibit.exhibit import Exhibit
from pages.ui.exhibit.table import Column, Table
from pages.ui.rows import records
from pages.ui.shell import frame
from pages.ui.state import pickers
from pages.ui.state.cache import answer
from pages.ui.views.programme import sources

_STATES = {"": "All", "open": "Open", "resolved": "Resolved"}
_COLUMNS = (
    Column("topic", "Topic"),
    Column("claim_a", "One claim"),
    Column("sources_a", "Its sources"),
    Column("claim_b", "The other"),
    Column("sources_b", "The other’s sources"),
    Column("state", "State"),
    Column("resolution", "Resolution"),
    Column("confidence", "How firm that is"),
    Column("disagreement_id"),
)


def show() -> None:
    """The view: all disagreements, or those that are open or resolved."""
    everything = answer(queries.disagreements)
    state = pickers.one_of("State", _STATES, key="state", default="")
    rows = everything[everything["state"] == state] if state else everything.sort_values("state", kind="stable")
    points = _points(rows, everything)
    page.finding(points)
    frame.section(f"{len(rows)} of {len(everything)} points")
    cards(rows)
    page.offer(points)


def _points(rows: pd.DataFrame, everything: pd.DataFrame) -> Exhibit:
    still_open = int((everything["state"] == "open").sum())
    return Exhibit(
        key="disagreements",
        name="lis_disagreements",
        finding=f"The documents disagree on {len(everything)} points; {still_open} are still open",
        subtitle="Each claim stands beside the other, with its sources and what this page does about it.",
        table=Table(rows, _COLUMNS, alt=f"{len(rows)} points on which the documents disagree"),
        documents=sources.documents(),
        facts=sources.facts(),
    )


def note(label: str, ids: Sequence[str]) -> None:
    """A button beside a fact that shows the disagreements about it."""
    everything = answer(queries.disagreements)
    with st.popover(label, icon=":material/compare_arrows:"):
        cards(everything[everything["disagreement_id"].isin(ids)])


def cards(rows: pd.DataFrame) -> None:
    """A card for each disagreement."""
    st.html(f'<div class="lis-cards">{"".join(_card(row) for row in records(rows))}</div>{_STYLE}')


def _card(row: dict[str, str]) -> str:
    state = "Open" if row["state"] == "open" else "Resolved"
    marked = ", inferred" if row["confidence"] == "inferred" else ""
    return (
        f"<article><h3>{escape(row['topic'])}</h3><div class='lis-claims'>"
        f"{_claim(row['claim_a'], row['sources_a'])}{_claim(row['claim_b'], row['sources_b'])}</div>"
        f"<p><b>{state}{marked}:</b> {escape(row['resolution'])}</p></article>"
    )


def _claim(claim: str, sources: str) -> str:
    return f"<p>{escape(claim)}<br><small>{escape(sources)}</small></p>"


_STYLE = """<style>
.lis-cards { display: grid; gap: 1rem; grid-template-columns: repeat(auto-fill, minmax(min(100%, 26rem), 1fr)) }
.lis-cards article { border: 1px solid color-mix(in srgb, currentColor 25%, transparent); border-radius: .5rem;
  padding: .75rem 1rem; font-size: .9rem; overflow-wrap: anywhere }
.lis-cards h3 { font-size: 1rem !important; padding: 0 0 .4rem !important; margin: 0 !important }
.lis-cards p { margin: 0 0 .4rem !important }
.lis-claims { display: grid; grid-template-columns: 1fr 1fr; gap: 1rem }
</style>"""
