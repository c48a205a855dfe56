"""Small multiples: the places on a map of each indicator; their change and their distance to England."""

from __future__ import annotations

import streamlit as st

from pages.ui.exhibit import page
from pages.ui.exhibit.exhibit import Exhibit
from pages.ui.shell import frame
from pages.ui.views.compare import exhibits, side
from pages.ui.views.compare.choice import Choice
from pages.ui.views.compare.pictures import CHANGE, DOTS, MAP

_COLUMNS = 2
_ONE_PERIOD = "There is only one period that may be compared, so there is no change to show."


def show_maps(choice: Choice) -> None:
    """A map an indicator, its finding above it."""
    everything = exhibits.of_all(choice, "maps", (MAP,))
    page.finding(everything)
    columns = st.columns(_COLUMNS, gap="large")
    for index, indicator_id in enumerate(choice.indicators):
        with columns[index % _COLUMNS]:
            _show(exhibits.of_indicator(choice, indicator_id, MAP), otherwise="No figure to draw.")
    side.folded_table(everything)


def show_change(choice: Choice) -> None:
    """For each indicator a slope from the first comparable period to the last, and the dots around England's line."""
    everything = exhibits.of_all(choice, "change", (CHANGE, DOTS))
    page.finding(everything)
    for indicator_id in choice.indicators:
        left, right = st.columns(_COLUMNS, gap="large")
        with left:
            _show(exhibits.of_indicator(choice, indicator_id, CHANGE), otherwise=_ONE_PERIOD)
        with right:
            page.show(exhibits.of_indicator(choice, indicator_id, DOTS))
    side.folded_table(everything)


def _show(exhibit: Exhibit, *, otherwise: str) -> None:
    """The exhibit, or what is to be said where there is nothing to draw."""
    if exhibit.picture:
        page.show(exhibit)
    else:
        frame.section(exhibit.finding)
        st.info(otherwise)
