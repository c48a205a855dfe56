"""What is shown of the methods: the view, and the words that are looked for. All of it in the address."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from pages.ui.shell.markup import plain
from pages.ui.state import address, pickers

VIEWS = {
    "indicators": "Indicators",
    "datasets": "Datasets",
    "formulae": "Formulae",
    "glossary": "Glossary",
    "everything": "Take everything",
    "changes": "Changes",
}
ALL = ""
_MOST = 60


def view() -> str:
    """The chosen view."""
    return pickers.view(VIEWS)


def find(hint: str) -> str:
    """The words that are looked for; none where the box is empty."""
    address.restore("find", None, default="")
    st.session_state["find"] = st.session_state["find"][:_MOST]
    wanted = st.text_input("Find", key="find", placeholder=hint, max_chars=_MOST)
    address.keep("find", wanted, default="")
    return wanted.strip()


def publisher(rows: pd.DataFrame) -> str:
    """The chosen publisher among those of a table, or ALL."""
    names = {ALL: "All publishers", **{name: name for name in sorted(set(rows["publisher"]))}}
    return pickers.one_of("Publisher", names, key="publisher", default=ALL)


def go(**chosen: str) -> None:
    """Turn to another view of the page with these choices and no others; for a button."""
    for key in ("foundation", "publisher", "find"):
        address.forget(key)
    st.session_state.update(chosen)


def say_nothing(wanted: str) -> None:
    """What to do where nothing is found."""
    st.info(
        f"Nothing here has “{plain(wanted)}” in it. Try one word, or take back a filter.",
        icon=":material/search_off:",
    )
