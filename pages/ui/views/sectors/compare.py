"""Several places beside each other: how specialised each is in every industry."""

from __future__ import annotations

import functools

import pandas as pd
import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from lis_data import queries
from pages.ui.exhibit import files, pictures, provenance
from pages.ui.exhibit.charts import cells
from pages.ui.exhibit.charts.base import Spec
from pages.ui.exhibit.palette import Ink, ink
from pages.ui.shell import frame
from pages.ui.state import pickers
from pages.ui.state.cache import answer
from pages.ui.views.sectors import choice as choices
from pages.ui.views.sectors import missing, tables, text
from pages.ui.views.sectors.choice import Choice

MOST = 8
_FIRST = 4


def show(headline: DeltaGenerator) -> None:
    """The view: pickers, grid, table, files."""
    choice = choices.choose(with_area=False, with_growth=False)
    everywhere = tables.industries(choice)
    areas = _areas(choice)
    rows = everywhere[everywhere["area_code"].isin(areas)]
    large = tables.large_in(areas, choice)
    if large.empty:
        with headline:
            frame.headline("Compare what places are good at", text.subtitle(choice))
        return st.info(f"Choose two to {MOST} places above.")
    finding = text.of_comparison(large, choice, places=len(areas))
    with headline:
        frame.headline(finding, f"{text.subtitle(choice)} {missing.note(choice)}")
    frame.section("Times England’s share")
    draw = functools.partial(_draw, rows, large, areas)
    st.vega_lite_chart(draw(ink()), alt=text.grid(large))
    st.caption(f"{text.QUOTIENT} {text.first_industries(tables.MOST_ROWS)}")
    frame.section("The figures")
    _table(tables.side_by_side(rows, large, areas))
    _files(choice, areas, finding, draw)


def _areas(choice: Choice) -> list[str]:
    """The chosen places; at first those whose economies differ most from England's."""
    known = tables.places(choice)
    names = {code: name for code, name in pickers.names(choice.geography.geography_id).items() if code in known}
    structure = answer(queries.economic_structure, *choice.shown, period=choice.period)
    first = tuple(structure.sort_values("krugman_rank")["area_code"].head(_FIRST))
    return pickers.several(f"Places (up to {MOST})", names, key="areas", default=first, most=MOST)


def _draw(rows: pd.DataFrame, large: pd.DataFrame, areas: list[str], ink_: Ink) -> Spec:
    grid = tables.grid(rows, large, areas)
    return cells.heatmap(grid, columns=list(dict.fromkeys(grid["column"])), ink=ink_)


def _table(beside: pd.DataFrame) -> None:
    columns = {name: st.column_config.NumberColumn(name, format="%.2f") for name in beside.columns[1:]}
    alt = f"Location quotients of {len(beside)} industries in {len(columns)} places"
    st.dataframe(beside, hide_index=True, column_config=columns, placeholder="–", alt=alt)


def _files(choice: Choice, areas: list[str], finding: str, draw: functools.partial[Spec]) -> None:
    extract = files.Extract(
        name=f"compare_sectors_{choice.name}",
        finding=finding,
        subtitle=text.subtitle(choice),
        rows=tables.to_take_away(choice, *areas),
        sources=answer(provenance.sources_of, choice.shown),
        facts={"Location quotient": text.QUOTIENT},
    )
    with st.container(horizontal=True):
        files.offer(extract)
        pictures.offer_chart(extract, draw)
    frame.sources(choice.shown)
