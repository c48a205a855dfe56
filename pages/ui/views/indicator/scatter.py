"""A second indicator beside the first: do the places that are high in one come high in the other?"""

from __future__ import annotations

import functools

import pandas as pd
import streamlit as st

from lis_data import queries
from lis_data.model import Series
from pages.ui.exhibit import extracts, pictures, provenance
from pages.ui.exhibit.charts.base import Spec
from pages.ui.exhibit.charts.scatter import scatter
from pages.ui.exhibit.palette import Ink, ink
from pages.ui.shell import frame
from pages.ui.shell.markup import plain
from pages.ui.state import cache, pickers, reader_uploads
from pages.ui.state.cache import answer, cached
from pages.ui.views.indicator import scatter_text
from pages.ui.views.indicator.choice import Chosen
from pages.ui.views.indicator.scatter_text import Pair

_KEY = "with"
_OUTLIERS = 5
"""As many places furthest off the line are named."""


def show(chosen: Chosen) -> tuple[str, ...]:
    """The picker and, where a second indicator is chosen, the picture, table and files; the ids of what is shown."""
    heading = st.container()
    titles = {"": "Choose a second indicator", **_titles_at(chosen)}
    second = pickers.one_of("Beside", titles, key=_KEY, default="")
    shown = (chosen.indicator_id, *([second] if second else []))
    reader_uploads.carry(shown)
    pair = Pair(chosen.indicator_id, second, chosen.geography_id)
    with heading:
        frame.section(scatter_text.finding(pair) if second else "Beside another indicator")
    if second:
        _show(pair, chosen.area_code)
    return shown


def _titles_at(chosen: Chosen) -> dict[str, str]:
    """The indicators with figures at the geography, but for the first one; the reader's own come first."""
    own = reader_uploads.series_at(chosen.geography_id).set_index("indicator_id")["title"].to_dict()
    every = {**own, **_official_at(chosen.geography_id)}
    return {key: title for key, title in every.items() if key != chosen.indicator_id}


@cached
def _official_at(geography_id: str) -> dict[str, str]:
    held = answer(queries.indicators)
    here = [geography_id in geographies for geographies in held["geographies"]]
    able = set(held.loc[here, "indicator_id"])
    return {key: title for key, title in pickers.titles().items() if key in able}


def _show(pair: Pair, area_code: str) -> None:
    if why := scatter_text.why_none(pair):
        st.info(plain(why))
        return
    rows = scatter_text.rows(pair)
    left, right = st.columns([12, 9], gap="large")
    with left:
        st.vega_lite_chart(_picture(pair, area_code, ink()), alt=scatter_text.alternative(pair))
    with right:
        st.markdown(plain(scatter_text.plainly(pair)))
        st.markdown(scatter_text.off(pair, area_code))
    _table(pair)
    extract = extracts.Extract(
        f"{pair.first}_beside_{pair.second}_{pair.geography_id}",
        scatter_text.finding(pair),
        scatter_text.subtitle(pair),
        _named(rows, pair),
        sources=answer(provenance.sources_of, *(Series(key, pair.geography_id) for key in (pair.first, pair.second))),
        facts=scatter_text.facts(pair),
    )
    pictures.offer_files(extract, functools.partial(_picture, pair, area_code))


def _named(rows: pd.DataFrame, pair: Pair) -> pd.DataFrame:
    """The rows of both indicators, each row with their ids and titles."""
    told = {
        f"{one}_{item}": getattr(cache.indicator(key), item)
        for one, key in (("first", pair.first), ("second", pair.second))
        for item in ("indicator_id", "title", "unit")
    }
    return rows.drop(columns=["first_text", "second_text"]).assign(**told)


@cached
def _picture(pair: Pair, area_code: str, ink_: Ink) -> Spec:
    held = scatter_text.rows(pair).dropna(subset=["first_value", "second_value"])
    furthest = held.assign(off=held["off_line"].abs()).nlargest(_OUTLIERS, "off")["area_code"]
    named = list(dict.fromkeys([area_code, *furthest]))
    return scatter(held, named=named, selected=area_code, titles=scatter_text.axes(pair), ink=ink_)


def _table(pair: Pair) -> None:
    table, decimals = scatter_text.table(pair)
    columns = {
        name: st.column_config.NumberColumn(format=f"%{'+' if name == scatter_text.OFF else ''}.{places}f")
        for name, places in decimals.items()
    }
    alt = f"{len(table)} places with both figures"
    st.dataframe(table, hide_index=True, column_config=columns, placeholder="–", height=320, alt=alt)
