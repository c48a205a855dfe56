"""How the map of an indicator is coloured and what is drawn over it, as the reader chooses."""

from __future__ import annotations

import functools

import streamlit as st

from geo.areas import GEOGRAPHIES
from geo.choropleth import Choropleth
from geo.classification import FEWEST, MOST, SCHEMES
from pages.ui.exhibit import tables
from pages.ui.state import address, pickers
from pages.ui.state.pickers import DEFAULT_K, DEFAULT_SCHEME
from pages.ui.views.indicator.choice import Chosen

BOUNDS = "0.5, 1, 1.6, 2.4"
_LEPS = "lep-2017"


def colouring(chosen: Chosen, *, benchmark: float | None) -> Choropleth:
    """The map's classes, by the scheme, number and bounds that are chosen; where they cannot be made, the default
    ones with a message that says why.
    """
    scheme, k, bounds = _classes(with_benchmark=benchmark is not None)
    decimals = chosen.indicator.decimals
    make = functools.partial(tables.colouring, *chosen.asked, benchmark=benchmark, decimals=decimals)
    try:
        return make(scheme=scheme, k=k, bounds=_numbers(bounds))
    except ValueError as error:
        instead = make(scheme=DEFAULT_SCHEME, k=DEFAULT_K, bounds=())
        return {**instead, "message": f"These classes cannot be made: {error}. Natural breaks are shown instead."}


def outlines(geography_id: str) -> tuple[str, ...]:
    """The geographies that are drawn as lines over the map: the LEPs of 2017, where the map is not of LEPs itself and
    the reader does not hide them.
    """
    if GEOGRAPHIES[geography_id].level == "lep":
        return ()
    answers = {"yes": "Shown", "no": "Hidden"}
    return (_LEPS,) if pickers.one_of("LEP outlines", answers, key="outlines", default="yes") == "yes" else ()


def _classes(*, with_benchmark: bool) -> tuple[str, int, str]:
    """The scheme, the number of classes, and the bounds as they are typed."""
    schemes = {key: text for key, text in SCHEMES.items() if with_benchmark or key != "diverging"}
    scheme = pickers.one_of("Classification", schemes, key="scheme", default=DEFAULT_SCHEME)
    if scheme == "by-hand":
        return scheme, DEFAULT_K, _bounds()
    sizes = {str(k): str(k) for k in range(FEWEST, MOST + 1)}
    return scheme, int(pickers.one_of("Number of classes", sizes, key="classes", default=str(DEFAULT_K))), ""


def _bounds() -> str:
    address.restore("bounds", None, default=BOUNDS)
    text = st.text_input(
        "Upper bounds",
        key="bounds",
        help="Rising numbers with commas between them; what lies above the last is a class of its own.",
    )
    address.keep("bounds", text, default=BOUNDS)
    return text


def _numbers(text: str) -> tuple[float, ...]:
    """The numbers of a list with commas; ValueError says what is allowed."""
    try:
        return tuple(float(part) for part in text.split(",") if part.strip())
    except ValueError:
        raise ValueError(f"“{text}” is not a list of rising numbers with commas, such as {BOUNDS}") from None
