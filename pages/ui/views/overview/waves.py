"""The waves on a small map, with the same as a table."""

from __future__ import annotations

import functools

import pandas as pd
import streamlit as st

from geo import sketch as sketches
from pages.ui.exhibit import pictures
from pages.ui.exhibit.charts.base import Spec
from pages.ui.exhibit.charts.overview import Wave, waves_map
from pages.ui.exhibit.palette import Ink, ink
from pages.ui.shell import frame, pages
from pages.ui.state.cache import answer
from pages.ui.views.overview import text
from pages.ui.views.programme import sources
from pages.ui.views.programme import text as programme

_GEOGRAPHY = "lep-2017"
_PLACES = {
    "1": ((310.0, 330.0), (395.0, 292.0), "right"),
    "2": ((445.0, 600.0), (415.0, 575.0), "left"),
    "3": ((495.0, 530.0), (475.0, 495.0), "left"),
}
"""Where the name of each wave stands, what it points at (the Black Country, the North East, the coast of Yorkshire),
and its alignment.
"""


def show(leps: pd.DataFrame) -> None:
    """The map of `queries.strategies`, the way to the page about it, and the table."""
    finding = text.of_waves(leps)
    frame.section(finding)
    st.vega_lite_chart(_draw(leps, ink()), alt=_alt(leps))
    st.page_link(pages.WAVES.file, label="Who is in which wave, and how far did they get?", icon=":material/timeline:")
    frame.fold("The waves as a table", lambda: _figures(leps, finding), key="waves-table", icon=":material/table:")
    st.caption("Areas are those of April 2017. Where two LEPs share districts, the earlier wave is drawn on top.")


def _figures(leps: pd.DataFrame, finding: str) -> None:
    """The table, and files of it."""
    alt = "The 38 LEPs by wave with what became of their strategy"
    st.dataframe(_table(leps), hide_index=True, height=250, placeholder="–", alt=alt)
    subtitle = "Local Enterprise Partnerships (LEPs) of April 2017 by the wave in which they were asked"
    extract = sources.extract("waves", finding=finding, subtitle=subtitle, rows=_rows(leps))
    pictures.offer_files(extract, functools.partial(_draw, leps))


def _draw(leps: pd.DataFrame, with_ink: Ink) -> Spec:
    colours = programme.colours(with_ink)["wave"]
    waves = {
        wave: Wave(colours[wave], _name(rows), at=at, points_at=points_at, align=align)
        for (wave, rows), (at, points_at, align) in zip(leps.groupby("wave"), _PLACES.values(), strict=True)
    }
    return waves_map(answer(sketches.sketch, _GEOGRAPHY), leps, waves, ink=with_ink)


def _name(rows: pd.DataFrame) -> tuple[str, str]:
    first = rows.iloc[0]
    return f"Wave {first['wave']}: {len(rows)} LEPs", str(first["announced_text"])


def _alt(leps: pd.DataFrame) -> str:
    told = [f"{', '.join(_name(rows))}" for _, rows in leps.groupby("wave")]
    return f"Map of the 38 LEPs by wave. {'; '.join(told)}. The table below names them."


def _rows(leps: pd.DataFrame) -> pd.DataFrame:
    """What is downloaded: geography, area_code, area_name, wave, announced, status, status_sources."""
    named = leps.rename(columns={"name": "area_name", "announced_text": "announced"}).assign(geography=_GEOGRAPHY)
    return named[["geography", "area_code", "area_name", "wave", "announced", "status", "status_sources"]]


def _table(leps: pd.DataFrame) -> pd.DataFrame:
    return pd.DataFrame(
        {"LEP": leps["name"], "Wave": leps["wave"], "What became of it": leps["status"].map(programme.STATUSES)}
    )
