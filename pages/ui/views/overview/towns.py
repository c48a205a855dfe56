"""What a typed text may mean besides an official area: towns, parishes and neighbourhoods in their districts."""

from __future__ import annotations

from typing import Any

import pandas as pd
import streamlit as st

from geo import search
from geo.areas import GEOGRAPHIES
from geo.search import EXACT
from pages.ui.exhibit import page
from pages.ui.rows import each_row, records
from pages.ui.shell.markup import link
from pages.ui.state import links
from pages.ui.state.cache import answer
from pages.ui.views.overview import place_links, text

_MOST, _NAMED = 5, 8
_SOURCES = {
    "settlement": f"{link('GeoNames', 'https://www.geonames.org/')} "
    f"({link('CC BY 4.0', 'https://creativecommons.org/licenses/by/4.0/')})",
    "parish": "parishes of the Office for National Statistics (Open Government Licence v3.0)",
    "neighbourhood": "House of Commons Library, MSOA names (Open Parliament Licence v3.0)",
}
"""Whose the names are, by the kind of place."""


def show(found: pd.DataFrame, asked: str, *, areas: pd.DataFrame) -> None:
    """The places of `geo.place_names.named`, below the `areas` (of `geo.search.places`) that the text means too."""
    likely, others = _split(found, areas)
    if len(likely) > 1 and likely["match"].eq("name").all():
        st.markdown(text.NAMESAKES)
    for row in records(likely):
        _place(row, asked)
    _others(others)
    kinds = {*likely["kind"], *others["kind"].head(_NAMED)}
    if kinds:
        st.caption(f"Place names: {'; '.join(source for kind, source in _SOURCES.items() if kind in kinds)}.")


def _split(found: pd.DataFrame, areas: pd.DataFrame) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Those to show with their pages, and those to name: below an area of the very name no more than its namesakes."""
    exact = found[found["match"] == "name"]
    if areas["match"].isin(EXACT).any():
        return exact.head(0), exact
    if len(areas) and exact.empty:
        return exact, found
    meant = exact if len(exact) else found
    return meant.head(_MOST), meant.iloc[_MOST:]


def _place(row: dict[str, Any], asked: str) -> None:
    """What a place is, the district that holds it, and the pages of the district and of its LEPs."""
    districts = place_links.pairs(row["geographies"], row["area_codes"])
    around = answer(search.around, *districts[0])
    page.credit(*row["geographies"], *around["geographies"].explode())
    st.markdown(f"{text.town(row, asked)} {text.lies_in(around)}")
    wanted = list(GEOGRAPHIES)
    place_links.show(sorted(districts, key=lambda area: wanted.index(area[0])), around)


def _others(found: pd.DataFrame) -> None:
    """A button for each further place, which searches for it by name and district."""
    if found.empty:
        return
    named = dict.fromkeys(f"{row.name}, {row.district}" for row in each_row(found[["name", "district"]]))
    st.markdown("Also towns, parishes or neighbourhoods:")
    with st.container(horizontal=True, gap="small"):
        for name in list(named)[:_NAMED]:
            links.here(name, ":material/pin_drop:", find=name)
    if len(named) > _NAMED:
        st.caption(f"And {len(named) - _NAMED} more. Type more of the name to get there.")
