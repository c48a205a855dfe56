"""The ways in, by task, each a card."""

from __future__ import annotations

import streamlit as st

from lis_data import queries
from lis_data.period import label
from pages.ui.shell import pages
from pages.ui.state.cache import answer
from pages.ui.views.overview import places


def show() -> None:
    """Four cards in a row; the search comes last, so that what it finds stands under it on a phone too."""
    explore, compare, take, find = st.columns(4)
    with explore:
        _link(pages.RESEARCH.file, "Explore the map", ":material/map:", "Where is R&D intense, and where is it not?")
    with compare:
        says = "Two to six places side by side, against England, and ready for a room."
        _link(pages.COMPARE.file, "Run a comparison", ":material/co_present:", says)
    with take:
        about = answer(queries.freshness).iloc[0]
        says = f"{about['indicators']} indicators with their sources, as of {label(about['assembled'])}."
        _link(pages.METHODS.file, "Take the data away", ":material/download:", says, {"view": "everything"})
    with find, _card():
        asked = places.field()
    if asked:
        places.show(asked)


def _card() -> st.delta_generator.DeltaGenerator:
    return st.container(border=True, height="stretch")


def _link(page: str, name: str, icon: str, says: str, address: dict[str, str] | None = None) -> None:
    with _card():
        st.page_link(page, label=f"**{name}**", icon=icon, query_params=address)
        st.caption(says)
