"""Whom a LEP has most reasons to work with, or which pairs have most; the groups, and what reaches over borders."""

from __future__ import annotations

import functools

import streamlit as st

from geo import sketch as sketches
from pages.ui.exhibit import page
from pages.ui.exhibit.chart import Chart
from pages.ui.exhibit.charts import cells
from pages.ui.exhibit.charts import collaboration as charts
from pages.ui.exhibit.charts.base import Spec
from pages.ui.exhibit.charts.small_maps import CENTRE
from pages.ui.exhibit.exhibit import Exhibit
from pages.ui.exhibit.palette import Ink
from pages.ui.exhibit.saved_picture import WIDTH
from pages.ui.exhibit.table import Column, Table
from pages.ui.rows import each_row
from pages.ui.shell import frame
from pages.ui.shell.markup import plain
from pages.ui.state import pickers
from pages.ui.state.cache import answer
from pages.ui.state.clicks import Click
from pages.ui.views.collaboration import choice as choices
from pages.ui.views.collaboration import groups, pair_lines, pair_text, pairs, spillovers
from pages.ui.views.collaboration.choice import FIGURES, WHERE, Choice
from pages.ui.views.programme import sources

_IN_WORDS = 5


def show() -> None:
    """The view: pickers, why and where, the reasons in words, table and files, groups, spillovers."""
    choice = choices.choose()
    rows = pairs.ranked(choice)
    why, where = st.columns([7, 5], gap="large")
    if rows.empty:
        page.headline(pair_text.finding(rows, choice), pair_text.subtitle(choice))
        page.cite(FIGURES)
    else:
        ranking = _ranking(choice)
        page.finding(ranking)
        with why:
            frame.section(pair_text.above_grid(rows, choice))
            st.markdown(pair_text.REASONS)
            page.picture(ranking)
        with where:
            page.show(_links(choice))
        _reasons(choice)
        frame.section("All pairs in order" if choice.area_code is None else "All partners in order")
        page.table(ranking)
    groups.show(choice)
    spillovers.show(choice.area_code)


def _ranking(choice: Choice) -> Exhibit:
    """The pairs by how many reasons they have: a grid of the first, a table of those listed, files of all."""
    rows = pairs.ranked(choice)
    few = f"The first {pairs.MOST_LISTED} of {len(rows)} pairs that share anything; the files have all."
    return Exhibit(
        key="pairs",
        name=f"lis_partners_{choice.name}",
        finding=pair_text.finding(rows, choice),
        subtitle=pair_text.subtitle(choice),
        table=Table(
            pairs.to_take_away(choice),
            pair_text.columns(choice),
            alt=f"{len(rows)} pairs of LEPs with what they share",
            read=pair_text.table(rows.head(pairs.MOST_LISTED)),
            note=few if len(rows) > pairs.MOST_LISTED else "",
        ),
        series=(FIGURES,),
        picture=Chart(functools.partial(_grid, choice), pair_text.alt(rows, choice)),
        caption=pair_text.ORDER,
        documents=sources.documents(),
        facts=sources.facts(pair_text.RULES),
    )


def _grid(choice: Choice, ink: Ink) -> Spec:
    return cells.verdicts(pairs.grid(choice), columns=list(pairs.COLUMNS.values()), ink=ink)


def _links(choice: Choice) -> Exhibit:
    """The first pairs as links on the map; a click chooses the place that the links start from."""
    names = pickers.names(WHERE)
    rows = pairs.ranked(choice).head(pairs.MOST_DRAWN)
    return Exhibit(
        key="links",
        name=f"lis_links_{choice.name}",
        finding=f"From {names[choice.area_code]}" if choice.area_code else "Where the pairs lie",
        subtitle=pair_text.subtitle(choice),
        table=Table(
            rows.rename(columns={"kinds": "kinds_of_reason"}),
            (
                Column("rank", "Rank"),
                Column("area_name", "LEP"),
                Column("other_name", "Partner"),
                Column("kinds_of_reason", pair_text.OF_REASONS),
                *map(Column, ("area_code", "other_code")),
            ),
            alt=f"The {len(rows)} pairs on the map, by rank",
        ),
        series=(FIGURES,),
        picture=Chart(
            functools.partial(_map, choice, WIDTH),
            f"Map of the 38 LEPs with lines for the first {pairs.MOST_DRAWN} pairs of the grid, numbered by rank.",
            click=Click("area", charts.PICK),
            geography_id=WHERE,
            on_page=functools.partial(_map, choice, None),
        ),
        caption="Numbers are ranks; the thicker a line, the more of the five reasons. A click on a LEP chooses it.",
        documents=sources.documents(),
        facts=sources.facts(pair_text.RULES),
    )


def _map(choice: Choice, width: int | None, ink: Ink) -> Spec:
    outlines = answer(sketches.svg_paths, WHERE, centre=CENTRE)
    names, chosen = pickers.names(WHERE), choice.area_code or ""
    return charts.links(outlines, pair_lines.lines(choice), names=names, chosen=chosen, width=width, ink=ink)


def _reasons(choice: Choice) -> None:
    """The first pairs with their reasons in words."""
    rows = pairs.ranked(choice).head(_IN_WORDS)
    frame.section("Why these")
    st.markdown("\n".join(f"{row.rank}. **{plain(row.pair)}.** {plain(row.why)}" for row in each_row(rows)))
