"""The waves on a small map, with the same as a table."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from geo import sketch as sketches
from lis_data import queries
from pages.ui.exhibit import page
from pages.ui.exhibit.chart import Chart
from pages.ui.exhibit.charts.base import Spec
from pages.ui.exhibit.charts.overview import Wave, waves_map
from pages.ui.exhibit.exhibit import Exhibit
from pages.ui.exhibit.palette import Ink
from pages.ui.exhibit.table import Column, Table
from pages.ui.shell import pages
from pages.ui.state.cache import answer, cached
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
_COLUMNS = (
    Column("geography"),
    Column("area_code"),
    Column("area_name", "LEP"),
    Column("wave", "Wave"),
    Column("announced"),
    Column("status"),
    Column("status_meaning", "What became of it"),
    Column("status_sources"),
)


def show() -> None:
    """The map of `queries.strategies` with its table, and the way to the page about it."""
    page.show(_waves())
    st.page_link(pages.WAVES.file, label="Who is in which wave, and how far did they get?", icon=":material/timeline:")


@cached
def _waves() -> Exhibit:
    leps = answer(queries.strategies)
    return Exhibit(
        key="waves",
        name="waves",
        finding=text.of_waves(leps),
        subtitle="Local Enterprise Partnerships (LEPs) of April 2017 by the wave in which they were asked",
        table=Table(_rows(leps), _COLUMNS, "The 38 LEPs by wave with what became of their strategy", height=250),
        picture=Chart(_draw, _alt(leps), geography_id=_GEOGRAPHY),
        caption="Areas are those of April 2017. Where two LEPs share districts, the earlier wave is drawn on top.",
        documents=sources.documents(),
        facts=sources.facts(),
    )


@cached
def _draw(ink: Ink) -> Spec:
    leps = answer(queries.strategies)
    colours = programme.colours(ink)["wave"]
    waves = {
        str(wave): Wave(colours[str(wave)], _name(rows), at=at, points_at=points_at, align=align)
        for (wave, rows), (at, points_at, align) in zip(leps.groupby("wave"), _PLACES.values(), strict=True)
    }
    return waves_map(answer(sketches.sketch, _GEOGRAPHY), leps, waves, ink=ink)


def _name(rows: pd.DataFrame) -> tuple[str, str]:
    first = rows.iloc[0]
    return f"Wave {first['wave']}: {len(rows)} LEPs", str(first["announced_text"])


def _alt(leps: pd.DataFrame) -> str:
    names = [f"{', '.join(_name(rows))}" for _, rows in leps.groupby("wave")]
    return f"Map of the 38 LEPs by wave. {'; '.join(names)}. The table below names them."


def _rows(leps: pd.DataFrame) -> pd.DataFrame:
    named = leps.rename(columns={"name": "area_name", "announced_text": "announced"})
    return named.assign(geography=_GEOGRAPHY, status_meaning=leps["status"].map(programme.STATUSES))
