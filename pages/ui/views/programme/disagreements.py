"""Where the documents disagree: both claims, who makes them, and how it was resolved or that it is open."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

import pandas as pd
import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from lis_data import queries
from pages.ui.exhibit import extracts
from pages.ui.shell import frame
from pages.ui.state import pickers
from pages.ui.state.cache import answer
from pages.ui.views.programme import sources

_STATES = {"": "All", "open": "Open", "resolved": "Resolved"}


def show(headline: DeltaGenerator) -> None:
    """The view: all disagreements, or those that are open or resolved."""
    held = answer(queries.disagreements)
    state = pickers.one_of("State", _STATES, key="state", default="")
    rows = held[held["state"] == state] if state else held.sort_values("state", kind="stable")
    still_open = int((held["state"] == "open").sum())
    finding = f"The documents disagree on {len(held)} points; {still_open} are still open"
    subtitle = "Each claim stands beside the other, with its sources and what this page does about it."
    with headline:
        frame.headline(finding, subtitle)
    frame.section(f"{len(rows)} of {len(held)} points")
    cards(rows)
    with st.container(horizontal=True):
        extracts.offer(sources.extract("lis_disagreements", finding=finding, subtitle=subtitle, rows=rows))


def note(label: str, ids: Sequence[str]) -> None:
    """A button beside a fact that shows the disagreements about it."""
    held = answer(queries.disagreements)
    with st.popover(label, icon=":material/compare_arrows:"):
        cards(held[held["disagreement_id"].isin(ids)])


def cards(rows: pd.DataFrame) -> None:
    """A card for each disagreement."""
    st.html(f'<div class="lis-cards">{"".join(_card(row) for row in rows.to_dict("records"))}</div>{_STYLE}')


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
