"""Whom a LEP has most reasons to work with, or which pairs have most; the groups, and what reaches over borders."""

from __future__ import annotations

import functools

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from geo import sketch as sketches
from pages.ui.exhibit import pictures
from pages.ui.exhibit.charts import cells
from pages.ui.exhibit.charts import collaboration as charts
from pages.ui.exhibit.charts.base import Spec
from pages.ui.exhibit.charts.small_maps import CENTRE
from pages.ui.exhibit.palette import Ink, ink
from pages.ui.shell import frame
from pages.ui.shell.markup import plain
from pages.ui.state import pickers
from pages.ui.state.cache import answer
from pages.ui.views.collaboration import choice as choices
from pages.ui.views.collaboration import groups, pair_lines, pair_text, pairs, spillovers
from pages.ui.views.collaboration.choice import FIGURES, WHERE, Choice
from pages.ui.views.programme import sources

_MAP = "links"
_TOLD = 5


def show(headline: DeltaGenerator) -> None:
    """The view: pickers, why and where, the reasons in words, table and files, groups, spillovers."""
    choice = choices.choose()
    rows = pairs.ranked(choice)
    finding, subtitle = pair_text.finding(rows, choice), pair_text.subtitle(choice)
    with headline:
        frame.headline(finding, subtitle)
    why, where = st.columns([7, 5], gap="large")
    draw = functools.partial(_grid, choice)
    with why:
        frame.section(pair_text.above_grid(rows, choice))
        st.markdown(pair_text.REASONS)
        st.vega_lite_chart(draw(ink()), alt=pair_text.alt(rows, choice))
        st.caption(pair_text.ORDER)
    with where:
        _map(choice)
    _reasons(choice)
    frame.section("All pairs in order" if choice.area_code is None else "All partners in order")
    _table(choice)
    rows_out = pairs.to_take_away(choice)
    name = f"lis_partners_{choice.area_code or 'all'}_{choice.period}"
    extract = sources.extract(
        name, finding=finding, subtitle=subtitle, rows=rows_out, figures=(FIGURES,), rules=pair_text.RULES
    )
    pictures.offer_files(extract, draw)
    groups.show(choice)
    spillovers.show(choice.area_code)
    sources.show((FIGURES,), rules=pair_text.RULES)


def _grid(choice: Choice, with_ink: Ink) -> Spec:
    return cells.verdicts(pairs.grid(choice), columns=list(pairs.COLUMNS.values()), ink=with_ink)


def _map(choice: Choice) -> None:
    """The links on the map; a click chooses the place that the links start from."""
    names = pickers.names(WHERE)
    frame.section(f"From {names[choice.area_code]}" if choice.area_code else "Where the pairs lie")
    outlines = answer(sketches.svg_paths, WHERE, centre=CENTRE)
    spec = charts.links(outlines, pair_lines.lines(choice), names=names, chosen=choice.area_code or "", ink=ink())
    alt = f"Map of the 38 LEPs with lines for the first {pairs.MOST_DRAWN} pairs of the grid, numbered by rank."
    st.vega_lite_chart(spec, key=_MAP, on_select=_take_click, selection_mode=charts.PICK, alt=alt)
    st.caption("Numbers are ranks; the thicker a line, the more of the five reasons. A click on a LEP chooses it.")


def _take_click() -> None:
    """A click on a LEP does what its picker does; beside all of them it shows all pairs."""
    picked = st.session_state[_MAP].selection[charts.PICK]
    st.session_state["area"] = picked[0]["c"] if picked else ""


def _reasons(choice: Choice) -> None:
    """The first pairs with their reasons in words."""
    rows = pairs.ranked(choice).head(_TOLD)
    frame.section("Why these")
    st.markdown("\n".join(f"{row.rank}. **{plain(row.pair)}.** {plain(row.why)}" for row in rows.itertuples()))


def _table(choice: Choice) -> None:
    rows = pairs.ranked(choice)
    shown = pair_text.table(rows.head(pairs.MOST_LISTED), choice)
    alt = f"{len(rows)} pairs of LEPs with what they share"
    columns = {
        "Best quotient (×)": st.column_config.NumberColumn(format="%.1f", help=pair_text.WEAKER),
        "Rarity": st.column_config.NumberColumn(format="%.2f", help=pair_text.RARITY),
        "Which industries and priorities": st.column_config.TextColumn(width="large"),
    }
    st.dataframe(shown, hide_index=True, column_config=columns, placeholder="–", alt=alt)
    if len(rows) > pairs.MOST_LISTED:
        st.caption(f"The first {pairs.MOST_LISTED} of {len(rows)} pairs that share anything; the files have all.")
