"""Pickers whose choice stands in the address, so that a link restores the view.

A choice that is not on offer (an old link, another geography) falls back to the default instead of failing.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pandas as pd
import streamlit as st

from geo.areas import GEOGRAPHIES
from geo.classification import FEWEST, MOST, SCHEMES
from pages.ui import cache

FIRST_OF_RD = ("business_rd_pct_gdp", "rd_all_sectors_pct_gdp", "business_rd_per_head", "business_rd_gbp_m")
WITHOUT_MAP = ("country",)
ENOUGH = 0.9
"""The latest period is the default if this share of the best-covered period's areas has a figure."""


def one_of(label: str, options: Mapping[str, str], *, key: str, default: str, help_text: str | None = None) -> str:
    """The chosen key of `options` (key -> what is shown)."""
    keys = list(options)
    _drop_unknown(key, keys)
    return st.selectbox(
        label, keys, index=keys.index(default), key=key, format_func=options.__getitem__, help=help_text,
        bind="query-params",
    )


def indicator(*, foundation: str) -> pd.Series:
    """The chosen indicator of a foundation, as a row of `queries.indicators`."""
    held = cache.indicators()
    held = held[held["foundation"] == foundation].set_index("indicator_id", drop=False)
    order = [*FIRST_OF_RD, *(key for key in held.index if key not in FIRST_OF_RD)]
    titles = held["title"].reindex([key for key in order if key in held.index])
    return held.loc[one_of("Indicator", titles.to_dict(), key="indicator", default=titles.index[0])]


def geography(coverage: pd.DataFrame, *, default: str) -> str:
    """The chosen geography among those with figures and shapes."""
    held = set(coverage["geography_id"]) - set(WITHOUT_MAP)
    titles = {key: item.title for key, item in GEOGRAPHIES.items() if key in held}
    return one_of("Geography", titles, key="geography", default=default if default in titles else next(iter(titles)))


def period(labels: Mapping[str, str], *, default: str) -> str:
    """The chosen period on a slider; `labels` (period -> what is shown) in their order."""
    periods = list(labels)
    if len(periods) == 1:
        st.caption(f"The only period: {labels[periods[0]]}")
        return periods[0]
    _drop_unknown("period", periods)
    return st.select_slider(
        "Period", periods, value=default, key="period", format_func=labels.__getitem__, bind="query-params"
    )


def default_period(coverage: pd.DataFrame) -> str:
    """The latest period in which nearly as many areas have a figure as in the best one."""
    enough = coverage[coverage["areas"] >= ENOUGH * coverage["areas"].max()]
    return enough["period"].iloc[-1]


def area(figures: pd.DataFrame, *, key: str = "area") -> str | None:
    """The chosen area's code, or None for all of them: what a click on the map does too."""
    names = figures.sort_values("area_name").set_index("area_code")["area_name"].to_dict()
    return one_of("Place", {"": "All places", **names}, key=key, default="") or None


def classes(*, with_benchmark: bool) -> tuple[str, int, tuple[float, ...]]:
    """The classification scheme, the number of classes and the bounds by hand."""
    schemes = {key: text for key, text in SCHEMES.items() if with_benchmark or key != "diverging"}
    scheme = one_of("Classification", schemes, key="scheme", default="natural-breaks")
    if scheme == "by-hand":
        return scheme, FEWEST, _bounds()
    _drop_unknown("classes", list(range(FEWEST, MOST + 1)))
    k = st.slider("Number of classes", FEWEST, MOST, 5, key="classes", bind="query-params")
    return scheme, k, ()


def _bounds() -> tuple[float, ...]:
    text = st.text_input(
        "Upper bounds", "0.5, 1, 1.5, 2.4", key="bounds", bind="query-params",
        help="Rising numbers with commas between them; a last class takes what lies above.",
    )
    try:
        return tuple(float(part) for part in text.split(",") if part.strip())
    except ValueError:
        st.error(f"“{text}” is not a list of numbers. Write rising numbers with commas, such as 0.5, 1, 2.4.")
        st.stop()


def _drop_unknown(key: str, allowed: Sequence[object]) -> None:
    if key in st.session_state and st.session_state[key] not in allowed:
        del st.session_state[key]
