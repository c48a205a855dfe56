"""Where high and low figures of an indicator lie together, more than chance would have it."""

from __future__ import annotations

import functools

import pandas as pd
import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from geo import sketch as sketches
from geo.areas import GEOGRAPHIES
from lis_data import queries
from lis_data.uploads import dataset_id, upload_of
from pages.ui.exhibit import files, maps, pictures, provenance
from pages.ui.exhibit.charts import collaboration as charts
from pages.ui.exhibit.charts.base import Spec
from pages.ui.exhibit.palette import Ink, ink
from pages.ui.shell import frame
from pages.ui.shell.markup import plain
from pages.ui.state import address, pickers, reader_uploads
from pages.ui.state.cache import answer, cached
from pages.ui.views.collaboration import cluster_text
from pages.ui.views.collaboration.cluster_text import NAMES, Chosen, colours

FIRST = "gva_per_hour"
_ORDER = ("lad", "utla", "nuts2", "lep", "lis-area")
"""Geographies of the default, most areas first; the latest vintage of each."""
_MAP = "clusters"
_MOST_LISTED = 50
"""Rows of the table; the files have all."""


def show(headline: DeltaGenerator) -> None:
    """The view: pickers, the answer in words, map and scatter, table and files."""
    chosen = _choose()
    with st.spinner("Shuffling the figures over the map …"):
        rows = answer(queries.clusters, *chosen.shown, period=chosen.period)
        whole = answer(queries.clustering, *chosen.shown, period=chosen.period)
    finding, subtitle = cluster_text.finding(chosen, whole, rows), cluster_text.subtitle(chosen, rows)
    with headline:
        frame.headline(finding, subtitle)
    st.markdown(cluster_text.result(chosen, whole, rows))
    where, why = st.columns([6, 5], gap="large")
    with where:
        _map(chosen, rows)
    with why:
        _scatter(chosen, rows)
    frame.section("The figures, clusters first")
    _table(chosen, rows)
    extract = files.Extract(
        f"clusters_{chosen.indicator_id}_{chosen.geography_id}_{chosen.period.replace('/', '-')}",
        finding,
        subtitle,
        rows.assign(indicator=chosen.indicator_id, geography=chosen.geography_id, period=chosen.period),
        sources=answer(provenance.sources_of, chosen.shown),
        facts=cluster_text.facts(chosen, whole, rows),
    )
    pictures.offer_files(extract, functools.partial(_picture, chosen))
    frame.sources(chosen.shown)


def _choose() -> Chosen:
    what, where, when, who = st.columns([5, 3, 2, 3], vertical_alignment="bottom")
    with what:
        titles = {**_own_titles(), **_titles()}
        indicator_id = pickers.one_of("Indicator", titles, key="indicator", default=FIRST, on_change=_forget)
        reader_uploads.carry([indicator_id])
    held = _able(indicator_id)
    with where:
        names = {key: item.title for key, item in GEOGRAPHIES.items() if key in set(held["geography_id"])}
        default = min(names, key=_preference)
        geography_id = pickers.one_of("Geography", names, key="geography", default=default, on_change=_forget_place)
    here = held[held["geography_id"] == geography_id]
    with when:
        periods = cluster_text.periods(here["period"])
        period = pickers.one_of("Period", periods, key="period", default=queries.latest_period(here))
    with who:
        area_code = pickers.area(geography_id)
    return Chosen(indicator_id, geography_id, period, area_code or "")


@cached
def _able(indicator_id: str) -> pd.DataFrame:
    """The rows of `queries.mappable` of an indicator, official or uploaded."""
    upload = upload_of(indicator_id)
    held = answer(queries.mappable, dataset_ids=(dataset_id(upload),)) if upload else answer(queries.mappable)
    return held[held["indicator_id"] == indicator_id]


def _own_titles() -> dict[str, str]:
    """The titles of this reader's uploaded series with enough figures to be tested, by id."""
    held = reader_uploads.series().set_index("indicator_id")["title"].to_dict()
    return {indicator_id: title for indicator_id, title in held.items() if len(_able(indicator_id))}


@cached
def _titles() -> dict[str, str]:
    held = answer(queries.indicators)
    able = held[held["indicator_id"].isin(answer(queries.mappable)["indicator_id"])]
    return able.sort_values(["additive", "title"]).set_index("indicator_id")["title"].to_dict()


def _preference(geography_id: str) -> tuple[int, int]:
    held = GEOGRAPHIES[geography_id]
    return _ORDER.index(held.level), -int(held.vintage)


def _forget() -> None:
    """Another indicator opens at its own geography and latest period."""
    for key in ("geography", "period", "area"):
        address.forget(key)


def _forget_place() -> None:
    for key in ("period", "area"):
        address.forget(key)


def _map(chosen: Chosen, rows: pd.DataFrame) -> None:
    frame.section(cluster_text.above_map(rows))
    at = rows.set_index("area_code")
    held = at["cluster"].where(at["cluster"] != "missing")
    maps.show_categories(
        chosen.geography_id,
        held,
        names=NAMES,
        colours=colours(ink()),
        texts=cluster_text.tips(chosen),
        selected=chosen.area_code or None,
        key=_MAP,
        area_key="area",
        alt=cluster_text.alt_map(rows),
    )
    hatched = "Hatched: no figure. " if at["cluster"].eq("missing").any() else ""
    st.caption(plain(f"{hatched}{cluster_text.sides(chosen, rows)} A click on an area chooses it, as the picker does."))


def _scatter(chosen: Chosen, rows: pd.DataFrame) -> None:
    frame.section("Each place and its neighbours")
    spec = charts.neighbours(
        rows,
        colours={key: colour for key, colour in colours(ink()).items() if key not in ("none", "alone")},
        selected=chosen.area_code,
        unit=cluster_text.indicator(chosen).unit,
        ink=ink(),
    )
    st.vega_lite_chart(spec, alt=cluster_text.alt_scatter(rows))
    st.caption(cluster_text.SCATTER)


def _picture(chosen: Chosen, with_ink: Ink) -> Spec:
    rows = answer(queries.clusters, *chosen.shown, period=chosen.period).set_index("area_code")
    held = rows.loc[rows["cluster"] != "missing", "cluster"].to_dict()
    shapes = answer(sketches.sketch, chosen.geography_id)
    return charts.category_map(shapes, held, names=NAMES, colours=colours(with_ink), ink=with_ink)


def _table(chosen: Chosen, rows: pd.DataFrame) -> None:
    shown = cluster_text.table(chosen, rows)
    places = cluster_text.indicator(chosen).decimals
    figures = {name: st.column_config.NumberColumn(format=f"%.{places}f") for name in shown.columns[2:4]}
    more = {
        "Local I": st.column_config.NumberColumn(format="%.2f"),
        "p": st.column_config.NumberColumn(format="%.4f", help=cluster_text.P),
    }
    alt = f"{len(shown)} places with their figure, their neighbours’ and their cluster"
    first = shown.head(_MOST_LISTED)
    st.dataframe(first, hide_index=True, column_config={**figures, **more}, placeholder="–", height=420, alt=alt)
    if len(first) < len(shown):
        st.caption(f"The first {len(first)} of {len(shown)} places; the files have all.")
