"""Priorities whose benefits reach over the border: with whom to take them up."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from lis_data import queries
from lis_data.wording import count
from pages.ui.exhibit import page
from pages.ui.exhibit.exhibit import Exhibit
from pages.ui.exhibit.table import Column, Table
from pages.ui.shell import frame
from pages.ui.shell.markup import plain
from pages.ui.state import pickers
from pages.ui.state.cache import answer
from pages.ui.views.collaboration.choice import WHERE
from pages.ui.views.programme import sources
from pages.ui.views.programme.text import STAGES

_FOUNDATIONS = {"ideas": "Ideas", "infrastructure": "Infrastructure"}
_PROMPT = (
    "**Ask of each:** who over the border gains from it, or pays for it? Who has to be at the table? Neighbours with a "
    "priority of the same foundation are the first to ask."
)
_INFERRED = "Most priorities were given their foundation by whoever compiled them and not by the text: see its column."


def show(area_code: str | None) -> None:
    """The flagged priorities of a place, or of all, with the rule that flags them and the neighbours to ask."""
    rows = _rows(area_code)
    if rows.empty:
        frame.section(_finding(rows, area_code))
        st.caption(plain(_rule()))
    else:
        page.show(_exhibit(rows, area_code))
    st.markdown(_PROMPT)


def _rule() -> str:
    rule = answer(queries.spillover_rule).iloc[0]
    return f"{rule['criterion']} (source: {rule['sources']})."


def _exhibit(rows: pd.DataFrame, area_code: str | None) -> Exhibit:
    finding = _finding(rows, area_code)
    lists = {column: rows[column].map("; ".join) for column in ("neighbours", "alike")}
    return Exhibit(
        key="spillovers",
        name=f"lis_spillovers_{area_code or 'all'}",
        finding=finding,
        subtitle=str(answer(queries.spillover_rule)["criterion"].iloc[0]),
        table=Table(
            rows.assign(geography=WHERE, **lists),
            _columns(with_area=area_code is None),
            alt=finding,
            read=_in_words(rows),
            note=f"{_INFERRED}{_around(rows)}",
        ),
        caption=_rule(),
        documents=sources.documents(),
        facts=sources.facts(sources.COMPILED),
    )


def _rows(area_code: str | None) -> pd.DataFrame:
    found = answer(queries.spillovers)
    return found if area_code is None else found[found["area_code"] == area_code]


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
    return f" All neighbours of {rows['area_name'].iloc[0]}: {', '.join(rows['neighbours'].iloc[0])}."


def _columns(*, with_area: bool) -> tuple[Column, ...]:
    """Place and neighbours stand in the table where it has several places."""
    return (
        Column("area_name", "LEP" if with_area else ""),
        Column("priority", "Priority", width=200),
        Column("foundation", "Foundation"),
        Column("alike", "Ask first (neighbours with one too)"),
        Column("neighbours", "All neighbours" if with_area else ""),
        Column("tags_basis", "Foundation given by"),
        Column("stage", "Stage"),
        Column("sources", "Source"),
        *map(Column, ("area_code", "priority_id", "geography")),
    )


def _in_words(rows: pd.DataFrame) -> pd.DataFrame:
    return rows.assign(
        foundation=rows["foundation"].map(_FOUNDATIONS),
        alike=rows["alike"].map(", ".join),
        neighbours=rows["neighbours"].map(", ".join),
        tags_basis=rows["tags_basis"].map({"stated": "the text", "inferred": "inferred"}),
        stage=rows["stage"].map(STAGES),
    )
