"""Every indicator, to filter and to search, and all about the chosen one."""

from __future__ import annotations

import pandas as pd
import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from lis_data import handbook, queries
from lis_data.model import FOUNDATIONS
from pages.ui.shell import frame
from pages.ui.state import cache, pickers
from pages.ui.state.cache import answer
from pages.ui.views.methods import choices, extracts, indicator_panel
from pages.ui.views.methods import text as words

_FIRST = "business_rd_new_method_pct_gdp"
_WITHIN = ("indicator_id", "title", "description", "publisher", "dataset_title", "unit")
_COLUMNS = {"Indicator": {"width": 250}, "LEPs": {"width": 55, "help": "Of 38 in 2017"}, "Years": {"width": 95}}
_TAKEN = [
    *["indicator_id", "title", "description", "unit", "foundation", "polarity", "additive", "publisher"],
    *["dataset_title", "dataset_ids", "geographies", "first_period", "last_period", "figures", "missing"],
    *["suppressed", "leps", "aggregate", "numerator", "denominator", "weight", "method", "caveat"],
    *["breaks", "breaks_below_regions"],
]
_LISTS = ["dataset_ids", "geographies", "breaks", "breaks_below_regions"]


def show(headline: DeltaGenerator) -> None:
    """The view: filters, the table, and the chosen indicator beside it."""
    found, foundation = _found()
    finding = words.finding(found, kind=FOUNDATIONS.get(foundation, ""))
    subtitle = "Choose an indicator by its name or its row: where its figures come from and how they are made."
    with headline:
        frame.headline(finding, subtitle)
    if choices.nothing(found, st.session_state["find"]):
        return
    titles = found.set_index("indicator_id")["title"].to_dict()
    default = _FIRST if _FIRST in titles else next(iter(titles))
    chosen = pickers.one_of("Indicator", titles, key="indicator", default=default)
    indicator = cache.indicator(chosen)
    left, right = st.columns([10, 11], gap="large")
    with left:
        _table(found)
        extracts.offer(extracts.of("indicators", _taken(found), finding=finding, subtitle=subtitle))
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
        text = choices.find("pay, broadband, patents …")
    found = everything[everything["foundation"] == foundation] if foundation else everything
    found = found[found["publisher"] == publisher] if publisher else found
    return handbook.having(found, text, within=_WITHIN), foundation


def _table(found: pd.DataFrame) -> None:
    spans = zip(found["first_period"], found["last_period"], strict=True)
    shown = pd.DataFrame(
        {
            "Indicator": found["title"],
            "LEPs": found["leps"],
            "Years": [words.span(*span) for span in spans],
            "Unit": found["unit"],
            "Publisher": found["publisher"],
        }
    )
    alt = f"{len(found)} indicators with their years, reach, unit and publisher"
    choices.table(shown, tuple(found["indicator_id"]), key="indicator", columns=_COLUMNS, alt=alt)


def _taken(found: pd.DataFrame) -> pd.DataFrame:
    taken = found[_TAKEN]
    return taken.assign(**{name: taken[name].map("; ".join) for name in _LISTS})
