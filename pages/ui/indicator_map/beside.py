"""A second indicator beside the first: do the places that are high in one come high in the other?"""

from __future__ import annotations

import functools

import pandas as pd
import streamlit as st

from pages.ui import cache, controls, downloads, frame, mine, pictures
from pages.ui.charts.base import Spec
from pages.ui.charts.scatter import scatter
from pages.ui.indicator_map import beside_words
from pages.ui.indicator_map.beside_words import Pair
from pages.ui.indicator_map.choice import Chosen
from pages.ui.markup import plain
from pages.ui.palette import Ink, ink

_KEY = "with"
_OUTLIERS = 5
"""As many places furthest off the line are named."""


def show(chosen: Chosen) -> tuple[str, ...]:
    """The picker and, where a second indicator is chosen, the picture, table and files; the ids of what is shown."""
    heading = st.container()
    titles = {"": "Choose a second indicator", **_titles_at(chosen)}
    second = controls.one_of("Beside", titles, key=_KEY, default="")
    shown = (chosen.indicator_id, *([second] if second else []))
    mine.carry(shown)
    pair = Pair(chosen.indicator_id, second, chosen.geography_id)
    with heading:
        frame.section(beside_words.finding(pair) if second else "Beside another indicator")
    if second:
        _show(pair, chosen.area_code)
    return shown


def _titles_at(chosen: Chosen) -> dict[str, str]:
    """The indicators with figures at the geography, but for the first one; the reader's own come first."""
    own = mine.series_at(chosen.geography_id).set_index("indicator_id")["title"].to_dict()
    every = {**own, **_official_at(chosen.geography_id)}
    return {key: title for key, title in every.items() if key != chosen.indicator_id}


@cache.kept
def _official_at(geography_id: str) -> dict[str, str]:
    held = cache.indicators()
    here = [geography_id in geographies for geographies in held["geographies"]]
    able = set(held.loc[here, "indicator_id"])
    return {key: title for key, title in controls.titles().items() if key in able}


def _show(pair: Pair, area_code: str) -> None:
    if why := beside_words.why_none(pair):
        st.info(plain(why))
        return
    rows = beside_words.rows(pair)
    left, right = st.columns([12, 9], gap="large")
    with left:
        st.vega_lite_chart(_picture(pair, area_code, ink()), alt=beside_words.alternative(pair))
    with right:
        st.markdown(plain(beside_words.plainly(pair)))
        st.markdown(beside_words.off(pair, area_code))
    _table(pair)
    extract = downloads.Extract(
        f"{pair.first}_beside_{pair.second}_{pair.geography_id}",
        beside_words.finding(pair),
        beside_words.subtitle(pair),
        _named(rows, pair),
        sources=cache.sources_of(*((key, pair.geography_id) for key in (pair.first, pair.second))),
        facts=beside_words.facts(pair),
    )
    pictures.offer_files(extract, functools.partial(_picture, pair, area_code))


def _named(rows: pd.DataFrame, pair: Pair) -> pd.DataFrame:
    """The rows of both indicators, each row with their ids and titles."""
    told = {
        f"{one}_{item}": cache.indicator(key)[item]
        for one, key in (("first", pair.first), ("second", pair.second))
        for item in ("indicator_id", "title", "unit")
    }
    return rows.drop(columns=["first_text", "second_text"]).assign(**told)


@cache.kept
def _picture(pair: Pair, area_code: str, ink_: Ink) -> Spec:
    held = beside_words.rows(pair).dropna(subset=["first_value", "second_value"])
    furthest = held.assign(off=held["off_line"].abs()).nlargest(_OUTLIERS, "off")["area_code"]
    named = list(dict.fromkeys([area_code, *furthest]))
    return scatter(held, named=named, selected=area_code, titles=beside_words.axes(pair), ink=ink_)


def _table(pair: Pair) -> None:
    table, decimals = beside_words.table(pair)
    columns = {
        name: st.column_config.NumberColumn(format=f"%{'+' if name == beside_words.OFF else ''}.{places}f")
        for name, places in decimals.items()
    }
    alt = f"{len(table)} places with both figures"
    st.dataframe(table, hide_index=True, column_config=columns, placeholder="–", height=320, alt=alt)
