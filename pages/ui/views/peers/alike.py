"""Which places are most like this one, why, and how firm that is."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from lis_data import queries
from pages.ui.exhibit import page
from pages.ui.shell import frame
from pages.ui.state import address, links, pickers
from pages.ui.state.cache import answer
from pages.ui.views.peers import choice as choices
from pages.ui.views.peers import firmness, likeness, method, profiles, reasons, text
from pages.ui.views.peers.choice import Choice

_MOST = 10


def show() -> None:
    """The view: pickers, map and reasons, profile, distances and sector mix, firmness, table, files."""
    choice = choices.choose(key="peers", default=5)
    similar = answer(queries.similar_places, choice.area_code, **choice.asked)
    found = answer(queries.peers, choice.area_code, **choice.asked, k=choice.k)
    about = likeness.about(choice, found)
    if found.empty:
        page.headline(text.finding(choice, found), about)
        return method.explain_none(choice)
    peers = _chosen(choice, found, similar=similar["area_code"].tolist())
    places = likeness.places(choice, peers, found=found)
    page.finding(places)
    picture, why = st.columns([5, 6], gap="large")
    with picture:
        page.picture(places)
    with why:
        frame.section("Why these")
        reasons.show(choice, peers)
        st.caption(" ".join(filter(None, [text.SCALE, text.in_part(found)])))
    _side_by_side(choice, peers, about)
    firmness.show(choice, found, about)
    frame.section("The figures")
    page.table(places)
    method.show(choice)


def _chosen(choice: Choice, found: pd.DataFrame, *, similar: list[str]) -> tuple[str, ...]:
    """The peers to look at: those that are found, until a reader changes them; when others are found, those."""
    codes = found["area_code"].tolist()
    address.restore("found", None, default=",".join(codes))
    if st.session_state["found"] != ",".join(codes):
        st.session_state["found"] = ",".join(codes)
        address.forget("areas")
    names = {
        code: name for code, name in pickers.names(choice.geography.geography_id).items() if code != choice.area_code
    }
    chosen = pickers.several("Peers to look at", names, key="areas", default=codes, most=_MOST)
    peers = sorted(chosen, key=similar.index) or codes
    with st.container(horizontal=True, vertical_alignment="center"):
        st.button("Which do better?", on_click=choices.open_better, icon=":material/trending_up:", type="tertiary")
        links.show(filter(None, [links.compare(choice.area, peers), links.profile([choice.area])]))
    return tuple(peers)


def _side_by_side(choice: Choice, peers: tuple[str, ...], about: str) -> None:
    """Where the peers stand by feature; how far all places are, and the sector mix, where the place has one."""
    left, right = st.columns([6, 5], gap="large")
    with left:
        page.show(profiles.features(choice, peers, about))
    with right:
        page.show(likeness.distances(choice, peers, about))
        sectors = profiles.sectors(choice, peers, about)
        if sectors:
            page.show(sectors)
