"""What is chosen stands in the page's address, by its id, so that a link restores what its sender saw.

Streamlit's own binding writes the text that a reader sees; an id stays the same when a title is improved.
A default is left out of the address, and what an address asks for in vain is said and then forgotten.
"""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from pages.ui.markup import plain


def restore(key: str, allowed: Sequence[str] | None, *, default: str) -> None:
    """Give the session's `key` a value before its picker is drawn: its own, else the address's, else the default.

    `allowed` lists the values on offer, or is None where any text is.
    """
    held = st.session_state.get(key, st.query_params.get(key, default))
    if allowed is not None and held not in allowed:
        if key not in st.session_state:
            asked = plain(held, most=40)
            st.toast(f"The link asks for {key} “{asked}”, which is not available here; showing the default instead.")
        held = default
    st.session_state[key] = held


def keep(key: str, value: str, *, default: str) -> None:
    """Write a choice into the address, or take it out where it is the default."""
    if value == default:
        st.query_params.pop(key, None)
    elif st.query_params.get(key) != value:
        st.query_params[key] = value


def forget(key: str) -> None:
    """Take a choice back: its picker starts at its default again."""
    st.session_state.pop(key, None)
    st.query_params.pop(key, None)
