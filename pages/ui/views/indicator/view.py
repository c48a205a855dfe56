"""The view of one indicator from its headline to its files."""

from __future__ import annotations

import dataclasses
import functools

import pandas as pd
import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from geo.choropleth import Choropleth
from lis_data import statuses
from pages.ui.exhibit import files, findings, page
from pages.ui.exhibit.area_map import ClassMap
from pages.ui.exhibit.chart import Chart
from pages.ui.exhibit.charts import places
from pages.ui.exhibit.charts.base import Spec
from pages.ui.exhibit.deck import Points
from pages.ui.exhibit.exhibit import Exhibit
from pages.ui.exhibit.palette import Ink
from pages.ui.shell import frame
from pages.ui.views.indicator import area_panel, classes, figures, reference, text, trend
from pages.ui.views.indicator.choice import Chosen
from pages.ui.views.indicator.reference import Reference

_MOST_BARS, _HIGHEST, _LOWEST = 60, 25, 10
"""With more places than this, bars are drawn of the highest and the lowest alone."""


def show(chosen: Chosen, settings: DeltaGenerator, *, points: tuple[Points, ...] = ()) -> DeltaGenerator:
    """Headline, map, spread, ranks, trend, table and files; `settings` is where the map's classes are chosen, `points`
    are marked on the map. Returns the room under the headline.
    """
    against = reference.of(chosen)
    with settings, st.popover("Classes and outlines", icon=":material/tune:", width="stretch"):
        colouring = classes.colouring(chosen, benchmark=against.benchmark)
        outlines = classes.outlines(chosen.geography_id)
    areas = _areas(chosen, against, _map(chosen, colouring, outlines, points))
    headline = page.finding(areas)
    if against.line:
        headline.caption(against.line.why)
    picture, ranking = st.columns([11, 10], gap="large")
    with picture:
        page.picture(areas)
        page.show(_spread(areas, chosen, against))
    with ranking:
        if chosen.area_code:
            area_panel.show(chosen.area_code, *chosen.asked)
        page.show(_ranks(areas, chosen, against))
    trend.show(chosen, against)
    frame.section("The figures")
    page.table(areas)
    return headline


def _areas(chosen: Chosen, against: Reference, picture: ClassMap) -> Exhibit:
    """The map with the figures of all places."""
    return Exhibit(
        key="map",
        name=chosen.name,
        finding=text.finding(chosen, against),
        subtitle=text.under(chosen, picture.colouring),
        table=figures.table(chosen, against),
        series=figures.series(chosen),
        picture=picture,
        facts=figures.facts(chosen, against),
        geojson=functools.partial(files.on_shapes, geography_id=chosen.geography_id),
    )


def _map(chosen: Chosen, colouring: Choropleth, outlines: tuple[str, ...], points: tuple[Points, ...]) -> ClassMap:
    marked = chosen.figures.assign(status=_statuses(chosen.figures))
    return ClassMap(
        colouring, marked, unit=chosen.indicator.unit, selected=chosen.area_code, outlines=outlines, points=points
    )


def _statuses(rows: pd.DataFrame) -> pd.Series:
    """The statuses that maps mark: an estimate among uploaded figures is its owner's, and none of ours."""
    return rows["status"].mask(rows["derivation"].isin(statuses.UPLOADED), "A")


def _spread(areas: Exhibit, chosen: Chosen, against: Reference) -> Exhibit:
    """The same figures as ticks along a line."""
    alt = findings.extremes(chosen.figures, indicator=chosen.indicator)
    return dataclasses.replace(
        areas,
        key="spread",
        name=f"{chosen.name}_spread",
        finding="How the places spread",
        picture=Chart(functools.partial(_ticks, chosen, against), alt),
        geojson=None,
    )


def _ticks(chosen: Chosen, against: Reference, ink: Ink) -> Spec:
    return places.distribution(chosen.figures, selected=chosen.area_code, marks=against.marks(ink), ink=ink)


def _ranks(areas: Exhibit, chosen: Chosen, against: Reference) -> Exhibit:
    """The same figures as bars, the highest first."""
    alt = findings.ranking(chosen.figures, indicator=chosen.indicator)
    all_drawn = len(_ends(chosen.figures, chosen.area_code)) == len(chosen.figures)
    return dataclasses.replace(
        areas,
        key="ranks",
        name=f"{chosen.name}_ranked",
        finding=text.ranked(chosen),
        picture=Chart(functools.partial(_bars, chosen, against), alt),
        caption="" if all_drawn else text.ends(chosen, highest=_HIGHEST, lowest=_LOWEST),
        geojson=None,
    )


def _bars(chosen: Chosen, against: Reference, ink: Ink) -> Spec:
    return places.ranked_bars(
        _ends(chosen.figures, chosen.area_code),
        selected=chosen.area_code,
        beyond=against.benchmark,
        polarity=chosen.indicator.polarity,
        marks=against.marks(ink),
        ink=ink,
    )


def _ends(rows: pd.DataFrame, area_code: str) -> pd.DataFrame:
    """All figures if they are few, else the highest and lowest with the chosen place's."""
    if len(rows) <= _MOST_BARS:
        return rows
    known = rows.sort_values("value", ascending=False).dropna(subset="value")
    outer = [*known["area_code"].head(_HIGHEST), *known["area_code"].tail(_LOWEST), area_code]
    return rows[rows["area_code"].isin(outer)]
