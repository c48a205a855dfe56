"""The places side by side: a row an indicator, a column a place, each figure with its rank and against England."""

from __future__ import annotations

from html import escape

import pandas as pd
import streamlit as st

from pages.ui import cache, frame, tables
from pages.ui.charts.base import Spec
from pages.ui.charts.comparison import DESK
from pages.ui.compare import figures, files, pictures, questions, words
from pages.ui.compare.choice import Choice
from pages.ui.palette import Ink


def show(choice: Choice) -> None:
    """The view: panels, questions and notes, table, files."""
    rows = figures.rows(choice)
    st.html(_style() + _panels(choice))
    st.caption(f"{words.LEADING} {words.INTERVAL}")
    for foundation in choice.foundations:
        questions.show(foundation)
    frame.section("The figures")
    table(rows)

    def draw(indicator: str, paper: Ink) -> Spec:
        return pictures.dots_of(choice, indicator, DESK, paper)

    draw_all = pictures.panels(choice, draw, words.of_indicator)
    files.offer(choice, name="side", finding=words.finding(rows), draw=draw_all)


@cache.kept
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
    return f"<tr>{head}{''.join(_cell(row) for row in one.itertuples())}</tr>"


def _cell(row: pd.Series) -> str:
    place = f"data-place='{escape(row.short, quote=True)}'"
    if row.missing:
        return f"<td class='lis-bare' {place}><b>no figure</b><small>{escape(row.missing)}</small></td>"
    leads = not pd.isna(row.leads) and bool(row.leads)
    badge = " <i>leads</i>" if leads else ""
    small = "".join(f"<small>{escape(text)}</small>" for text in (row.standing, row.against, row.interval) if text)
    return f"<td{' class=lis-leads' if leads else ''} {place}><b>{escape(row.figure)}</b>{badge}{small}</td>"


def table(rows: pd.DataFrame) -> None:
    """The same figures as numbers, a row for each indicator and place."""
    shown = pd.DataFrame(
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
            "Since": [tables.label(text) if isinstance(text, str) else None for text in rows["first_period"]],
            "Change": rows["change"],
            "No figure because": rows["missing"].replace("", None),
        }
    )
    empty = [name for name in ("95% from", "95% to", "No figure because") if shown[name].isna().all()]
    signed = {"Against England": "%+.2f", "Change": "%+.2f"}
    formats = {name: signed.get(name, "%.2f") for name in ("Figure", "England", "95% from", "95% to", *signed)}
    columns = {name: st.column_config.NumberColumn(format=text) for name, text in formats.items()}
    alt = f"{rows['indicator_id'].nunique()} indicators in {rows['area_code'].nunique()} places"
    st.dataframe(shown.drop(columns=empty), hide_index=True, column_config=columns, placeholder="–", alt=alt)


def _style() -> str:
    return """<style>
.lis-side { width: 100%; border-collapse: collapse; margin: 0 !important; table-layout: fixed }
.lis-side th, .lis-side td { text-align: left; vertical-align: top; padding: .7rem .8rem .7rem 0; border: 0;
  border-top: 1px solid color-mix(in srgb, currentColor 18%, transparent) }
.lis-side thead th { border-top: 0; font-weight: 650 }
.lis-side tbody th { font-weight: 400 }
.lis-side td b { font-size: 1.45rem; font-weight: 650; font-variant-numeric: tabular-nums }
.lis-side td.lis-leads b { border-bottom: 3px solid currentColor }
.lis-side td.lis-bare b { font-weight: 400; font-size: 1.1rem; font-style: italic }
.lis-side small { display: block; font-size: .84rem; line-height: 1.35 }
.lis-side i { font-size: .84rem; font-weight: 650; font-style: normal }
@media (max-width: 700px) {
  .lis-side thead { display: none }
  .lis-side, .lis-side tbody, .lis-side tr, .lis-side th, .lis-side td { display: block; width: 100% }
  .lis-side td { border-top: 0; padding: .35rem 0 .35rem .9rem }
  .lis-side td::before { content: attr(data-place); display: block; font-size: .9rem; font-weight: 600 }
}
</style>"""
