"""Every indicator, to filter and to search, and all about the chosen one."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from lis_data import handbook, queries
from lis_data.model import FOUNDATIONS
from pages.ui.exhibit import page
from pages.ui.exhibit.exhibit import Exhibit
from pages.ui.exhibit.table import Column, Table
from pages.ui.rows import by_label
from pages.ui.state import cache, pickers
from pages.ui.state.cache import answer
from pages.ui.state.clicks import Click
from pages.ui.views.methods import choices, indicator_panel, lists, text

_FIRST = "business_rd_new_method_pct_gdp"
_WITHIN = ("indicator_id", "title", "description", "publisher", "dataset_title", "unit")
_ABOUT = "Choose an indicator by its name or its row: where its figures come from and how they are made."
_COLUMNS = (
    Column("title", "Indicator", width=250),
    Column("leps", "LEPs", "%d", width=55, help=f"Of {text.LEPS} in 2017"),
    Column("years", "Years", width=95),
    Column("unit", "Unit"),
    Column("publisher", "Publisher"),
    *map(Column, ("indicator_id", "description", "foundation", "polarity", "additive", "dataset_title", "dataset_ids")),
    *map(Column, ("geographies", "first_period", "last_period", "figures", "missing", "suppressed", "aggregate")),
    *map(Column, ("numerator", "denominator", "weight", "method", "caveat", "breaks", "breaks_below_regions")),
)
_LISTS = ("dataset_ids", "geographies", "breaks", "breaks_below_regions")
_HEIGHT = 620


def show() -> None:
    """The view: filters, the table, and the chosen indicator beside it."""
    found, foundation = _found()
    finding = text.finding(found, kind=FOUNDATIONS.get(foundation, ""))
    if found.empty:
        page.headline(finding, _ABOUT)
        return choices.say_nothing(st.session_state["find"])
    listed = _listed(found, finding)
    page.finding(listed)
    titles = by_label(found.set_index("indicator_id")["title"])
    default = _FIRST if _FIRST in titles else next(iter(titles))
    chosen = pickers.one_of("Indicator", titles, key="indicator", default=default)
    indicator = cache.indicator(chosen)
    left, right = st.columns([10, 11], gap="large")
    with left:
        page.table(listed)
    with right:
        indicator_panel.show(indicator)
    indicator_panel.show_coverage(indicator)
    indicator_panel.show_gaps(chosen)
    indicator_panel.show_sources(chosen)


def _found() -> tuple[pd.DataFrame, str]:
    """The indicators that the filters let through (columns as in `queries.catalogue`), and the chosen foundation."""
    everything = answer(queries.catalogue)
    one, two, three = st.columns([3, 4, 4])
    with one:
        every = {choices.ALL: "All foundations", **FOUNDATIONS}
        foundation = pickers.one_of("Foundation", every, key="foundation", default=choices.ALL)
    with two:
        publisher = choices.publisher(everything)
    with three:
        wanted = choices.find("pay, broadband, patents …")
    found = everything[everything["foundation"] == foundation] if foundation else everything
    found = found[found["publisher"] == publisher] if publisher else found
    return handbook.having(found, wanted, within=_WITHIN), foundation


def _listed(found: pd.DataFrame, finding: str) -> Exhibit:
    """The indicators as a table; a click on a row chooses its indicator."""
    spans = zip(found["first_period"], found["last_period"], strict=True)
    joined = {name: found[name].map("; ".join) for name in _LISTS}
    table = Table(
        found.assign(**joined, years=[text.span(*span) for span in spans]),
        _COLUMNS,
        alt=f"{len(found)} indicators with their years, reach, unit and publisher",
        height=_HEIGHT,
        click=Click("indicator", "indicator_id"),
    )
    return lists.exhibit("indicators", table, finding=finding, subtitle=_ABOUT)
