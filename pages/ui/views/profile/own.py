"""The reader's uploaded figures of the place, apart from the scorecard: they count for no strength and no weakness."""

from __future__ import annotations

import functools

import pandas as pd
import streamlit as st

from lis_data import queries, statuses
from lis_data.model import Series
from lis_data.period import label
from pages.ui.exhibit import extracts, pictures, provenance
from pages.ui.exhibit.charts import standing as charts
from pages.ui.exhibit.charts.base import Spec
from pages.ui.exhibit.palette import Ink, ink
from pages.ui.shell import frame
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


def show(place: Place) -> tuple[str, ...]:
    """The section, where there is an uploaded figure of the place; the ids of the series that it shows."""
    offered = tuple(reader_uploads.series_at(place.geography_id)["indicator_id"])
    rows = _rows(offered, place.geography_id, place.area_code) if offered else pd.DataFrame()
    if rows.empty:
        return ()
    shown = tuple(rows["indicator_id"])
    finding = _finding(rows)
    frame.section(finding)
    left, right = st.columns(2, gap="large")
    with left:
        st.vega_lite_chart(_strips(shown, place, ink()), alt=scorecard.told(rows))
    with right:
        st.caption(_NOTE)
    st.dataframe(_table(rows), hide_index=True, alt=f"{len(rows)} uploaded figures")
    here = (place.geography_id, place.area_code)
    named = zip(shown[:_LINKED], rows["title"], strict=False)
    links.show(links.on_the_map(key, f"{plain(title)} on the map", here) for key, title in named)
    _files(rows, place, finding=finding)
    return shown


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
def _strips(indicator_ids: tuple[str, ...], place: Place, ink_: Ink) -> Spec:
    return charts.standings(scorecard.drawn(_rows(indicator_ids, place.geography_id, place.area_code)), ink=ink_)


def _table(rows: pd.DataFrame) -> pd.DataFrame:
    """The figures in words, each with its unit."""
    each = [row for _, row in rows.iterrows()]
    return pd.DataFrame(
        {
            "Indicator": rows["title"],
            "Period": [text.when(row) for row in each],
            "Figure": [text.figure(row) for row in each],
            "Rank": [text.rank(row) for row in each],
            "Median": [text.figure(row, "median") for row in each],
            "England": [text.figure(row, "england") if pd.notna(row["england"]) else "not given" for row in each],
            "Change": [_change(row) for row in each],
            "Status": statuses.each(rows),
        }
    )


def _change(row: pd.Series) -> str:
    """`+1.2 points since 2021`."""
    return f"{text.change(row)} since {label(row['base'])}" if pd.notna(row["change"]) else "no earlier figure"


def _files(rows: pd.DataFrame, place: Place, *, finding: str) -> None:
    shown = tuple(rows["indicator_id"])
    extract = extracts.Extract(
        name=f"profile_{place.geography_id}_{place.area_code}_own",
        finding=finding,
        subtitle=f"{place.name}, among the {place.geography.title}",
        rows=rows,
        sources=answer(provenance.sources_of, *(Series(indicator_id, place.geography_id) for indicator_id in shown)),
        facts={"Uploaded figures": _NOTE, "Strips": scorecard.READING},
    )
    pictures.offer_files(extract, functools.partial(_strips, shown, place))
