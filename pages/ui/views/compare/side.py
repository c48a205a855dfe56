"""The places side by side: a row an indicator, a column a place, each figure with its rank and against England."""

from __future__ import annotations

import functools
from html import escape
from pathlib import Path
from typing import Any

import pandas as pd
import streamlit as st

from pages.ui.exhibit import files, page
from pages.ui.exhibit.exhibit import Exhibit
from pages.ui.rows import each_row
from pages.ui.shell import frame
from pages.ui.state.cache import cached
from pages.ui.views.compare import exhibits, figures, questions, text
from pages.ui.views.compare.choice import Choice
from pages.ui.views.compare.pictures import DOTS

STYLE = Path(__file__).with_name("compare.css")


def show(choice: Choice) -> None:
    """The view: panels, questions and notes, table, files."""
    everything = exhibits.of_all(choice, "side", (DOTS,))
    page.finding(everything)
    st.html(STYLE)
    st.html(_panels(choice))
    st.caption(f"{text.LEADING} {text.INTERVAL}")
    for foundation in choice.foundations:
        questions.show(foundation)
    frame.section("The figures")
    page.table(everything)


@cached
def _panels(choice: Choice) -> str:
    """The panels as a table in HTML; on a phone each indicator is a block with a line for each place."""
    parts = [figures.of_indicator(choice, indicator) for indicator in choice.indicators]
    heads = "".join(f"<th scope='col'>{escape(name)}</th>" for name in parts[0]["area_name"])
    body = "".join(_panel(one) for one in parts)
    return (
        "<table class='lis-side'><thead><tr><th scope='col'>Indicator</th>"
        f"{heads}</tr></thead><tbody>{body}</tbody></table>"
    )


def _panel(one: pd.DataFrame) -> str:
    about = one.iloc[0]
    england = f"England {figures.england(one)}" if pd.notna(about["england"]) else "no figure for England"
    end = {"higher": "higher is better", "lower": "lower is better"}.get(about["polarity"], "neither end is better")
    context = " · ".join(filter(None, (figures.when(one), england, end)))
    head = f"<th scope='row'><b>{escape(about['title'])}</b><small>{escape(context)}</small></th>"
    badge = _badge(one)
    return f"<tr>{head}{''.join(_cell(row, badge=badge) for row in each_row(one))}</tr>"


def _badge(one: pd.DataFrame) -> str:
    """What the best figures are called: a lead where the intervals say so, nothing where they say that it is chance."""
    first = one[one["best"].fillna(False)]
    if first.empty or not first["leads"].fillna(True).all():
        return ""
    if first["leads"].notna().all():
        return "leads"
    end = "lowest" if one["polarity"].iloc[0] == "lower" else "highest"
    return end if len(first) == 1 else f"joint {end}"


def _cell(row: Any, *, badge: str) -> str:
    place = f"data-place='{escape(row.short, quote=True)}'"
    if row.missing:
        return f"<td class='lis-bare' {place}><b>no figure</b><small>{escape(row.missing)}</small></td>"
    best = not pd.isna(row.best) and bool(row.best)
    mark = f" <i>{badge}</i>" if best and badge else ""
    small = "".join(f"<small>{escape(part)}</small>" for part in (row.standing, row.against, row.interval) if part)
    return f"<td{' class=lis-leads' if best and badge else ''} {place}><b>{escape(row.figure)}</b>{mark}{small}</td>"


def folded_table(exhibit: Exhibit) -> None:
    """The table under pictures that are large already: it travels when it is unfolded; then the files."""
    table = functools.partial(exhibit.table.show, exhibit.key)
    frame.fold("The figures", table, key="figures", icon=":material/table:")
    files.offer(exhibit)
