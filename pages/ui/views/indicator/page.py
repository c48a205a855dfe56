"""The view of one indicator from its headline to its files."""

from __future__ import annotations

import pandas as pd
import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from geo.choropleth import Choropleth
from lis_data import statuses
from pages.ui.exhibit import extracts, findings, maps, pictures, tables
from pages.ui.exhibit.charts import places
from pages.ui.exhibit.deck import Points
from pages.ui.exhibit.palette import ink
from pages.ui.shell import frame
from pages.ui.shell.markup import plain
from pages.ui.state import pickers
from pages.ui.views import area_panel
from pages.ui.views.indicator import reference, text, trend
from pages.ui.views.indicator.choice import Chosen
from pages.ui.views.indicator.reference import Reference

_MOST_BARS, _HIGHEST, _LOWEST = 60, 25, 10
"""With more places than this, bars are drawn of the highest and the lowest alone."""


def show(
    chosen: Chosen, headline: DeltaGenerator, settings: DeltaGenerator, *, points: tuple[Points, ...] = ()
) -> None:
    """Headline, map, spread, ranks, course, table and files; `settings` is where the map's classes are chosen, `points`
    are marked on the map.
    """
    against = reference.of(chosen)
    with settings, st.popover("Classes and outlines", icon=":material/tune:", width="stretch"):
        asked = (chosen.indicator, chosen.geography_id, chosen.period)
        colouring = pickers.colouring(*asked, benchmark=against.benchmark)
        outlines = ("lep-2017",) if pickers.lep_outlines(chosen.geography_id) else ()
    with headline:
        frame.headline(text.finding(chosen, against), text.under(chosen, colouring))
        if against.line:
            st.caption(against.line.why)
    picture, ranking = st.columns([11, 10], gap="large")
    with picture:
        _map(chosen, colouring, outlines, points)
        _spread(chosen, against)
    with ranking:
        if chosen.area_code:
            area_panel.show(chosen.area_code, *chosen.shown)
        _ranks(chosen, against)
    trend.show(chosen, against)
    _figures(chosen, against, colouring, outlines, points)


def _map(chosen: Chosen, colouring: Choropleth, outlines: tuple[str, ...], points: tuple[Points, ...]) -> None:
    looks = {"unit": chosen.indicator.unit, "selected": chosen.area_code, "outlines": outlines}
    drawn = chosen.figures.assign(status=_statuses(chosen.figures))
    maps.show_choropleth(colouring, drawn, **looks, key="map", area_key="area", points=points)


def _statuses(figures: pd.DataFrame) -> pd.Series:
    """The statuses that maps mark: an estimate among uploaded figures is its owner's, and none of ours."""
    return figures["status"].mask(figures["derivation"].isin(statuses.UPLOADED), "A")


def _spread(chosen: Chosen, against: Reference) -> None:
    frame.section("How the places spread")
    spec = places.distribution(chosen.figures, selected=chosen.area_code, marks=against.marks(ink()), ink=ink())
    st.vega_lite_chart(spec, alt=findings.extremes(chosen.figures, indicator=chosen.indicator))


def _ranks(chosen: Chosen, against: Reference) -> None:
    drawn = _ends(chosen.figures, chosen.area_code)
    spec = places.ranked_bars(
        drawn,
        selected=chosen.area_code,
        beyond=against.benchmark,
        polarity=chosen.indicator.polarity,
        marks=against.marks(ink()),
        ink=ink(),
    )
    st.vega_lite_chart(spec, alt=findings.ranking(chosen.figures, indicator=chosen.indicator))
    if len(drawn) < len(chosen.figures):
        st.caption(plain(text.ends(chosen, highest=_HIGHEST, lowest=_LOWEST)))


def _ends(figures: pd.DataFrame, area_code: str) -> pd.DataFrame:
    """All figures if they are few, else the highest and lowest with the chosen place's."""
    if len(figures) <= _MOST_BARS:
        return figures
    held = figures.sort_values("value", ascending=False).dropna(subset="value")
    outer = [*held["area_code"].head(_HIGHEST), *held["area_code"].tail(_LOWEST), area_code]
    return figures[figures["area_code"].isin(outer)]


def _figures(
    chosen: Chosen,
    against: Reference,
    colouring: Choropleth,
    outlines: tuple[str, ...],
    points: tuple[Points, ...],
) -> None:
    frame.section("The figures")
    tables.show(*chosen.shown, line=against.line)
    finding = text.finding(chosen, against)
    extract = extracts.of_figures(*chosen.shown, finding=finding, subtitle=chosen.subtitle)
    with st.container(horizontal=True):
        extracts.offer(extract)
        extracts.offer_shapes(extract, chosen.geography_id)
        statuses = _statuses(chosen.figures.set_index("area_code"))
        pictures.offer_map(extract, colouring, statuses=statuses, outlines=outlines, points=points)
