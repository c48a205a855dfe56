"""Universities and colleges over a map: which are marked, how they look, and their table with its files."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from geo import institutions
from geo.institutions import KINDS
from pages.ui.exhibit.deck import Points
from pages.ui.exhibit.exhibit import Exhibit
from pages.ui.exhibit.palette import Ink, ink
from pages.ui.exhibit.table import Column, Table
from pages.ui.state import pickers
from pages.ui.state.cache import answer, cached

DATASET = "dfe-gias-2025"
CAVEAT = (
    "One address per institution, mostly its head office; campuses elsewhere are not shown. Names are as registered in "
    "May 2025 and may be old."
)
_HEIGHT = 420
_FACTS = {
    "Caveat": CAVEAT,
    "District": "The district of 2023 in which the address lies, found here from its coordinates.",
    "lon, lat": "Degrees (WGS 84) of the address.",
}
_COLUMNS = (
    Column("urn"),
    Column("name", "Institution"),
    Column("kind", "Kind"),
    Column("lon"),
    Column("lat"),
    Column("district", "District"),
    Column("area_code"),
    Column("geography_id"),
)


def choose() -> tuple[Points, ...]:
    """The kinds that a reader wants marked, in the address; none at first."""
    with st.popover("Universities and colleges", icon=":material/school:", width="stretch"):
        kinds = pickers.several("Mark on the map", KINDS, key="institutions", most=len(KINDS))
        st.caption(CAVEAT)
    return tuple(marks(kind, ink()) for kind in KINDS if kind in kinds)


def marks(kind: str, ink: Ink) -> Points:
    """The circles of a kind: told apart by size and by how dark they are, not by hue alone."""
    looks = {"he": (ink.text, ink.paper, 5.5), "fe": (ink.paper, ink.text, 4), "utc": (ink.benchmark, ink.text, 3)}
    fill, rim, radius = looks[kind]
    count = int(answer(institutions.institutions)["kind"].eq(kind).sum())
    return Points(institutions.file_name(kind), kind, KINDS[kind], count, fill, rim, radius, DATASET)


def exhibit(points: tuple[Points, ...]) -> Exhibit:
    """The marked institutions as a table, with their points in a file."""
    rows = _rows(tuple(item.i for item in points))
    return Exhibit(
        key="institutions",
        name="universities-and-colleges",
        finding=f"{len(rows)} institutions are marked on the map",
        subtitle=", ".join(item.label for item in points),
        table=Table(
            rows,
            _COLUMNS,
            alt=f"{len(rows)} universities and colleges with their kind and district",
            height=_HEIGHT,
        ),
        caption=CAVEAT,
        datasets=(DATASET,),
        facts=_FACTS,
        geojson=institutions.geojson,
    )


@cached
def _rows(kinds: tuple[str, ...]) -> pd.DataFrame:
    """The institutions of the kinds, the kind in words."""
    every = answer(institutions.institutions)
    rows = every[every["kind"].isin(kinds)].reset_index(drop=True)
    return rows.assign(kind=rows["kind"].map(KINDS))
