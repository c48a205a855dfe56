"""The legend under a map: a swatch, its bounds and how many areas it holds; then areas marked by their status."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

import pandas as pd
import streamlit as st

from geo.areas import GEOGRAPHIES
from geo.choropleth import Choropleth
from geo.palette import MISSING
from lis_data.statuses import MARKS
from lis_data.wording import NONE
from pages.ui.exhibit.deck import Points
from pages.ui.exhibit.palette import fills
from pages.ui.shell.markup import plain


def show(
    colouring: Choropleth, *, unit: str, statuses: pd.Series, outlines: Sequence[str], points: Sequence[Points] = ()
) -> None:
    """The classes of the map in their unit, the dots of some `statuses`, whose outlines are drawn, points."""
    items = [f"<li>{escape(unit)}</li>"] if unit not in ("", "%") else []
    items += [
        _item(f"background:{colour}", row["label"], row["count"])
        for colour, row in zip(fills(colouring), colouring["legend"], strict=False)
    ]
    bare = colouring["n_areas"] - colouring["n_with_data"]
    if bare:
        items.append(_item(f"color:{MISSING}", NONE, bare, kind="missing"))
    counts = statuses.value_counts()
    items += [
        _item("", title, int(counts[status]), kind=status.name.lower())
        for status, (title, _) in MARKS.items()
        if status in counts
    ]
    items += [_item("", GEOGRAPHIES[name].title, None, kind="outline") for name in outlines]
    items += [_item(_circle(item), item.label, item.count, kind="point") for item in points]
    _draw(items)
    if colouring["message"]:
        st.caption(plain(colouring["message"], most=200))


def show_categories(rows: Sequence[tuple[str, str, int]]) -> None:
    """The categories of a map: name, colour, how many areas."""
    _draw([_item(f"background:{colour}", name, count) for name, colour, count in rows])


def _draw(items: Sequence[str]) -> None:
    st.html(f'<ul class="lis-legend" aria-label="Legend">{"".join(items)}</ul>')


def _circle(points: Points) -> str:
    return (
        f"background:{points.fill};border-color:{points.rim};width:{2 * points.radius}px;height:{2 * points.radius}px"
    )


def _item(style: str, label: str, count: int | None, *, kind: str = "class") -> str:
    swatch = f'<span class="lis-swatch lis-{kind}" style="{style}"></span>'
    how_many = "" if count is None else f" <small>({count})</small>"
    return f"<li>{swatch}{escape(label)}{how_many}</li>"
