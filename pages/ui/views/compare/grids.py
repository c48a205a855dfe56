"""Small multiples: the places on a map of each indicator; their change and their distance to England."""

from __future__ import annotations

from dataclasses import dataclass

import streamlit as st

from lis_data import wording
from pages.ui.exhibit.charts.base import Spec
from pages.ui.exhibit.charts.comparison import DESK
from pages.ui.exhibit.palette import Ink, ink
from pages.ui.shell import frame
from pages.ui.shell.markup import plain
from pages.ui.state.cache import cached
from pages.ui.views.compare import figures, files, pictures, side, text
from pages.ui.views.compare.choice import Choice

_COLUMNS = 2
_FILE_MAP = 430


@dataclass(frozen=True)
class _Said:
    """What stands above a picture, instead of it for who cannot see it, and under it."""

    finding: str
    alt: str
    caption: str


def show_maps(choice: Choice) -> None:
    """A map an indicator, its finding above it."""
    columns = st.columns(_COLUMNS, gap="large")
    for place, indicator in enumerate(choice.indicators):
        with columns[place % _COLUMNS]:
            _map(choice, indicator)
    side.folded_table(choice)

    def draw(indicator: str, paper: Ink) -> Spec:
        return pictures.map_of(choice, indicator, DESK, paper, height=pictures.MAP_HEIGHT, width=_FILE_MAP)

    say = pictures.panels(choice, draw, lambda one: text.of_map(one, choice))
    files.offer(choice, name="maps", finding=text.headline(choice)[0], draw=say)


def _map(choice: Choice, indicator: str) -> None:
    said = _said_of_map(choice, indicator)
    frame.section(said.finding)
    if figures.everywhere(choice, indicator).empty:
        st.caption("No figure to draw.")
        return
    spec = pictures.map_of(choice, indicator, DESK, ink(), height=pictures.MAP_HEIGHT)
    st.vega_lite_chart(dict(spec), alt=said.alt)
    st.caption(plain(said.caption))


@cached
def _said_of_map(choice: Choice, indicator: str) -> _Said:
    one = figures.of_indicator(choice, indicator)
    what = f"{one['title'].iloc[0]} ({one['unit'].iloc[0]}), {figures.when(one)}."
    weak = figures.weak(choice, indicator)
    return _Said(text.of_map(one, choice), f"Map. {text.alternative(one)}", f"{what} {weak}")


def show_change(choice: Choice) -> None:
    """For each indicator a slope from the first comparable period to the last, and the dots around England's line."""
    for indicator in choice.indicators:
        frame.section(_said_of_slopes(choice, indicator).finding)
        left, right = st.columns(_COLUMNS, gap="large")
        with left:
            _slope(choice, indicator)
        with right:
            said = _said_of_dots(choice, indicator)
            st.vega_lite_chart(dict(pictures.dots_of(choice, indicator, DESK, ink())), alt=said.alt)
            st.caption(plain(said.caption))
    side.folded_table(choice)

    def draw(indicator: str, paper: Ink) -> Spec | None:
        return pictures.slopes_of(choice, indicator, DESK, paper, height=pictures.SLOPE_HEIGHT, width=_FILE_MAP)

    say = pictures.panels(choice, draw, text.of_change)
    files.offer(choice, name="change", finding=text.headline(choice)[0], draw=say)


def _slope(choice: Choice, indicator: str) -> None:
    looks = {"height": pictures.SLOPE_HEIGHT, "width": pictures.SLOPE_WIDTH}
    spec = pictures.slopes_of(choice, indicator, DESK, ink(), **looks)
    if spec is None:
        st.info("There is only one period that may be compared, so there is no change to show.")
        return
    said = _said_of_slopes(choice, indicator)
    st.vega_lite_chart(dict(spec), alt=said.alt)
    st.caption(plain(said.caption))


@cached
def _said_of_slopes(choice: Choice, indicator: str) -> _Said:
    one = figures.of_indicator(choice, indicator)
    bare = one.loc[one["change"].isna(), "short"].tolist()
    left_out = f" No change to show for {wording.listed(bare)}." if bare else ""
    compared = "Only periods of the same length and season since the series last broke are compared."
    alt = f"Lines from the first to the last figure. {text.courses(one)}"
    return _Said(text.of_change(one), alt, f"{text.dashed(one)}{compared}{left_out}")


@cached
def _said_of_dots(choice: Choice, indicator: str) -> _Said:
    one = figures.of_indicator(choice, indicator)
    finding = text.of_indicator(one)
    alt = f"Dots around England’s line. {text.alternative(one)}"
    return _Said(finding, alt, f"{finding}, {figures.when(one)}.{text.hollow(one)}")
