"""What is shown of the programme: the view, which LEPs, and the one that stands out. All of it in the address."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from lis_data import queries
from pages.ui.state import pickers
from pages.ui.state.cache import answer
from pages.ui.views.programme import text

GEOGRAPHY = "lep-2017"
VIEWS = {
    "waves": "Waves",
    "timeline": "Timeline",
    "priorities": "Priorities",
    "place": "One LEP",
    "disagreements": "Where documents disagree",
}


def view() -> str:
    """The chosen view."""
    return pickers.view(VIEWS)


def open_place() -> None:
    """Turn to the view of the chosen LEP; for a button."""
    st.session_state["view"] = "place"


def say_nothing_left() -> None:
    """What to do where no LEP passes the filters."""
    st.info("No LEP passes all of these filters. Take one of them away to see LEPs again.")


def area() -> str | None:
    """The code of the LEP that stands out, or None."""
    return pickers.area(GEOGRAPHY)


def leps() -> pd.DataFrame:
    """The LEPs that the filters let through, columns as in `queries.strategies`."""
    everything = answer(queries.strategies)
    partnerships = sorted(everything["partnership"].dropna().unique())
    offered = {
        "wave": ("Waves", text.WAVES),
        "status": ("Statuses", text.STATUSES),
        "lead": ("Who leads", text.LEADS),
        "partnership": ("Partnerships", {name: name for name in partnerships}),
    }
    with st.popover("Filter", icon=":material/filter_alt:", width="stretch"):
        chosen = {key: pickers.several(label, options, key=key) for key, (label, options) in offered.items()}
    found = everything
    for column, values in chosen.items():
        found = found[found[column].isin(values)] if values else found
    return found
