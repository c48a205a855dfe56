"""A chart whose rows choose a place by a click, as its picker would."""

from __future__ import annotations

import streamlit as st

from pages.ui.charts.base import Spec


def show(spec: Spec, *, key: str, allowed: frozenset[str], alt: str) -> None:
    """Draw the chart; a click on a row (`row` in its params) puts its code into `area`, any other code means all.

    The widget gets a new name after each click, which clears the browser's own selection.
    """
    clicks_key = f"{key}-clicks"
    clicks = st.session_state.get(clicks_key, 0)
    widget = f"{key}-{clicks}"

    def take_click() -> None:
        picked = st.session_state[widget].selection.get("row")
        if picked:
            code = picked[0].get("c")
            st.session_state["area"] = code if code in allowed else ""
            st.session_state[clicks_key] = clicks + 1

    st.vega_lite_chart(spec, alt=alt, key=widget, on_select=take_click)
