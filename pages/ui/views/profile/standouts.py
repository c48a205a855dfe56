"""Strengths and weaknesses, drawn out by one rule that is shown. Both columns always stand, even where one is empty."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from lis_data.wording import inside
from pages.ui.shell import frame
from pages.ui.shell.markup import plain
from pages.ui.views.profile import text
from pages.ui.views.profile.choice import Place


def show(rows: pd.DataFrame, place: Place) -> None:
    """Two columns: what stands out well, what stands out badly; the most marked first."""
    strong = rows[rows["verdict"] == "strength"].sort_values("standing", ascending=False, kind="stable")
    weak = rows[rows["verdict"] == "weakness"].sort_values("standing", kind="stable")
    told = f"{_led(strong, 'strength')}; {_led(weak, 'weakness')}"
    frame.section(told[:1].upper() + told[1:])
    left, right = st.columns(2, gap="large")
    with left:
        _column("Strengths", strong)
    with right:
        _column("Weaknesses", weak)
    st.caption(plain(text.RULE.format(plural=place.geography.plural)))


def _column(title: str, rows: pd.DataFrame) -> None:
    st.subheader(title, anchor=False)
    if rows.empty:
        st.markdown("None by this rule.")
    else:
        st.markdown("\n".join(_line(row) for _, row in rows.iterrows()))


def _line(row: pd.Series) -> str:
    return f"- **{plain(row['title'])}**: {plain(text.exceptional(row))}, {text.when(row)}"


def _led(rows: pd.DataFrame, name: str) -> str:
    """`8 strengths, first of all residents near a railway station`; `1 strength: residents near a railway station`."""
    many = {"strength": "strengths", "weakness": "weaknesses"}[name]
    count = f"{len(rows) or 'no'} {name if len(rows) == 1 else many}"
    led = ": " if len(rows) == 1 else ", first of all "
    return f"{count}{led}{inside(rows['title'].iloc[0])}" if len(rows) else count
