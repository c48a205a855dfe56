"""Small multiples: the places on a map of each indicator; their change and their distance to England."""

from __future__ import annotations

import streamlit as st

from pages.ui import frame
from pages.ui.charts.base import Spec
from pages.ui.charts.comparison import DESK
from pages.ui.compare import figures, files, pictures, side, words
from pages.ui.compare.choice import Choice
from pages.ui.markup import plain
from pages.ui.palette import Ink, ink

_COLUMNS = 2
_FILE_MAP = 430


def show_maps(choice: Choice) -> None:
    """A map an indicator, its finding above it."""
    columns = st.columns(_COLUMNS, gap="large")
    for place, indicator in enumerate(choice.indicators):
        one = figures.of_indicator(choice, indicator)
        with columns[place % _COLUMNS]:
            frame.section(words.of_map(one, choice))
            if one["period"].isna().all():
                st.caption("No figure to draw.")
                continue
            spec = pictures.map_of(choice, indicator, DESK, ink(), height=pictures.MAP_HEIGHT)
            st.vega_lite_chart(spec, alt=f"Map. {words.alternative(one)}")
            st.caption(f"{plain(one['title'].iloc[0])} ({plain(one['unit'].iloc[0])}), {figures.when(one)}.")
    frame.section("The figures")
    side.table(figures.rows(choice))

    def draw(indicator: str, paper: Ink) -> Spec:
        return pictures.map_of(choice, indicator, DESK, paper, height=pictures.MAP_HEIGHT, width=_FILE_MAP)

    say = pictures.panels(choice, draw, lambda one: words.of_map(one, choice))
    files.offer(choice, name="maps", finding=words.finding(figures.rows(choice)), draw=say)


def show_change(choice: Choice) -> None:
    """For each indicator a slope from the first comparable period to the last, and the dots around England's line."""
    for indicator in choice.indicators:
        one = figures.of_indicator(choice, indicator)
        frame.section(words.of_change(one))
        left, right = st.columns(_COLUMNS, gap="large")
        with left:
            _slope(choice, indicator)
        with right:
            spec = pictures.dots_of(choice, indicator, DESK, ink())
            st.vega_lite_chart(spec, alt=f"Dots around England’s line. {words.alternative(one)}")
            st.caption(plain(words.of_indicator(one)) + f", {figures.when(one)}.")
    frame.section("The figures")
    side.table(figures.rows(choice))

    def draw(indicator: str, paper: Ink) -> Spec | None:
        return pictures.slopes_of(choice, indicator, DESK, paper, height=pictures.SLOPE_HEIGHT, width=_FILE_MAP)

    say = pictures.panels(choice, draw, words.of_change)
    files.offer(choice, name="change", finding=words.finding(figures.rows(choice)), draw=say)


def _slope(choice: Choice, indicator: str) -> None:
    looks = {"height": pictures.SLOPE_HEIGHT, "width": pictures.SLOPE_WIDTH}
    spec = pictures.slopes_of(choice, indicator, DESK, ink(), **looks)
    one = figures.of_indicator(choice, indicator)
    if spec is None:
        st.info("There is only one period that may be compared, so there is no change to show.")
        return
    st.vega_lite_chart(spec, alt=f"Lines from the first to the last figure. {words.courses(one)}")
    bare = one.loc[one["change"].isna(), "short"].tolist()
    left_out = f" No change to show for {plain(figures.listed(bare))}." if bare else ""
    st.caption(f"England is dashed. Only periods since the series last broke are compared.{left_out}")
