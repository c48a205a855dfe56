"""A click on a chart chooses what it stands on, as a picker would."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from pages.ui.exhibit.charts.base import Spec


def show(spec: Spec, *, key: str, of: str, take: Callable[[str], None], alt: str) -> None:
    """Draw a chart; a click gives the code (`c`) of what its selection `of` holds to `take`.

    The widget gets a new name after each click, which clears the browser's own selection.
    """
    clicks_key = f"{key}-clicks"
    clicks = st.session_state.get(clicks_key, 0)
    widget = f"{key}-{clicks}"

    def take_click() -> None:
        picked = st.session_state[widget].selection.get(of)
        if picked:
            st.session_state[clicks_key] = clicks + 1
            take(picked[0]["c"])

    st.vega_lite_chart(spec, alt=alt, key=widget, on_select=take_click)


def choose(key: str, code: str) -> None:
    """Put a code where a picker keeps its choice."""
    st.session_state[key] = code
