"""Maps on a page: drawn, with their legend under them and a click that chooses an area as its picker would."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pandas as pd
import pydeck as pdk
import streamlit as st

from geo import boundaries
from geo.areas import GEOGRAPHIES
from geo.choropleth import Choropleth
from lis_data.wording import NONE
from pages.ui.exhibit import legend
from pages.ui.exhibit.deck import NO_FIGURE, PICK, Points, choropleth_deck
from pages.ui.exhibit.palette import fills, ink
from pages.ui.state import cache
from pages.ui.state.cache import answer

HEIGHT = 500
_PAGE_STYLE = """<style>
.deck-events-root, .deck-events-root * { touch-action: pan-y !important }
.area-text::after { content: var(--text); white-space: pre-line }
</style>"""


def show_map(deck: pdk.Deck, *, key: str, area_key: str, alt: str) -> None:
    """Draw the map; a click on an area puts its code into the session's `area_key`, as a select box would.

    The layer that takes clicks is renamed after each one. That clears the browser's own selection, which
    would come back with every rerun otherwise, and turn a second click on the same area into nothing.
    """
    clicks_key = f"{key}-clicks"
    areas = next(layer for layer in deck.layers if layer.id == PICK)
    areas.id = f"{PICK}-{st.session_state.get(clicks_key, 0)}"

    def take_click() -> None:
        picked = [item for layer in st.session_state[key].selection.objects.values() for item in layer]
        codes = [item["properties"]["area_code"] for item in picked if "area_code" in item["properties"]]
        if codes:
            st.session_state[area_key] = codes[0]
            st.session_state[clicks_key] = st.session_state.get(clicks_key, 0) + 1

    st.html(_PAGE_STYLE)
    st.pydeck_chart(deck, height=HEIGHT, key=key, on_select=take_click, alt=alt)


def show_choropleth(
    colouring: Choropleth,
    figures: pd.DataFrame,
    *,
    unit: str,
    selected: str | None,
    outlines: Sequence[str],
    key: str,
    area_key: str,
    points: Sequence[Points] = (),
) -> None:
    """The map of `figures` (with `area_code`, `status` and `tip`), and `points` over it, with its legend under it."""
    geography_id = colouring["geography_id"]
    codes = answer(boundaries.read, geography_id)["area_code"].tolist()
    at = figures.set_index("area_code").reindex(codes)
    deck = choropleth_deck(
        geography_id,
        classes=colouring["classes"],
        palette=fills(colouring),
        texts=at["tip"].fillna(NONE).tolist(),
        ink=ink(),
        statuses=at["status"].fillna("M").tolist(),
        selected=answer(boundaries.outline, geography_id, selected) if selected else (),
        outlines=outlines,
        cities=cache.cities(),
        points=points,
    )
    known, areas = colouring["n_with_data"], colouring["n_areas"]
    marked = "".join(f" {item.label}: {item.count} points, in a table below too." for item in points)
    alt = f"Map of {known} of {areas} areas; the table below has the figures.{marked}"
    show_map(deck, key=key, area_key=area_key, alt=alt)
    if NO_FIGURE in colouring["classes"] and GEOGRAPHIES[geography_id].level == "lep":
        st.caption("LEPs overlap: where hatching lies over a colour, one LEP there has a figure and one has none.")
    legend.show(colouring, unit=unit, statuses=at["status"], outlines=outlines, points=points)


def show_categories(
    geography_id: str,
    categories: pd.Series,
    *,
    names: Mapping[str, str],
    colours: Mapping[str, str],
    texts: pd.Series,
    selected: str | None,
    key: str,
    area_key: str,
    alt: str,
) -> None:
    """The map of the areas by category, with a legend that counts them; both series are by area code.

    `names` and `colours` (`#rrggbb`) are by category, in the legend's order. An area without a category is hatched.
    """
    codes = answer(boundaries.read, geography_id)["area_code"].tolist()
    order = list(names)
    ordered = categories.reindex(codes)
    deck = choropleth_deck(
        geography_id,
        classes="".join(NO_FIGURE if pd.isna(item) else str(order.index(item)) for item in ordered),
        palette=[colours[item] for item in order],
        texts=texts.reindex(codes).fillna("").tolist(),
        ink=ink(),
        selected=answer(boundaries.outline, geography_id, selected) if selected else (),
        cities=cache.cities(),
    )
    show_map(deck, key=key, area_key=area_key, alt=alt)
    counts = ordered.value_counts()
    legend.show_categories([(names[item], colours[item], int(counts.get(item, 0))) for item in order])
