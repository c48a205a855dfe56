"""A file that is being looked at is in the server's memory alone: the browser asks before it forgets it."""

from __future__ import annotations

import streamlit as st

_ASK = "<script>window.onbeforeunload = {};</script>"
_OPEN, _NONE = "(event) => {event.preventDefault(); return '';}", "null"


def show(*, draft_open: bool) -> None:
    """Have the browser ask before the page is loaded anew or left, as long as a draft is open."""
    with st.sidebar:
        st.html(_ASK.format(_OPEN if draft_open else _NONE), unsafe_allow_javascript=True)
