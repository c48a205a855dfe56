"""Priorities whose benefits reach over the border: with whom to take them up."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from lis_data import queries
from lis_data.wording import count
from pages.ui.exhibit import extracts
from pages.ui.shell import frame
from pages.ui.shell.markup import plain
from pages.ui.state import pickers
from pages.ui.state.cache import answer
from pages.ui.views.collaboration.choice import WHERE
from pages.ui.views.programme import sources, text

_FOUNDATIONS = {"ideas": "Ideas", "infrastructure": "Infrastructure"}
_PROMPT = (
    "**Ask of each:** who over the border gains from it, or pays for it? Who has to be at the table? Neighbours with a "
    "priority of the same foundation are the first to ask."
)
_INFERRED = "Most priorities were given their foundation by whoever compiled them and not by the text: see its column."


def show(area_code: str | None) -> None:
    """The flagged priorities of a place, or of all, with the rule that flags them and the neighbours to ask."""
    rows = _rows(area_code)
    finding = _finding(rows, area_code)
    frame.section(finding)
    rule = answer(queries.spillover_rule).iloc[0]
    st.markdown(f"{plain(rule['criterion'])} (source: {plain(rule['sources'])}). {_PROMPT}")
    if rows.empty:
        return
    columns = {"Priority": st.column_config.TextColumn(width="medium")}
    shown = _table(rows)
    shown = shown if area_code is None else shown.drop(columns=["LEP", "All neighbours"])
    st.dataframe(shown, hide_index=True, column_config=columns, alt=finding)
    st.caption(f"{_INFERRED}{_around(rows)}")
    name = f"lis_spillovers_{area_code or 'all'}"
    lists = {column: rows[column].map("; ".join) for column in ("neighbours", "alike")}
    taken = rows.assign(geography=WHERE, **lists)
    with st.container(horizontal=True):
        extract = sources.extract(name, finding=finding, subtitle=rule["criterion"], rows=taken, rules=sources.COMPILED)
        extracts.offer(extract)


def _rows(area_code: str | None) -> pd.DataFrame:
    held = answer(queries.spillovers)
    return held if area_code is None else held[held["area_code"] == area_code]


def _finding(rows: pd.DataFrame, area_code: str | None) -> str:
    """`Spillovers: 5 priorities of Greater Manchester reach over its border`."""
    if area_code:
        name = pickers.names(WHERE)[area_code]
        if rows.empty:
            return f"Spillovers: no priority of {name} is of Ideas or Infrastructure"
        reach = "reaches" if len(rows) == 1 else "reach"
        number = count(len(rows), "priority", "priorities")
        return f"Spillovers: {number} of {name} likely {reach} over its borders"
    leps = rows["area_code"].nunique()
    return f"Spillovers: {len(rows)} priorities of {leps} LEPs are of Ideas or Infrastructure, which reach over borders"


def _around(rows: pd.DataFrame) -> str:
    """The neighbours, where the rows are of one place and its table does not name them in each."""
    if rows["area_code"].nunique() > 1:
        return ""
    return f" All neighbours of {plain(rows['area_name'].iloc[0])}: {plain(', '.join(rows['neighbours'].iloc[0]))}."


def _table(rows: pd.DataFrame) -> pd.DataFrame:
    return pd.DataFrame(
        {
            "LEP": rows["area_name"],
            "Priority": rows["priority"],
            "Foundation": rows["foundation"].map(_FOUNDATIONS),
            "Ask first (neighbours with one too)": rows["alike"].map(", ".join),
            "All neighbours": rows["neighbours"].map(", ".join),
            "Foundation given by": rows["tags_basis"].map({"stated": "the text", "inferred": "inferred"}),
            "Stage": rows["stage"].map(text.STAGES),
            "Source": rows["sources"],
        }
    )
