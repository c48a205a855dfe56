"""Which places are most like this one, why, and how firm that is."""

from __future__ import annotations

import dataclasses
import functools

import pandas as pd
import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from lis_data import queries
from pages.ui.exhibit import extracts as downloads
from pages.ui.exhibit import maps, pictures, provenance
from pages.ui.exhibit.charts import peers as charts
from pages.ui.exhibit.charts.base import Spec
from pages.ui.exhibit.palette import Ink, ink
from pages.ui.shell import frame
from pages.ui.state import address, links, pickers
from pages.ui.state.cache import answer, cached
from pages.ui.views.peers import choice as choices
from pages.ui.views.peers import firmness, method, reasons, tables, text
from pages.ui.views.peers.choice import Choice

_MOST = 10
_HERE, _PEER, _OTHER = "here", "peer", "other"


def show(headline: DeltaGenerator) -> None:
    """The view: pickers, map and reasons, profile, distances and sector mix, firmness, table, files."""
    choice = choices.choose(key="peers", default=5)
    similar = answer(queries.similar_places, choice.area_code, **choice.asked)
    found = answer(queries.peers, choice.area_code, **choice.asked, k=choice.k)
    finding = text.finding(choice, found)
    ranked = text.subtitle(choice, similar, features=len(tables.counted(choice)))
    about = f"{ranked} {firmness.in_short(choice, found)}".strip()
    with headline:
        frame.headline(finding, about)
    if found.empty:
        return method.explain_none(choice)
    peers = _chosen(choice, found, similar=similar["area_code"].tolist())
    picture, why = st.columns([5, 6], gap="large")
    with picture:
        _map(choice, peers)
    with why:
        frame.section("Why these")
        reasons.show(choice, peers)
        st.caption(" ".join(filter(None, [text.SCALE, text.in_part(found), text.not_ranked(similar)])))
    extract = _extract(choice, finding=finding, about=about)
    _pictures(choice, peers, extract)
    firmness.show(choice, found)
    frame.section("The figures")
    method.table(choice)
    with st.container(horizontal=True):
        downloads.offer(_of(extract, "places", tables.everyone(choice)))
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


def _map(choice: Choice, peers: tuple[str, ...]) -> None:
    """The place, its peers and the others; those that are not ranked are hatched. A click chooses another place."""
    paper, (kinds, texts) = ink(), _on_map(choice, peers)
    maps.show_categories(
        choice.geography.geography_id,
        kinds,
        names={_HERE: choice.area_name, _PEER: "Its peers", _OTHER: "Others"},
        colours={_HERE: paper.benchmark, _PEER: paper.accent, _OTHER: paper.quiet},
        texts=texts,
        selected=choice.area_code,
        key="peers-map",
        area_key="area",
        alt=f"Map of {choice.area_name} and its {len(peers)} peers; the list beside it names them.",
    )


@cached
def _on_map(choice: Choice, peers: tuple[str, ...]) -> tuple[pd.Series, pd.Series]:
    """What each area is, and what it is told as, by code."""
    at = answer(queries.similar_places, choice.area_code, **choice.asked).set_index("area_code")
    kinds = at["rank"].notna().map({True: _OTHER, False: None})
    kinds = pd.concat([kinds.mask(kinds.index.isin(peers), _PEER), pd.Series({choice.area_code: _HERE})])
    far = at["distance"].map("distance {:.2f}".format, na_action="ignore").fillna("not ranked: too few figures")
    return kinds, pd.concat([far, pd.Series({choice.area_code: "the place itself"})])


def _pictures(choice: Choice, peers: tuple[str, ...], extract: downloads.Extract) -> None:
    """Where the peers stand by feature; how far all places are, and the sector mix, where the place has one."""
    left, right = st.columns([6, 5], gap="large")
    with left:
        frame.section("Where they stand, feature by feature")
        alt = "Standard scores of the place and its peers; the table has the figures."
        st.vega_lite_chart(_profile(choice, peers, ink()), alt=alt)
        st.caption(text.AVERAGE)
        files = _of(extract, "features", tables.reasons(choice, peers), note=text.SCORES)
        pictures.offer_files(files, functools.partial(_profile, choice, peers))
    with right:
        similar = answer(queries.similar_places, choice.area_code, **choice.asked)
        frame.section(f"How far all {int(similar['rank'].notna().sum())} are from {choice.area_name}")
        st.vega_lite_chart(_distances(choice, peers, ink()), alt=text.distances(similar))
        with st.container(horizontal=True):
            files = _of(extract, "distances", similar, note=text.SCALE)
            pictures.offer_chart(files, functools.partial(_distances, choice, peers))
        mix = tables.mix(choice, peers)
        if mix.empty:
            return
        frame.section("Its sector mix, and the range of its peers")
        alt = "; ".join(f"{row.sector} {row.text}" for row in mix.itertuples())
        st.vega_lite_chart(_mixes(choice, peers, ink()), alt=alt)
        files = _of(extract, "sectors", tables.shares(choice, peers), note="Dots: the place. Bars: its peers.")
        pictures.offer_files(files, functools.partial(_mixes, choice, peers))


@cached
def _profile(choice: Choice, peers: tuple[str, ...], paper: Ink) -> Spec:
    return charts.profile(tables.dots(choice, peers), ink=paper)


@cached
def _distances(choice: Choice, peers: tuple[str, ...], paper: Ink) -> Spec:
    return charts.distances(answer(queries.similar_places, choice.area_code, **choice.asked), peers=peers, ink=paper)


@cached
def _mixes(choice: Choice, peers: tuple[str, ...], paper: Ink) -> Spec:
    return charts.mixes(tables.mix(choice, peers), ink=paper)


def _extract(choice: Choice, *, finding: str, about: str) -> downloads.Extract:
    """What all files of the view say; `_of` gives each its name and its rows."""
    return downloads.Extract(
        name=f"{choice.geography.geography_id}_{choice.area_code}",
        finding=finding,
        subtitle=about,
        rows=pd.DataFrame(),
        sources=answer(provenance.sources_of, *choice.shown),
        facts=method.facts(choice),
    )


def _of(extract: downloads.Extract, what: str, rows: pd.DataFrame, *, note: str = "") -> downloads.Extract:
    """The files of one picture or table; `note` says how it is read."""
    subtitle = f"{extract.subtitle} {note}".strip()
    return dataclasses.replace(extract, name=f"peers_{what}_{extract.name}", subtitle=subtitle, rows=rows)
