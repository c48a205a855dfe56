"""Where high and low figures of an indicator lie together, more than chance would have it."""

from __future__ import annotations

import functools

import pandas as pd
import streamlit as st

from geo.areas import GEOGRAPHIES
from lis_data import queries
from lis_data.measures import Clustering
from lis_data.uploads import dataset_id, upload_of
from pages.ui.exhibit import page
from pages.ui.exhibit.area_map import CategoryMap
from pages.ui.exhibit.chart import Chart
from pages.ui.exhibit.charts import collaboration as charts
from pages.ui.exhibit.charts.base import Spec
from pages.ui.exhibit.exhibit import Exhibit
from pages.ui.exhibit.palette import Ink
from pages.ui.exhibit.table import Table
from pages.ui.rows import by_label
from pages.ui.shell import frame
from pages.ui.state import address, pickers, reader_uploads
from pages.ui.state.cache import answer, cached
from pages.ui.state.selection import Selection
from pages.ui.views.collaboration import cluster_text
from pages.ui.views.collaboration.cluster_text import NAMES, colours

FIRST = "gva_per_hour"
_ORDER = ("lad", "utla", "nuts2", "lep", "lis-area")
"""Geographies of the default, most areas first; the latest vintage of each."""
_MOST_LISTED = 50
"""Rows of the table; the files have all."""


def show() -> None:
    """The view: pickers, the answer in words, map and scatter, table and files."""
    chosen = _choose()
    with st.spinner("Shuffling the figures over the map …"):
        rows = answer(queries.clusters, *chosen.series, period=chosen.period)
        pattern = answer(queries.clustering, *chosen.series, period=chosen.period)
    found = _clusters(chosen, pattern, rows)
    page.finding(found)
    st.markdown(cluster_text.result(chosen, pattern, rows))
    where, why = st.columns([6, 5], gap="large")
    with where:
        frame.section(cluster_text.above_map(rows))
        page.picture(found)
    with why:
        page.show(_neighbours(chosen, pattern, rows))
    frame.section("The figures, clusters first")
    page.table(found)


def _choose() -> Selection:
    what, where, when, who = st.columns([5, 3, 2, 3], vertical_alignment="bottom")
    with what:
        titles = {**_own_titles(), **_titles()}
        indicator_id = pickers.one_of("Indicator", titles, key="indicator", default=FIRST, on_change=_forget)
        reader_uploads.carry([indicator_id])
    able = _able(indicator_id)
    with where:
        names = {key: item.title for key, item in GEOGRAPHIES.items() if key in set(able["geography_id"])}
        default = min(names, key=_preference)
        geography_id = pickers.one_of("Geography", names, key="geography", default=default, on_change=_forget_place)
    here = able[able["geography_id"] == geography_id]
    with when:
        periods = cluster_text.periods(here["period"])
        period = pickers.one_of("Period", periods, key="period", default=queries.latest_period(here))
    with who:
        area_code = pickers.area(geography_id)
    return Selection(indicator_id, geography_id, period, area_code or "")


@cached
def _able(indicator_id: str) -> pd.DataFrame:
    """The rows of `queries.mappable` of an indicator, official or uploaded."""
    upload = upload_of(indicator_id)
    rows = answer(queries.mappable, dataset_ids=(dataset_id(upload),)) if upload else answer(queries.mappable)
    return rows[rows["indicator_id"] == indicator_id]


def _own_titles() -> dict[str, str]:
    """The titles of this reader's uploaded series with enough figures to be tested, by id."""
    titles = by_label(reader_uploads.series().set_index("indicator_id")["title"])
    return {indicator_id: title for indicator_id, title in titles.items() if len(_able(indicator_id))}


@cached
def _titles() -> dict[str, str]:
    every = answer(queries.indicators)
    able = every[every["indicator_id"].isin(answer(queries.mappable)["indicator_id"])]
    return by_label(able.sort_values(["additive", "title"]).set_index("indicator_id")["title"])


def _preference(geography_id: str) -> tuple[int, int]:
    geography = GEOGRAPHIES[geography_id]
    return _ORDER.index(geography.level), -int(geography.vintage)


def _forget() -> None:
    """Another indicator opens at its own geography and latest period."""
    for key in ("geography", "period", "area"):
        address.forget(key)


def _forget_place() -> None:
    for key in ("period", "area"):
        address.forget(key)


def _clusters(chosen: Selection, pattern: Clustering | None, rows: pd.DataFrame) -> Exhibit:
    """The clusters on a map, and every place's figure and test."""
    clusters = rows.set_index("area_code")["cluster"]
    hatched = "Hatched: no figure. " if clusters.eq("missing").any() else ""
    return Exhibit(
        key="clusters",
        name=f"clusters_{chosen.name}",
        finding=cluster_text.finding(chosen, pattern, rows),
        subtitle=cluster_text.subtitle(chosen, rows),
        table=_table(chosen, rows, alt="places with their figure, their neighbours’ and their cluster"),
        series=(chosen.series,),
        picture=CategoryMap(
            chosen.geography_id,
            clusters.where(clusters != "missing"),
            names=NAMES,
            colours=colours,
            texts=cluster_text.tips(chosen),
            alt=cluster_text.alt_map(rows),
            selected=chosen.area_code or None,
        ),
        caption=f"{hatched}{cluster_text.sides(chosen, rows)} A click on an area chooses it, as the picker does.",
        facts=cluster_text.facts(chosen, pattern, rows),
    )


def _neighbours(chosen: Selection, pattern: Clustering | None, rows: pd.DataFrame) -> Exhibit:
    """Each place's figure against the mean of its neighbours'."""
    return Exhibit(
        key="neighbours",
        name=f"clusters_neighbours_{chosen.name}",
        finding="Each place and its neighbours",
        subtitle=cluster_text.subtitle(chosen, rows),
        table=_table(chosen, rows, alt="places with their figure and their neighbours’"),
        series=(chosen.series,),
        picture=Chart(functools.partial(_scatter, chosen), cluster_text.alt_scatter(rows)),
        caption=cluster_text.SCATTER,
        facts=cluster_text.facts(chosen, pattern, rows),
    )


def _table(chosen: Selection, rows: pd.DataFrame, *, alt: str) -> Table:
    """Every place in the files, the first of them, clusters first, on the page."""
    few = f"The first {_MOST_LISTED} of {len(rows)} places; the files have all."
    return Table(
        rows.assign(indicator=chosen.indicator_id, geography=chosen.geography_id, period=chosen.period),
        cluster_text.columns(chosen),
        alt=f"{len(rows)} {alt}",
        read=cluster_text.read(rows).head(_MOST_LISTED),
        note=few if len(rows) > _MOST_LISTED else "",
        height=420,
    )


def _scatter(chosen: Selection, ink: Ink) -> Spec:
    rows = answer(queries.clusters, *chosen.series, period=chosen.period)
    return charts.neighbours(
        rows,
        names={key: name for key, name in NAMES.items() if key != "alone"},
        colours=colours(ink),
        selected=chosen.area_code,
        unit=chosen.indicator.unit,
        ink=ink,
    )
