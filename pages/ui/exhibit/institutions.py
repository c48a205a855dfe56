"""Universities and colleges over a map: which are marked, how they look, and their table with its files."""

from __future__ import annotations

import functools
import json

import pandas as pd
import streamlit as st

from geo import institutions
from geo.institutions import KINDS
from pages.ui.exhibit import extracts, provenance
from pages.ui.exhibit.deck import Points
from pages.ui.exhibit.extracts import Extract
from pages.ui.exhibit.palette import Ink, ink
from pages.ui.shell import frame
from pages.ui.state import pickers
from pages.ui.state.cache import answer, cached

DATASET = "dfe-gias-2025"
CAVEAT = (
    "One address per institution, mostly its head office; campuses elsewhere are not shown. Names are as registered in "
    "May 2025 and may be old."
)
_HEIGHT = 420


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


def show(points: tuple[Points, ...]) -> None:
    """The marked institutions as a table with its files; nothing where none are marked."""
    if not points:
        return
    extract = extract_of(points)
    frame.section(extract.finding)
    st.caption(CAVEAT)
    told = {"name": "Institution", "kind": "Kind", "district": "District"}
    alt = f"{len(extract.rows)} universities and colleges with their kind and district"
    shown = extract.rows[list(told)].rename(columns=told)
    st.table(shown, border="horizontal", hide_index=True, height=_HEIGHT, alt=alt)
    with st.container(horizontal=True):
        extracts.offer(extract)
        make = functools.partial(geojson, extract)
        extracts.button("GeoJSON", make, name=extract.name, mime="application/geo+json")


def extract_of(points: tuple[Points, ...]) -> Extract:
    """The marked institutions, to take away."""
    rows = _rows(tuple(item.i for item in points))
    finding = f"{len(rows)} institutions are marked on the map"
    kinds = ", ".join(item.label for item in points)
    return Extract(
        "universities-and-colleges", finding, kinds, rows, answer(provenance.dataset_sources, DATASET), _FACTS
    )


_FACTS = {
    "Caveat": CAVEAT,
    "District": "The district of 2023 in which the address lies, found here from its coordinates.",
    "lon, lat": "Degrees (WGS 84) of the address.",
}


@cached
def _rows(kinds: tuple[str, ...]) -> pd.DataFrame:
    """The institutions of the kinds, the kind in words."""
    every = answer(institutions.institutions)
    rows = every[every["kind"].isin(kinds)].reset_index(drop=True)
    return rows.assign(kind=rows["kind"].map(KINDS))


def geojson(extract: Extract) -> bytes:
    """The points with their table's columns, and the source as a member of the collection."""
    collection = json.loads(institutions.geojson(extracts.table(extract)))
    about = extracts.about(extract).to_dict("records")
    return json.dumps({**collection, "about": about}, ensure_ascii=False).encode()
