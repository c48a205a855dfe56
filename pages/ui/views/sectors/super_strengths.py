"""The finder of super strengths: which industries are specialised, productive and growing at once, and can we know?"""

from __future__ import annotations

import functools

import pandas as pd
import streamlit as st

from lis_data import queries
from pages.ui.exhibit import page
from pages.ui.exhibit.chart import Chart
from pages.ui.exhibit.charts import cells
from pages.ui.exhibit.charts.base import Spec
from pages.ui.exhibit.exhibit import Exhibit
from pages.ui.exhibit.palette import Ink
from pages.ui.exhibit.table import Table
from pages.ui.rows import each_row
from pages.ui.shell import frame
from pages.ui.shell.markup import plain
from pages.ui.state import pickers
from pages.ui.state.cache import answer
from pages.ui.views.sectors import choice as choices
from pages.ui.views.sectors import missing, text, verdicts
from pages.ui.views.sectors.choice import Choice
from pages.ui.views.sectors.verdicts import Thresholds


def show() -> None:
    """The view: pickers, thresholds, which tests can be made, grid, table, files."""
    choice = choices.choose()
    least = _thresholds()
    if choice.base is None:
        page.headline("Growth cannot be tested here", text.subtitle(choice))
        st.info("There is no earlier year to measure growth from. Choose a later period.")
        return
    tested = _tested(choice, least)
    rows = tested[tested["area_code"] == choice.area_code] if choice.area_code else verdicts.passing(tested)
    if tested.empty or (choice.area_code and rows.empty):
        return missing.explain(choice)
    tests = _tests(rows, choice, least)
    page.finding(tests)
    _which_tests(choice)
    if rows.empty:
        st.info("Lower a threshold above, or choose another measure or geography.")
        return
    frame.section("Test by test")
    page.picture(tests)
    frame.section("The figures")
    page.table(tests)


def _tests(rows: pd.DataFrame, choice: Choice, least: Thresholds) -> Exhibit:
    """The industries with their three tests."""
    dated = verdicts.in_words(rows).assign(period=choice.period, base=choice.base, geography=choice.series.geography_id)
    return Exhibit(
        key="tests",
        name=f"super_strengths_{choice.name}_{choice.area_code or 'all'}",
        finding=text.of_tests(rows, choice),
        subtitle=f"{text.subtitle(choice)} {text.few_tested(_possible(choice), choice)}",
        table=Table(
            dated,
            verdicts.columns(choice),
            alt=f"{len(rows)} industries with their three tests",
            read=dated.head(verdicts.MOST_LISTED),
        ),
        series=verdicts.series(choice),
        picture=Chart(functools.partial(_draw, rows, choice, least), text.verdicts(rows)),
        caption=text.first_rows(len(rows), verdicts.MOST_ROWS),
        facts={"Location quotient": text.QUOTIENT, "Tests": verdicts.METHOD},
    )


def _thresholds() -> Thresholds:
    """The least that passes each test, as the reader sets it."""
    specialised, productive, growing = st.columns(3)
    with specialised:
        words = "Specialised: at least × England’s share"
        quotient = pickers.number(words, key="least_quotient", default=1.25, least=0.0, most=20.0, step=0.25)
    with productive:
        words = "Productive: GVA a job above England’s by %"
        lead = pickers.number(words, key="least_lead", default=0.0, least=-100.0, most=500.0, step=5.0)
    with growing:
        words = "Growing: points a year faster than England’s"
        growth = pickers.number(words, key="least_growth", default=0.0, least=-50.0, most=50.0, step=0.5)
    return Thresholds(quotient, lead, growth)


def _tested(choice: Choice, least: Thresholds) -> pd.DataFrame:
    return answer(
        queries.strength_tests,
        choice.geography.geography_id,
        period=choice.period,
        base=choice.base or "",
        indicator_id=choice.indicator_id,
        least_quotient=least.quotient,
        least_productivity_lead=least.productivity,
        least_growth_lead=least.growth,
        least_value=choice.least,
        detail=choice.detail,
    )


def _possible(choice: Choice) -> pd.DataFrame:
    return answer(
        queries.possible_tests,
        choice.geography.geography_id,
        period=choice.period,
        base=choice.base or "",
        indicator_id=choice.indicator_id,
    )


def _which_tests(choice: Choice) -> None:
    """Which test can be made here, in words."""
    sentences = [
        f"- **{verdicts.NAMES[row.test]}** {text.can_be_tested(row, choice)} {plain(row.why)}"
        for row in each_row(_possible(choice))
    ]
    with st.expander("Which tests can be made here", icon=":material/rule:"):
        st.markdown("\n".join(sentences))


def _draw(rows: pd.DataFrame, choice: Choice, least: Thresholds, ink: Ink) -> Spec:
    grid, heads = verdicts.grid(rows, with_area=choice.area_code is None), verdicts.heads(least)
    return cells.verdicts(grid.assign(column=grid["test"].map(heads)), columns=list(heads.values()), ink=ink)
