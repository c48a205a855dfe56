"""The tables of stated figures, of their recomputed figures and of aims; on the page and to take away."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from lis_data import statuses
from lis_data.period import label
from lis_data.statements.text import PROGRESS, VERDICTS, figure
from pages.ui.shell.markup import web_address


def of_all(rows: pd.DataFrame) -> None:
    """A row a stated figure; a click on one opens it."""
    shown = pd.DataFrame(
        {
            "Id": rows["statement_id"],
            "Place": rows["area_name"],
            "The document says": rows["says"],
            "Stated": rows["figure"],
            "Recomputed (nearest)": rows["recomputed"],
            "Verdict": verdict(rows),
            "Why": rows["why"] + (" " + rows["note"]).str.rstrip(),
            "Source": rows["source"],
            "Address": rows["source_url"].map(web_address).replace("", None),
        }
    )
    ids = rows["statement_id"].tolist()
    st.dataframe(
        shown,
        hide_index=True,
        height=560 if len(rows) > 14 else "auto",
        key="claims-table",
        on_select=lambda: _open(ids),
        selection_mode="single-row",
        column_config=_columns(),
        placeholder="–",
        alt=f"{len(rows)} stated figures with what was recomputed, the verdict and why",
    )


def _columns() -> dict[str, object]:
    widths = {"Id": 60, "Verdict": 170, "The document says": 330, "Why": 520}
    texts = {name: st.column_config.TextColumn(width=width) for name, width in widths.items()}
    return {**texts, "Address": st.column_config.LinkColumn(display_text="open")}


def _open(ids: list[str]) -> None:
    """Open the stated figure of the clicked row."""
    picked = st.session_state["claims-table"]["selection"]["rows"]
    if picked:
        st.session_state["statement"] = ids[picked[0]]


def verdict(rows: pd.DataFrame) -> pd.Series:
    """The verdict in words; of an aim how it stands."""
    aims = "Aim: " + rows["progress"].map(PROGRESS)
    return aims.where(rows["verdict"] == "aim", rows["verdict"].map(VERDICTS))


def to_take_away(rows: pd.DataFrame) -> pd.DataFrame:
    """The same for a file."""
    lists = {name: rows[name].map("; ".join) for name in ("area_codes", "places", "statement_ids")}
    return rows.assign(**lists).replace({"verdict": VERDICTS}).drop(columns=["geography_id", "stated", "due_year"])


def of_figures(figures: pd.DataFrame) -> None:
    """A row a reading and period."""
    told = [figure(value, unit) for value, unit in zip(figures["value"], figures["unit"], strict=True)]
    table = pd.DataFrame(
        {
            "Period": figures["period"].map(label),
            "Reading": figures["reading"],
            "Recomputed": told,
            "Figure": figures["value"],
            "Stated": figures["stated"],
            "Could be meant": figures["counts"].map({True: "yes", False: "no"}),
            "Agreement": figures["fit"],
            "Status": statuses.each(figures),
        }
    )
    numbers = {name: st.column_config.NumberColumn(format="%.2f") for name in ("Figure", "Stated")}
    st.dataframe(table, hide_index=True, column_config=numbers, placeholder="–", alt=f"{len(table)} recomputed figures")


def of_aims(rows: pd.DataFrame) -> None:
    """A row an aim and reading: where it starts, where it stands, where even steps would be, its date."""
    table = pd.DataFrame(
        {
            "Id": rows["statement_id"],
            "Place": rows["area_name"],
            "Aim": rows["says"],
            "Indicator": rows["reading"],
            "Baseline": _told(rows, "first", "base"),
            "Latest": _told(rows, "latest", "latest_period"),
            "Even steps": _told(rows, "expected", ""),
            "Target": rows["figure"],
            "By": rows["due"],
            "Course": rows["progress_text"],
            "Note": rows["reason"],
            "Source": rows["source"],
        }
    )
    widths = {"Id": 60, "Place": 140, "Aim": 330, "Indicator": 200, "Baseline": 130, "Latest": 150, "Note": 400}
    columns = {name: st.column_config.TextColumn(width=width) for name, width in widths.items()}
    st.dataframe(
        table, hide_index=True, height=560, column_config=columns, placeholder="–", alt=f"{len(table)} rows of aims"
    )


def _told(rows: pd.DataFrame, value: str, period: str) -> list[str | None]:
    """`£31.3bn (2017)`; none where there is no figure."""
    periods = rows[period] if period else [""] * len(rows)
    return [
        None if pd.isna(number) else figure(number, unit) + _when(when)
        for number, unit, when in zip(rows[value], rows["unit"], periods, strict=True)
    ]


def _when(period: object) -> str:
    if pd.isna(period) or period == "":
        return ""
    return f" ({label(period) if isinstance(period, str) else int(period)})"
