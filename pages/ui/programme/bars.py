"""Bars of who claims what, on which a click chooses what a bar stands for, as its picker would."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd
import streamlit as st

from pages.ui import legend
from pages.ui.charts import programme as charts
from pages.ui.palette import ink


def show(rows: pd.DataFrame, *, parts: Mapping[str, str], key: str, selected: str, alt: str) -> None:
    """The bars of `rows` (code, name, short and a column for each of `parts`); a click puts a code into `key`.

    The widget gets a new name after each click, which clears the browser's own selection.
    """
    clicks = st.session_state.get("bars-clicks", 0)
    widget = f"bars-{key}-{clicks}"

    def take_click() -> None:
        picked = st.session_state[widget].selection.get("bar")
        if picked:
            st.session_state[key] = picked[0]["c"]
            st.session_state["bars-clicks"] = clicks + 1

    spec = charts.counts(rows, parts=parts, selected=selected, ink=ink())
    st.vega_lite_chart(spec, alt=alt, key=widget, on_select=take_click)
    if len(parts) > 1:
        legend.show_categories([(name.capitalize(), colour, int(rows[name].sum())) for name, colour in parts.items()])
