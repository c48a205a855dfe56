"""Several places beside each other: how specialised each is in every industry."""

from __future__ import annotations

import functools

import pandas as pd
import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from pages.ui import cache, controls, downloads, frame, pictures
from pages.ui.charts import cells
from pages.ui.charts.base import Spec
from pages.ui.palette import Ink, ink
from pages.ui.sectors import choice as choices
from pages.ui.sectors import missing, tables, wording
from pages.ui.sectors.choice import Choice

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
            frame.headline("Compare what places are good at", wording.subtitle(choice))
        return st.info(f"Choose two to {MOST} places above.")
    finding = wording.of_comparison(large, choice, places=len(areas))
    with headline:
        frame.headline(finding, f"{wording.subtitle(choice)} {missing.note(choice)}")
    frame.section("Times England’s share")
    draw = functools.partial(_draw, rows, large, areas)
    st.vega_lite_chart(draw(ink()), alt=wording.grid(large))
    st.caption(f"{wording.QUOTIENT} {wording.first_industries(tables.MOST_ROWS)}")
    frame.section("The figures")
    _table(tables.side_by_side(rows, large, areas))
    _files(choice, areas, finding, draw)


def _areas(choice: Choice) -> list[str]:
    """The chosen places; at first those whose economies differ most from England's."""
    known = tables.places(choice)
    names = {code: name for code, name in controls.names(choice.geography.geography_id).items() if code in known}
    structure = cache.economic_structure(*choice.shown, period=choice.period)
    first = tuple(structure.sort_values("krugman_rank")["area_code"].head(_FIRST))
    return controls.several(f"Places (up to {MOST})", names, key="areas", default=first, most=MOST)


def _draw(rows: pd.DataFrame, large: pd.DataFrame, areas: list[str], ink_: Ink) -> Spec:
    grid = tables.grid(rows, large, areas)
    return cells.heatmap(grid, columns=list(dict.fromkeys(grid["column"])), ink=ink_)


def _table(beside: pd.DataFrame) -> None:
    columns = {name: st.column_config.NumberColumn(name, format="%.2f") for name in beside.columns[1:]}
    alt = f"Location quotients of {len(beside)} industries in {len(columns)} places"
    st.dataframe(beside, hide_index=True, column_config=columns, placeholder="–", alt=alt)


def _files(choice: Choice, areas: list[str], finding: str, draw: functools.partial[Spec]) -> None:
    extract = downloads.Extract(
        name=f"compare_sectors_{choice.name}",
        finding=finding,
        subtitle=wording.subtitle(choice),
        rows=tables.to_take_away(choice, *areas),
        sources=cache.sources_of(choice.shown),
        facts={"Location quotient": wording.QUOTIENT},
    )
    with st.container(horizontal=True):
        downloads.offer(extract)
        pictures.offer_chart(extract, draw)
    frame.sources(choice.shown)
