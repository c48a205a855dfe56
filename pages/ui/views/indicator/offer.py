"""Which indicator, of all that there are: by foundation, official ones and this session's own."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd
import streamlit as st

from geo.areas import GEOGRAPHIES
from lis_data import handbook, queries, uploads
from lis_data.model import FOUNDATIONS
from pages.ui.shell.markup import plain
from pages.ui.state import address, cache, pickers, reader_uploads
from pages.ui.state.cache import answer, cached
from pages.ui.state.pickers import WITHOUT_MAP

EVERY, OWN = "", "own"
"""All foundations; the uploads that this reader may see."""
FIRST = "gva_per_hour"
"""Productivity: what the strategies are about; 36 of the 38 LEPs have a figure."""
_WANTED = ("lep-2017", "nuts2-2016")
_GONE = (
    "The figures that this link was for are private, revoked or deleted. Ask whoever sent it to save the upload and to "
    "send its private link."
)
_INSTEAD = "shown-instead-of-an-upload"
_MOST = 0.5
"""A wanted geography is the one to open with if this share of its areas has a figure."""


def choose() -> str:
    """The pickers of foundation and indicator, side by side; an indicator in the address goes before a foundation."""
    _let_the_indicator_lead()
    own = titles(OWN)
    gone = _gone(own)
    left, right = st.columns([3, 5])
    with left:
        offered = {EVERY: "All", **FOUNDATIONS, **({OWN: "Your own"} if own else {})}
        foundation = pickers.one_of("Foundation", offered, key="foundation", default=EVERY, on_change=_forget)
    with right:
        named = titles(foundation)
        chosen = pickers.indicator(named, default=_first(foundation, named))
    _tell_of(gone, instead=chosen)
    return chosen


def titles(foundation: str) -> dict[str, str]:
    """The indicators on offer in a foundation, in all of them or of this reader, whose own come first."""
    uploaded = reader_uploads.series()
    wanted = uploaded if foundation in (EVERY, OWN) else uploaded[uploaded["foundation"] == foundation]
    named = zip(wanted["indicator_id"], wanted["title"], strict=True)
    own = {key: title for key, title in named if pickers.mapped(key)}
    return own if foundation == OWN else {**own, **pickers.titles(foundation)}


def _let_the_indicator_lead() -> None:
    """A link to an indicator shows it, whatever foundation it names beside it."""
    asked, foundation = st.query_params.get("indicator"), st.query_params.get("foundation", EVERY)
    if "indicator" not in st.session_state and asked and asked not in titles(foundation):
        address.forget("foundation")


def _gone(own: Mapping[str, str]) -> bool:
    """Whether what is asked for is an upload that this reader may not see, or not any more."""
    asked = st.session_state.get("indicator", st.query_params.get("indicator", ""))
    return uploads.upload_of(asked) is not None and asked not in own


def _tell_of(gone: bool, *, instead: str) -> None:
    """Say, for as long as nothing else is chosen, that what is shown is not what the link was for."""
    if gone:
        st.session_state[_INSTEAD] = instead
    if st.session_state.get(_INSTEAD) == instead:
        title = plain(cache.indicator(instead).title)
        st.warning(f"{_GONE} Instead, this page shows: {title}.", icon=":material/link_off:")
    else:
        st.session_state.pop(_INSTEAD, None)


def _forget() -> None:
    """Another foundation opens with its own first indicator."""
    for key in ("indicator", "period"):
        address.forget(key)


def _first(foundation: str, titles: Mapping[str, str]) -> str:
    """The first of a foundation's headline indicators."""
    cards = answer(handbook.scorecard)
    headline = cards.loc[cards["foundation"] == foundation, "indicator_id"]
    return next((key for key in (*headline, FIRST) if key in titles), next(iter(titles)))


@cached
def geography(indicator_id: str) -> str:
    """The geography to open an indicator with: the LEPs of the programme where most have a figure, else the regions
    that R&D is published for, else the best covered one.
    """
    coverage = answer(queries.coverage, indicator_id)
    share = (coverage["areas"] / coverage["of_areas"]).groupby(coverage["geography_id"]).max()
    able = pd.Series({key: share[key] for key in GEOGRAPHIES if key in share.index and key not in WITHOUT_MAP})
    wanted = [key for key in _WANTED if able.get(key, 0.0) >= _MOST]
    return wanted[0] if wanted else str(able.idxmax())
