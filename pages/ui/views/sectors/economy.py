"""How specialised and how diverse each economy is over all its industries."""

from __future__ import annotations

import functools

import pandas as pd
import streamlit as st

from lis_data import queries
from pages.ui.exhibit import page
from pages.ui.exhibit.chart import Chart
from pages.ui.exhibit.charts import places
from pages.ui.exhibit.charts.base import Mark, Spec
from pages.ui.exhibit.exhibit import Exhibit
from pages.ui.exhibit.palette import Ink
from pages.ui.exhibit.table import Column, Table
from pages.ui.shell import frame
from pages.ui.state.cache import answer
from pages.ui.views.sectors import choice as choices
from pages.ui.views.sectors import missing, tables, text
from pages.ui.views.sectors.choice import Choice

KRUGMAN = (
    "**Krugman index of specialisation**: the part of the economy that would have to change industry to look like "
    "England’s. With $s_i$ an industry’s share here and $e_i$ its share in England, in %:\n\n"
    "$$K = \\tfrac{1}{2} \\sum_i |s_i - e_i|$$"
)
DIVERSITY = (
    "**Effective number of industries**: over how many industries of equal size the economy might as well be spread. "
    "It comes from Shannon entropy, with $s_i$ as a part of 1:\n\n"
    "$$N = e^{H}, \\quad H = -\\sum_i s_i \\ln s_i$$"
)
_SPECIALISATION, _DIVERSITY = "krugman", "effective_industries"
_COLUMNS = (
    Column("area_name", "Place"),
    Column("krugman_rank", "Rank by specialisation"),
    Column("krugman", "Krugman index (%)", "%.1f"),
    Column("entropy", "Entropy (0–100)", "%.1f"),
    Column("entropy_rank", "Rank by diversity"),
    Column("effective_industries", "Industries of equal size it is like", "%.1f"),
    Column("strongest_title", "Strongest industry"),
    Column("strongest_quotient", "Its location quotient", "%.2f"),
    *map(Column, ("strongest", "industries", "indicator", "geography", "period", "area_code")),
)
_FACTS = {
    "Krugman index": "half the sum of |share − England’s share| over industries, in %",
    "Entropy (0–100)": "−100 · Σ s ln s / ln n over the n industries with shares s",
    "Effective number of industries": "exp(−Σ s ln s)",
}


def show() -> None:
    """The view: pickers, two rankings with their formulae, table, files."""
    choice = choices.choose(with_growth=False, with_parts=False)
    rows = _rows(choice)
    if rows.empty or (choice.area_code and choice.area_code not in set(rows["area_code"])):
        return missing.explain(choice)
    unlike, spread = st.columns(2, gap="large")
    specialisation = _specialisation(rows, choice)
    page.finding(specialisation)
    with unlike:
        frame.section("Unlike England: specialisation")
        page.picture(specialisation)
        st.markdown(KRUGMAN)
    with spread:
        page.show(_diversity(rows, choice))
        st.markdown(DIVERSITY)
    frame.section("The figures")
    page.table(specialisation)


def _rows(choice: Choice) -> pd.DataFrame:
    """The places whose every industry has a figure, the most specialised first."""
    found = answer(queries.economic_structure, *choice.series, period=choice.period)
    rows = found.dropna(subset=_SPECIALISATION).sort_values("krugman_rank")
    return rows.assign(indicator=choice.indicator_id, geography=choice.geography.geography_id, period=choice.period)


def _specialisation(rows: pd.DataFrame, choice: Choice) -> Exhibit:
    without = missing.note(choice, set(rows["area_code"]))
    about = text.about_structure(choice, int(_england(choice)["industries"]))
    return Exhibit(
        key="specialisation",
        name=f"economic_structure_{choice.name}",
        finding=text.of_structure(rows, choice),
        subtitle=f"{about} {without and text.EVERY_INDUSTRY} {without}",
        table=Table(rows, _COLUMNS, alt=f"Specialisation and diversity of {len(rows)} places"),
        series=(choice.series,),
        picture=Chart(
            functools.partial(_bars, rows, _SPECIALISATION, choice, None), text.ranked(rows, _SPECIALISATION)
        ),
        facts=_FACTS,
    )


def _diversity(rows: pd.DataFrame, choice: Choice) -> Exhibit:
    england = float(_england(choice)[_DIVERSITY])
    return Exhibit(
        key="diversity",
        name=f"economic_diversity_{choice.name}",
        finding="Spread over many industries: diversity",
        subtitle=text.about_structure(choice, int(_england(choice)["industries"])),
        table=Table(rows, _COLUMNS, alt=f"Diversity of {len(rows)} places"),
        series=(choice.series,),
        picture=Chart(functools.partial(_bars, rows, _DIVERSITY, choice, england), text.ranked(rows, _DIVERSITY)),
        facts=_FACTS,
    )


def _england(choice: Choice) -> pd.Series:
    return answer(queries.benchmark_structure, choice.indicator_id, period=choice.period).iloc[0]


def _bars(rows: pd.DataFrame, measure: str, choice: Choice, england: float | None, ink: Ink) -> Spec:
    bars = rows[["area_code", "area_name"]].assign(value=rows[measure]).sort_values("value", ascending=False)
    bars = bars.assign(short=bars["value"].map("{:.1f}".format))
    marks = [] if england is None else [Mark("England", england, ink.benchmark)]
    first = tables.first_bars(bars.assign(label=bars["short"]), choice.area_code)
    return places.ranked_bars(first, selected=choice.area_code, beyond=england, polarity="higher", marks=marks, ink=ink)
