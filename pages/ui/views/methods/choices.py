"""What is shown of the methods: the view, and the words that are looked for. All of it in the address."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

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
    text = st.text_input("Find", key="find", placeholder=hint, max_chars=_MOST)
    address.keep("find", text, default="")
    return text.strip()


def publisher(held: pd.DataFrame) -> str:
    """The chosen publisher among those of a table, or ALL."""
    names = {ALL: "All publishers", **{name: name for name in sorted(set(held["publisher"]))}}
    return pickers.one_of("Publisher", names, key="publisher", default=ALL)


def table(shown: pd.DataFrame, ids: Sequence[str], *, key: str, columns: Mapping[str, Any], alt: str) -> None:
    """A table in which a click on a row puts the row's id into the session's `key`."""
    name = f"{key}-table"
    st.dataframe(
        shown,
        hide_index=True,
        height=620,
        key=name,
        on_select=lambda: _take(key, ids, name),
        selection_mode="single-row",
        column_config=dict(columns),
        placeholder="–",
        alt=alt,
    )


def _take(key: str, ids: Sequence[str], table: str) -> None:
    """Choose what the clicked row of a table stands for."""
    rows = st.session_state[table]["selection"]["rows"]
    if rows:
        st.session_state[key] = ids[rows[0]]


def go(**chosen: str) -> None:
    """Turn to another view of the page with these choices and no others; for a button."""
    for key in ("foundation", "publisher", "find"):
        address.forget(key)
    st.session_state.update(chosen)


def nothing(found: pd.DataFrame, text: str) -> bool:
    """Whether nothing was found, which is then said together with what to do."""
    if found.empty:
        st.info(
            f"Nothing here has “{plain(text)}” in it. Try one word, or take back a filter.",
            icon=":material/search_off:",
        )
    return found.empty
