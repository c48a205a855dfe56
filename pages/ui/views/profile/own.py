"""The reader's uploaded figures of the place, apart from the scorecard: they count for no strength and no weakness."""

from __future__ import annotations

import functools

import pandas as pd
import streamlit as st

from lis_data import queries, statuses
from lis_data.period import label
from pages.ui.exhibit import page
from pages.ui.exhibit.chart import Chart
from pages.ui.exhibit.charts import standing as charts
from pages.ui.exhibit.charts.base import Spec
from pages.ui.exhibit.exhibit import Exhibit
from pages.ui.exhibit.palette import Ink
from pages.ui.exhibit.table import Column, Table
from pages.ui.shell.markup import plain
from pages.ui.state import links, reader_uploads
from pages.ui.state.cache import answer, cached
from pages.ui.views.profile import scorecard, text
from pages.ui.views.profile.choice import Place

_NOTE = (
    "Uploaded figures are not official. They are not counted among the strengths and weaknesses above, nor among the "
    "indicators in which the place is ahead of England."
)
_LINKED = 3
"""As many series have a link to their map."""
_READ = {
    "title": "Indicator",
    "when": "Period",
    "figure": "Figure",
    "ranked": "Rank",
    "median_figure": "Median",
    "england_figure": "England",
    "changed": "Change",
    "status_words": "Status",
}
"""What is read on the page; the files have all columns of `queries.standings`."""


def show(place: Place) -> None:
    """The section, where there is an uploaded figure of the place."""
    offered = tuple(reader_uploads.series_at(place.geography_id)["indicator_id"])
    rows = _rows(offered, place.geography_id, place.area_code) if offered else pd.DataFrame()
    if rows.empty:
        return
    left, _ = st.columns(2, gap="large")
    with left:
        page.show(_exhibit(rows, place))
    here = (place.geography_id, place.area_code)
    named = zip(rows["indicator_id"].head(_LINKED), rows["title"], strict=False)
    links.show(links.on_the_map(key, f"{plain(title)} on the map", here) for key, title in named)


def _exhibit(rows: pd.DataFrame, place: Place) -> Exhibit:
    """The uploaded figures with their standing."""
    uploaded = tuple(rows["indicator_id"])
    return Exhibit(
        key="own",
        name=f"profile_{place.geography_id}_{place.area_code}_own",
        finding=_finding(rows),
        subtitle=f"{place.name}, among the {place.geography.title}",
        table=Table(
            rows,
            (*(Column(*named) for named in _READ.items()), *map(Column, rows.columns.difference([*_READ], sort=False))),
            alt=f"{len(rows)} uploaded figures",
            read=_in_words(rows),
        ),
        series=scorecard.series(rows, place),
        picture=Chart(functools.partial(_strips, uploaded, place), scorecard.alternative(rows)),
        caption=_NOTE,
        facts={"Strips": scorecard.READING},
    )


@cached
def _rows(indicator_ids: tuple[str, ...], geography_id: str, area_code: str) -> pd.DataFrame:
    """The rows of `queries.standings` of the series with a figure of the place."""
    found = answer(queries.standings, indicator_ids, geography_id)
    return found[(found["area_code"] == area_code) & found["value"].notna()].reset_index(drop=True)


def _finding(rows: pd.DataFrame) -> str:
    """`Your own indicators: Firms with a design policy (uploaded) 31.2%, 20th of 35, and 2 more`."""
    first = rows.iloc[0]
    more = f", and {len(rows) - 1} more" if len(rows) > 1 else ""
    own = "Your own indicator" if len(rows) == 1 else "Your own indicators"
    return f"{own}: {first['title']} {text.figure(first)}, {text.rank(first)}{more}"


@cached
def _strips(indicator_ids: tuple[str, ...], place: Place, ink: Ink) -> Spec:
    return charts.standings(scorecard.drawn(_rows(indicator_ids, place.geography_id, place.area_code)), ink=ink)


def _in_words(rows: pd.DataFrame) -> pd.DataFrame:
    """The figures in words, each with its unit."""
    each = [row for _, row in rows.iterrows()]
    return rows.assign(
        when=[text.when(row) for row in each],
        figure=[text.figure(row) for row in each],
        ranked=[text.rank(row) for row in each],
        median_figure=[text.figure(row, "median") for row in each],
        england_figure=[text.figure(row, "england") if pd.notna(row["england"]) else "not given" for row in each],
        changed=[_change(row) for row in each],
        status_words=statuses.each(rows),
    )


def _change(row: pd.Series) -> str:
    """`+1.2 points since 2021`."""
    return f"{text.change(row)} since {label(row['base'])}" if pd.notna(row["change"]) else "no earlier figure"
