"""Which pages can show a place, and the links to them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import streamlit as st

from geo import areas, membership, search
from pages.ui.rows import row_at
from pages.ui.shell import pages
from pages.ui.shell.markup import plain
from pages.ui.shell.pages import Page
from pages.ui.state import cache
from pages.ui.state.cache import answer
from pages.ui.state.pickers import WITHOUT_MAP

_RD, _SECTORS = "business_rd_new_method_pct_gdp", "gva"
_REGIONS, _STRATEGIES = "nuts2-2016", "lep-2017"
PROFILED = ("lep-2017", "lep-2020", "lep-2021", "mca-2025", "mca-2018", "lis-area", "nuts2-2016", "region")
"""The geographies whose areas have a profile, the most wanted first."""
MOST_COMPARED = 6

Area = tuple[str, str]
"""Geography and code."""


@dataclass(frozen=True)
class Link:
    """A page at a place; named by its title and icon unless it has a `name` of its own."""

    page: Page
    address: dict[str, str]
    name: str = ""


def show(links: Iterable[Link], *, place: str = "") -> None:
    """The links side by side, after the place's name where there are several places."""
    with st.container(horizontal=True, vertical_alignment="center"):
        if place:
            st.markdown(f"{plain(place)}:", width="content")
        for link in links:
            show_one(link)


def show_one(link: Link) -> None:
    """One link."""
    label, icon = link.name or link.page.title, link.page.icon
    st.page_link(link.page.file, label=label, icon=icon, query_params=link.address)


def here(label: str, icon: str, **chosen: object) -> None:
    """A way to another choice on the same page: a button, since a page keeps its choices when it links to itself."""
    key = "-".join(["go", *map(str, chosen.values())])
    st.button(plain(label), key=key, icon=icon, on_click=st.session_state.update, kwargs=chosen)


def research(candidates: Sequence[Area]) -> Link | None:
    """The R&D map at a place, which is each of `candidates`; without a figure, at the region around most of it."""
    area = _first(candidates, _RD)
    if area:
        return Link(pages.RESEARCH, _at(area))
    region = _region_of(candidates)
    if not region:
        return None
    name = answer(areas.areas, _REGIONS).set_index("area_code")["name"][region]
    return Link(pages.RESEARCH, _at((_REGIONS, region)), f"R&D in {plain(name)}")


def sectors(candidates: Sequence[Area]) -> Link | None:
    """The sector strengths of a place."""
    area = _first(candidates, _SECTORS)
    return Link(pages.SECTORS, _at(area)) if area else None


def waves(candidates: Sequence[Area]) -> Link | None:
    """The progress of a LEP that was asked for a strategy."""
    codes = [area_code for geography_id, area_code in candidates if geography_id == _STRATEGIES]
    return Link(pages.WAVES, {"view": "place", "area": codes[0]}) if codes else None


def profile(candidates: Sequence[Area]) -> Link | None:
    """All the evidence of a place."""
    area = next((area for area in candidates if area[0] in PROFILED), None)
    return Link(pages.PROFILE, _at(area)) if area else None


def on_the_map(indicator_id: str, name: str, area: Area | None = None) -> Link:
    """An indicator, official or uploaded, on the map; at a place if one is given."""
    return Link(pages.ANY, {"indicator": indicator_id, **(_at(area) if area else {})}, name)


def comparable(area: Area) -> Link:
    """The places that are most like one, and why."""
    return Link(pages.PEERS, _at(area))


def compare(area: Area, others: Sequence[str]) -> Link:
    """A place side by side with others of its geography."""
    codes = ",".join([area[1], *others][:MOST_COMPARED])
    return Link(pages.COMPARE, {"geography": area[0], "areas": codes}, "Compare them")


def _first(candidates: Sequence[Area], indicator_id: str) -> Area | None:
    """The most wanted of the areas with a figure of the indicator, if a map can show it."""
    found = cache.places_with(indicator_id)
    return next((area for area in candidates if area in found and area[0] not in WITHOUT_MAP), None)


def _region_of(candidates: Sequence[Area]) -> str | None:
    """The NUTS 2 region in which most of a LEP or all of a district lies."""
    shares = answer(membership.nuts2_lep_weights)
    leps = [code for geography_id, code in candidates if geography_id == _STRATEGIES]
    in_them = shares[shares["lep_code"].isin(leps)]
    if len(in_them):
        return str(row_at(in_them, in_them["lep_in_nuts2"].idxmax())["nuts2_code"])
    around = answer(search.around, *candidates[0])
    inside = around[around["level"] == "nuts2"]["area_codes"]
    return str(inside.iloc[0][0]) if len(inside) else None


def _at(area: Area) -> dict[str, str]:
    return {"geography": area[0], "area": area[1]}
