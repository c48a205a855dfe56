"""A second indicator beside the first: do the places that are high in one come high in the other?"""

from __future__ import annotations

import functools

import streamlit as st

from lis_data import queries
from lis_data.model import Series
from pages.ui.exhibit import page
from pages.ui.exhibit.chart import Chart
from pages.ui.exhibit.charts.base import Spec
from pages.ui.exhibit.charts.scatter import scatter
from pages.ui.exhibit.exhibit import Exhibit
from pages.ui.exhibit.palette import Ink
from pages.ui.exhibit.table import Column, Table
from pages.ui.rows import by_label
from pages.ui.shell import frame
from pages.ui.shell.markup import plain
from pages.ui.state import pickers, reader_uploads
from pages.ui.state.cache import answer, cached
from pages.ui.views.indicator import scatter_text
from pages.ui.views.indicator.choice import Chosen
from pages.ui.views.indicator.scatter_text import Pair

_KEY = "with"
_OUTLIERS = 5
"""As many places furthest off the line are named."""


def show(chosen: Chosen) -> None:
    """The picker and, where a second indicator is chosen, the picture, table and files."""
    frame.section("Beside another indicator")
    titles = {"": "Choose a second indicator", **_titles_at(chosen)}
    second = pickers.one_of("Beside", titles, key=_KEY, default="")
    reader_uploads.carry((chosen.indicator_id, *([second] if second else [])))
    if second:
        _show(Pair(chosen.indicator_id, second, chosen.geography_id), chosen.area_code)


def _titles_at(chosen: Chosen) -> dict[str, str]:
    """The indicators with figures at the geography, but for the first one; the reader's own come first."""
    own = by_label(reader_uploads.series_at(chosen.geography_id).set_index("indicator_id")["title"])
    every = {**own, **_official_at(chosen.geography_id)}
    return {key: title for key, title in every.items() if key != chosen.indicator_id}


@cached
def _official_at(geography_id: str) -> dict[str, str]:
    official = answer(queries.indicators)
    here = [geography_id in geographies for geographies in official["geographies"]]
    able = set(official.loc[here, "indicator_id"])
    return {key: title for key, title in pickers.titles().items() if key in able}


def _show(pair: Pair, area_code: str) -> None:
    if why := scatter_text.why_none(pair):
        frame.section(scatter_text.finding(pair))
        st.info(plain(why))
        return
    left, right = st.columns([12, 9], gap="large")
    with left:
        page.show(_scatter(pair, area_code))
    with right:
        st.markdown(plain(scatter_text.plainly(pair)))
        st.markdown(scatter_text.off(pair, area_code))


def _scatter(pair: Pair, area_code: str) -> Exhibit:
    return Exhibit(
        key="scatter",
        name=f"{pair.first}_with_{pair.second}_{pair.geography_id}",
        finding=scatter_text.finding(pair),
        subtitle=scatter_text.subtitle(pair),
        table=_table(pair),
        series=tuple(Series(key, pair.geography_id) for key in (pair.first, pair.second)),
        picture=Chart(functools.partial(_picture, pair, area_code), scatter_text.alternative(pair)),
        facts=scatter_text.facts(pair),
    )


@cached
def _picture(pair: Pair, area_code: str, ink: Ink) -> Spec:
    known = scatter_text.rows(pair).dropna(subset=["first_value", "second_value"])
    furthest = known.assign(off=known["off_line"].abs()).nlargest(_OUTLIERS, "off")["area_code"]
    named = list(dict.fromkeys([area_code, *furthest]))
    return scatter(known, named=named, selected=area_code, titles=scatter_text.axes(pair), ink=ink)


def _table(pair: Pair) -> Table:
    """The figures, furthest off the line first, missing ones last; in the files each row names both indicators."""
    rows = scatter_text.rows(pair)
    order = rows["off_line"].abs().sort_values(ascending=False, na_position="last").index
    names = {
        f"{one}_{item}": getattr(about, item)
        for one, about in zip(("first", "second"), pair.both, strict=True)
        for item in ("indicator_id", "title", "unit")
    }
    named = rows.loc[order].assign(geography=pair.geography_id, **names)
    return Table(named, _columns(pair), alt=f"{len(rows)} places with both figures", height=320)


def _columns(pair: Pair) -> tuple[Column, ...]:
    first, second = scatter_text.axes(pair)
    formats = [f"%.{about.decimals}f" for about in pair.both]
    of_each = ("indicator_id", "title", "unit", "period", "status")
    return (
        Column("geography"),
        Column("area_code"),
        Column("area_name", "Place"),
        *(Column(f"first_{item}") for item in of_each),
        Column("first_value", first, formats[0], 150),
        *(Column(f"second_{item}") for item in of_each),
        Column("second_value", second if first != second else f"{second} ", formats[1], 150),
        Column("off_line", scatter_text.OFF, f"%+.{max(pair.both[1].decimals, 1)}f"),
    )
