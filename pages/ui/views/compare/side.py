"""The places side by side: a row an indicator, a column a place, each figure with its rank and against England."""

from __future__ import annotations

from html import escape
from pathlib import Path

import pandas as pd
import streamlit as st

from lis_data import wording
from lis_data.period import label
from pages.ui.exhibit.charts.base import Spec
from pages.ui.exhibit.charts.comparison import DESK
from pages.ui.exhibit.palette import Ink
from pages.ui.shell import frame
from pages.ui.state.cache import cached
from pages.ui.views.compare import figures, files, pictures, questions
from pages.ui.views.compare import text as words
from pages.ui.views.compare.choice import Choice

STYLE = Path(__file__).with_name("compare.css")


def show(choice: Choice) -> None:
    """The view: panels, questions and notes, table, files."""
    rows = figures.rows(choice)
    st.html(STYLE)
    st.html(_panels(choice))
    st.caption(f"{words.LEADING} {words.INTERVAL}")
    for foundation in choice.foundations:
        questions.show(foundation)
    frame.section("The figures")
    table(choice)

    def draw(indicator: str, paper: Ink) -> Spec:
        return pictures.dots_of(choice, indicator, DESK, paper)

    draw_all = pictures.panels(choice, draw, words.of_indicator)
    files.offer(choice, name="side", finding=words.finding(rows), draw=draw_all)


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
    told = " · ".join(part for part in (figures.when(one), england, end) if part)
    head = f"<th scope='row'><b>{escape(about['title'])}</b><small>{escape(told)}</small></th>"
    badge = _badge(one)
    return f"<tr>{head}{''.join(_cell(row, badge=badge) for row in one.itertuples())}</tr>"


def _badge(one: pd.DataFrame) -> str:
    """What the best figures are called: a lead where the intervals say so, nothing where they say that it is chance."""
    first = one[one["best"].fillna(False)]
    if first.empty or not first["leads"].fillna(True).all():
        return ""
    if first["leads"].notna().all():
        return "leads"
    end = "lowest" if one["polarity"].iloc[0] == "lower" else "highest"
    return end if len(first) == 1 else f"joint {end}"


def _cell(row: pd.Series, *, badge: str) -> str:
    place = f"data-place='{escape(row.short, quote=True)}'"
    if row.missing:
        return f"<td class='lis-bare' {place}><b>no figure</b><small>{escape(row.missing)}</small></td>"
    best = not pd.isna(row.best) and bool(row.best)
    mark = f" <i>{badge}</i>" if best and badge else ""
    small = "".join(f"<small>{escape(text)}</small>" for text in (row.standing, row.against, row.interval) if text)
    return f"<td{' class=lis-leads' if best and badge else ''} {place}><b>{escape(row.figure)}</b>{mark}{small}</td>"


def folded_table(choice: Choice) -> None:
    """The table under pictures that are large already: it travels when it is unfolded."""
    folded = st.expander("The figures", key="figures", icon=":material/table:", on_change="rerun")
    if folded.open:
        with folded:
            table(choice)


def table(choice: Choice) -> None:
    """The same figures as numbers, a row for each indicator and place."""
    shown = _arranged(choice)
    empty = [name for name in ("95% from", "95% to", "No figure because") if shown[name].isna().all()]
    signed = {"Against England": "%+.2f", "Change": "%+.2f"}
    formats = {name: signed.get(name, "%.2f") for name in ("Figure", "England", "95% from", "95% to", *signed)}
    columns = {name: st.column_config.NumberColumn(format=text) for name, text in formats.items()}
    alt = f"{wording.count(len(choice.indicators), 'indicator')} in {len(choice.areas)} places"
    st.dataframe(shown.drop(columns=empty), hide_index=True, column_config=columns, placeholder="–", alt=alt)


@cached
def _arranged(choice: Choice) -> pd.DataFrame:
    rows = figures.rows(choice)
    return pd.DataFrame(
        {
            "Indicator": rows["title"],
            "Unit": rows["unit"],
            "Place": rows["area_name"],
            "Period": [figures.when(rows.loc[[place]]) for place in rows.index],
            "Figure": rows["value"],
            "Rank": rows["rank"],
            "Of": rows["of_areas"],
            "England": rows["england"],
            "Against England": rows["against_england"],
            "95% from": rows["lower"],
            "95% to": rows["upper"],
            "Since": [label(text) if isinstance(text, str) else None for text in rows["first_period"]],
            "Change": rows["change"],
            "No figure because": rows["missing"].replace("", None),
        }
    )
