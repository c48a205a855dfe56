"""Which place: a geography with enough figures, and an area of it. A LEP is offered at the boundary of each year."""

from __future__ import annotations

from dataclasses import dataclass

import streamlit as st

from geo.areas import GEOGRAPHIES, Geography
from pages.ui.state import address, pickers
from pages.ui.state.links import PROFILED

MAIN = "lep-2017"


@dataclass(frozen=True)
class Place:
    """The chosen area, or none of its geography (`area_code` empty)."""

    geography: Geography
    area_code: str
    name: str

    @property
    def geography_id(self) -> str:
        """The id of its geography."""
        return self.geography.geography_id


def choose() -> Place:
    """The pickers, side by side."""
    _find_geography()
    left, right = st.columns([4, 6], vertical_alignment="bottom")
    with left:
        titles = {key: GEOGRAPHIES[key].title for key in PROFILED}
        geography_id = pickers.one_of("Geography", titles, key="geography", default=MAIN, on_change=_stay_at_place)
    names = pickers.names(geography_id)
    with right:
        area = pickers.one_of("Place", {"": "Choose a place", **names}, key="area", default="")
    return Place(GEOGRAPHIES[geography_id], area, names.get(area, ""))


def _find_geography() -> None:
    """An address with an area alone opens at the first geography that has it."""
    area = st.query_params.get("area")
    if area and "geography" not in {*st.query_params, *st.session_state}:
        found = [key for key in PROFILED if area in pickers.names(key)]
        if found:
            st.session_state["geography"] = found[0]


def _stay_at_place() -> None:
    """Another geography shows the place of the same name, whose code may be another one there; else none."""
    here, area = pickers.names(st.session_state["geography"]), st.session_state["area"]
    name = next((names[area] for names in map(pickers.names, PROFILED) if area in names), "")
    same = [code for code in here if code == area] or [code for code in here if here[code] == name]
    if same:
        st.session_state["area"] = same[0]
    else:
        address.forget("area")
