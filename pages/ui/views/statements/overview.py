"""All stated figures: recomputed against stated for those that can be tested, and the table of every one."""

from __future__ import annotations

import functools

import pandas as pd
import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from lis_data import statements
from lis_data.statements.text import VERDICTS
from pages.ui.exhibit.charts import stated as charts
from pages.ui.exhibit.palette import ink
from pages.ui.shell import frame
from pages.ui.state import clicks
from pages.ui.state.cache import answer
from pages.ui.views.statements import choices, sources, tables, text


def show(headline: DeltaGenerator) -> None:
    """The view: the filters, the picture of those tested, the table."""
    rows = choices.filtered()
    finding = text.of_all(rows, of=len(answer(statements.verdicts)))
    subtitle = f"{len(rows)} figures that documents of the programme state, recomputed. {text.of_rest(rows)}"
    with headline:
        frame.headline(finding, subtitle)
    if rows.empty:
        choices.say_nothing_left()
        return
    dots = _dots(rows)
    if len(dots):
        frame.section("Recomputed against stated: inside the band they are close")
        _picture(dots, finding)
    frame.section(f"All {len(rows)} with their reasons" if len(rows) > 1 else "With its reason")
    tables.of_all(rows)
    extract = sources.extract(
        "lis_stated_figures", finding=finding, subtitle=subtitle, rows=tables.to_take_away(rows), of=rows
    )
    sources.offer(extract, (lambda paper: charts.ratios(dots, ink=paper)) if len(dots) else None)
    sources.show(rows)


def _dots(rows: pd.DataFrame) -> pd.DataFrame:
    """A row a reading of the statements that can be tested, the contradicted first."""
    tested = rows[rows["verdict"].isin(text.TESTED)]
    several = tested["area_codes"].map(len) > 1
    tested = tested.assign(area_name=tested["area_name"].mask(several, "Several LEPs"))
    order = tested["verdict"].map(text.TESTED[::-1].index)
    both = tested.assign(order=order).merge(answer(statements.readings).drop(columns="stated"), on="statement_id")
    shown = both[both["ratio"].notna()].sort_values(["order", "statement_id", "number"])
    return shown.assign(verdict=shown["verdict"].map(VERDICTS))


def _picture(dots: pd.DataFrame, finding: str) -> None:
    """The dots; a click on one opens its claim, as the picker does."""
    alt = f"{finding}. A row a claim with dots for its readings; the table has all of them."
    take = functools.partial(clicks.choose, "statement")
    clicks.show(charts.ratios(dots, ink=ink()), key="claims-dots", of="dot", take=take, alt=alt)
    st.caption(
        "Filled: the reading agrees in a year that the text could refer to; pale: it is close; hollow: it is off. "
        "The band is 5% to either side."
        " Click a dot to open its claim."
    )
