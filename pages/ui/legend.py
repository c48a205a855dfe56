"""The legend under a map: a swatch, its bounds and how many areas it holds; then what is missing or modelled."""

from __future__ import annotations

from html import escape

import streamlit as st

from geo.choropleth import Choropleth


def show(colouring: Choropleth, *, modelled: int) -> None:
    """The classes of the map, and of `modelled` areas the dotted mark."""
    items = [_item(f"background:{row['colour']}", row["label"], row["count"]) for row in colouring["legend"]]
    bare = colouring["n_areas"] - colouring["n_with_data"]
    if bare:
        items.append(_item("", "no figure", bare, kind="missing"))
    if modelled:
        items.append(_item("", "estimated by us", modelled, kind="modelled"))
    st.html(f'<ul class="lis-legend" aria-label="Legend">{"".join(items)}</ul>')
    if colouring["message"]:
        st.caption(colouring["message"])


def _item(style: str, label: str, count: int, *, kind: str = "class") -> str:
    swatch = f'<span class="lis-swatch lis-{kind}" style="{style}"></span>'
    return f"<li>{swatch}{escape(label)} <small>({count})</small></li>"
