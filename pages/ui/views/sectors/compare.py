"""Several places beside each other: how specialised each is in every industry."""

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
from pages.ui.exhibit.table import Column, Table
from pages.ui.shell import frame
from pages.ui.state import pickers
from pages.ui.state.cache import answer
from pages.ui.views.sectors import choice as choices
from pages.ui.views.sectors import missing, tables, text
from pages.ui.views.sectors.choice import Choice

MOST = 8
_FIRST = 4


def show() -> None:
    """The view: pickers, grid, table, files."""
    choice = choices.choose(with_area=False, with_growth=False)
    areas = _areas(choice)
    if tables.large_in(areas, choice).empty:
        page.headline("Compare what places are good at", text.subtitle(choice))
        st.info(f"Choose two to {MOST} places above.")
        return
    quotients = _quotients(choice, areas)
    page.finding(quotients)
    frame.section("Times England’s share")
    page.picture(quotients)
    frame.section("The figures")
    page.table(quotients)


def _areas(choice: Choice) -> list[str]:
    """The chosen places; at first those whose economies differ most from England's."""
    known = tables.places(choice)
    names = {code: name for code, name in pickers.names(choice.geography.geography_id).items() if code in known}
    structure = answer(queries.economic_structure, *choice.series, period=choice.period)
    first = tuple(structure.sort_values("krugman_rank")["area_code"].head(_FIRST))
    return pickers.several(f"Places (up to {MOST})", names, key="areas", default=first, most=MOST)


def _quotients(choice: Choice, areas: list[str]) -> Exhibit:
    """The location quotients of the places: a grid of those that stand out, a table of all."""
    everywhere, large = tables.industries(choice), tables.large_in(areas, choice)
    rows = everywhere[everywhere["area_code"].isin(areas)]
    side_by_side = tables.side_by_side(rows, large, areas)
    places = side_by_side.columns[1:]
    return Exhibit(
        key="quotients",
        name=f"compare_sectors_{choice.name}",
        finding=text.of_comparison(large, choice, places=len(areas)),
        subtitle=f"{text.subtitle(choice)} {missing.note(choice)}",
        table=Table(
            tables.with_columns(choice, *areas),
            (
                Column("Industry", "Industry"),
                *(Column(name, name, "%.2f") for name in places),
                *(Column(column.field) for column in tables.columns(choice)),
            ),
            alt=f"Location quotients of {len(side_by_side)} industries in {len(places)} places",
            read=side_by_side,
        ),
        series=(choice.series,),
        picture=Chart(functools.partial(_draw, rows, large, areas), text.grid(large)),
        caption=f"{text.QUOTIENT} {text.first_industries(tables.MOST_ROWS)}",
        facts={"Location quotient": text.QUOTIENT},
    )


def _draw(rows: pd.DataFrame, large: pd.DataFrame, areas: list[str], ink: Ink) -> Spec:
    grid = tables.grid(rows, large, areas)
    return cells.heatmap(grid, columns=list(dict.fromkeys(grid["column"])), ink=ink)
