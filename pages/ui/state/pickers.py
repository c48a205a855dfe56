"""Pickers whose choice stands in the address, so that a link restores the view.

A choice that is not on offer (an old link, another geography) falls back to the default instead of failing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

import pandas as pd
import streamlit as st

from geo import areas
from geo.areas import GEOGRAPHIES
from lis_data import queries
from lis_data.targets import MEASURES
from pages.ui.rows import by_label
from pages.ui.shell.markup import plain
from pages.ui.state import address
from pages.ui.state.cache import answer, cached

FIRST_OF_RD = tuple(key for measure in MEASURES.values() for key in measure.indicators[:3])
WITHOUT_MAP = ("country",)
DEFAULT_SCHEME, DEFAULT_K = "natural-breaks", 5


def one_of(
    label: str, options: Mapping[str, str], *, key: str, default: str, on_change: Callable[[], None] | None = None
) -> str:
    """The chosen key of `options` (key -> what is shown)."""
    address.restore(key, list(options), default=default)
    chosen = st.selectbox(label, list(options), key=key, format_func=options.__getitem__, on_change=on_change)
    address.keep(key, chosen, default=default)
    return chosen


def view(options: Mapping[str, str]) -> str:
    """The chosen view of a page among `options` (view -> what is shown), the first one at first."""
    default = next(iter(options))
    address.restore("view", list(options), default=default)
    chosen = str(
        st.segmented_control(
            "View",
            list(options),
            key="view",
            format_func=options.__getitem__,
            required=True,
            label_visibility="collapsed",
        )
    )
    address.keep("view", chosen, default=default)
    return chosen


def several(
    label: str, options: Mapping[str, str], *, key: str, default: Sequence[str] = (), most: int = 6
) -> list[str]:
    """The chosen keys of `options` (key -> what is shown), `most` of them at the most."""
    address.restore_several(key, list(options), default=list(default))
    _at_most(key, options, most)
    fixed: dict[str, Any] = {"format_func": options.__getitem__, "max_selections": most, "select_all": False}
    chosen = st.multiselect(label, list(options), key=key, **fixed)
    address.keep(key, ",".join(chosen), default=",".join(default))
    return chosen


def _at_most(key: str, options: Mapping[str, str], most: int) -> None:
    """Leave out what a link asks for beyond what a picker takes, and say so."""
    taken, beyond = st.session_state[key][:most], st.session_state[key][most:]
    if beyond:
        names = ", ".join(options[item] for item in beyond)
        address.tell(f"At most {most} fit here; left out: {plain(names)}.")
    st.session_state[key] = taken


def number(label: str, *, key: str, default: float, least: float, most: float, step: float, hint: str = "") -> float:
    """A number between two limits."""
    address.restore_number(key, default=default, least=least, most=most)
    chosen = st.number_input(label, key=key, min_value=least, max_value=most, step=step, help=hint or None)
    address.keep(key, f"{chosen:g}", default=f"{default:g}")
    return chosen


def indicator(titles: Mapping[str, str], *, default: str) -> str:
    """The id of the chosen indicator among `titles` (id -> what is shown)."""
    return one_of("Indicator", titles, key="indicator", default=default, on_change=_forget_period)


@cached
def mapped(indicator_id: str) -> bool:
    """Whether a map can show it: it has a figure of all industries for areas of a country."""
    return not answer(queries.coverage, indicator_id)["geography_id"].isin(WITHOUT_MAP).all()


@cached
def titles(foundation: str = "") -> dict[str, str]:
    """The titles of the official indicators of a foundation by id that a map can show, those of the programme's target
    first; or of all foundations.
    """
    every = answer(queries.indicators)
    mappable = every[[any(key not in WITHOUT_MAP for key in geographies) for geographies in every["geographies"]]]
    offered = mappable[mappable["foundation"] == foundation] if foundation else mappable.sort_values("title")
    named = offered.set_index("indicator_id")["title"]
    first = FIRST_OF_RD if foundation else ()
    order = [*first, *(key for key in named.index if key not in first)]
    return by_label(named.reindex([key for key in order if key in named.index]))


def _forget_period() -> None:
    """Another indicator opens at its own latest period, not at one that only the last one has in full; and where the
    geography was not chosen, at its own.
    """
    address.forget("period")
    if "geography" not in st.query_params:
        address.forget("geography")


def geography(coverage: pd.DataFrame, *, default: str) -> str:
    """The chosen geography among those with figures and shapes; where the default has none, the best covered one."""
    covered = {key: share for share, key in sorted(_covered(coverage)) if key not in WITHOUT_MAP}
    named = {key: item.title for key, item in GEOGRAPHIES.items() if key in covered}
    best = max(named, key=covered.__getitem__)
    return one_of("Geography", named, key="geography", default=default if default in named else best)


def _covered(coverage: pd.DataFrame) -> Iterator[tuple[float, str]]:
    """How much of its areas has a figure, and the geography, for each row."""
    for key, with_data, of_areas in zip(coverage["geography_id"], coverage["areas"], coverage["of_areas"], strict=True):
        yield with_data / of_areas, key


def area(geography_id: str) -> str | None:
    """The code of the chosen area, or None for all of them: what a click on the map does too."""
    return one_of("Place", {"": "All places", **names(geography_id)}, key="area", default="") or None


@cached
def names(geography_id: str) -> dict[str, str]:
    """The names of a geography's areas by code, in the order of the alphabet."""
    return by_label(answer(areas.areas, geography_id).sort_values("name").set_index("area_code")["name"])
