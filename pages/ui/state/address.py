"""What is chosen stands in the page's address, by its id, so that a link restores what its sender saw.

Streamlit's own binding writes the text that a reader sees; an id stays the same when a title is improved.
A default is left out of the address, and what an address asks for in vain is said and then forgotten.
"""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from pages.ui.shell.markup import plain

_PAGE, _CHOSEN = "page", "chosen-here"


def arrive(page: str) -> None:
    """A page opens as its address says, whatever was chosen under the same keys on the page before."""
    if st.session_state.get(_PAGE) != page:
        for key in st.session_state.get(_CHOSEN, ()):
            st.session_state.pop(key, None)
        st.session_state[_PAGE], st.session_state[_CHOSEN] = page, set()


def restore(key: str, allowed: Sequence[str] | None, *, default: str) -> None:
    """Give the session's `key` a value before its picker is drawn: its own, else the address's, else the default.

    `allowed` lists the values on offer, or is None where any text is.
    """
    value = st.session_state.get(key, st.query_params.get(key, default))
    if allowed is not None and value not in allowed:
        if key not in st.session_state:
            _tell(key, value, instead="showing the default instead")
        value = default
    _set(key, value)


def restore_several(key: str, allowed: Sequence[str], *, default: Sequence[str]) -> None:
    """The same for a picker of several values, which stand in the address with commas between them."""
    asked = st.query_params.get(key)
    value = st.session_state.get(key, default if asked is None else [item for item in asked.split(",") if item])
    on_offer = [item for item in value if item in allowed]
    for item in value:
        if item not in allowed and key not in st.session_state:
            _tell(key, item, instead="leaving it out")
    _set(key, on_offer)


def restore_number(key: str, *, default: float, least: float, most: float) -> None:
    """The same for a number between two limits."""
    asked = st.query_params.get(key, str(default))
    try:
        value = st.session_state.get(key, float(asked))
    except ValueError:
        value = float("nan")
    if not least <= value <= most:
        _tell(key, asked, instead="showing the default instead")
        value = default
    _set(key, value)


def _set(key: str, value: str | list[str] | float) -> None:
    st.session_state[key] = value
    st.session_state[_CHOSEN].add(key)


def _tell(key: str, asked: str, *, instead: str) -> None:
    tell(f"The link asks for {key} “{plain(asked, most=40)}”, but there is none here; {instead}.")


def tell(message: str) -> None:
    """Say what a link could not have, long enough to be read; Markdown."""
    st.toast(message, duration="long", icon=":material/info:")


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
