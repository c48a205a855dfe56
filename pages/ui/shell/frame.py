"""The frame round every page: its settings, the finding as its heading, its sources and the attribution."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import streamlit as st

from geo.areas import GEOGRAPHIES
from lis_data.model import Series
from lis_data.settings import ROOT
from pages.ui.exhibit import provenance
from pages.ui.exhibit.files import OGL, OS, attributions
from pages.ui.shell.markup import plain
from pages.ui.state import address, cache, visitor
from pages.ui.state.cache import answer

NAME = "LIS Explorer"
_ICON = ROOT / "static" / "icon.png"
OVERVIEW = "app.py"
RESEARCH = "pages/1_Research_and_development.py"
SECTORS = "pages/2_Sector_strengths.py"
WAVES = "pages/3_Waves_and_progress.py"
PROFILE = "pages/4_Place_profile.py"
PEERS = "pages/5_Comparable_places.py"
COMPARE = "pages/6_Compare_places.py"
COLLABORATION = "pages/7_Collaboration.py"
TARGET = "pages/8_Way_to_the_target.py"
CLAIMS = "pages/9_Claims.py"
METHODS = "pages/10_Methods_and_sources.py"
YOURS = "pages/11_Your_own_indicators.py"
ANY = "pages/12_Any_indicator.py"
PAGES = {
    OVERVIEW: ("Overview", ":material/explore:"),
    RESEARCH: ("Research and development", ":material/science:"),
    TARGET: ("Way to the target", ":material/trending_up:"),
    SECTORS: ("Sector strengths", ":material/bubble_chart:"),
    ANY: ("Any indicator", ":material/map:"),
    PROFILE: ("Place profile", ":material/location_on:"),
    PEERS: ("Comparable places", ":material/join_inner:"),
    COMPARE: ("Compare places", ":material/co_present:"),
    COLLABORATION: ("Collaboration", ":material/handshake:"),
    WAVES: ("Waves and progress", ":material/timeline:"),
    CLAIMS: ("Claims", ":material/fact_check:"),
    YOURS: ("Your own indicators", ":material/upload_file:"),
    METHODS: ("Methods and sources", ":material/menu_book:"),
}
"""The pages of the menu with what they are called there: the evidence, places, strategies, and what you bring and what
is behind it all (style.css leaves room between these)."""
_CREDITED = "areas-credited"
_STYLE = Path(__file__).with_name("style.css")


def open_page(title: str) -> None:
    """Settings of the page and its style; the first thing a page calls."""
    st.set_page_config(page_title=f"{title} · {NAME}", page_icon=str(_ICON), layout="wide")
    st.html(_STYLE)
    with st.sidebar:
        st.markdown(f"**{NAME}**")
        for path, (label, icon) in PAGES.items():
            st.page_link(path, label=label, icon=icon)
    st.session_state[_CREDITED] = []
    address.arrive(title)
    visitor.arrive()
    cache.release()


def headline(finding: str, subtitle: str) -> None:
    """The finding as the page's heading, and under it what it is about."""
    st.title(plain(finding), anchor=False)
    st.markdown(plain(subtitle))


def sources(*series: Series, datasets: tuple[str, ...] = ()) -> None:
    """What each series is, how it was made and where it was published; and the `datasets`
    of what else is shown.
    """
    fold_sources(
        lambda: st.markdown(f"{answer(provenance.told, *series)}\n\n{answer(provenance.told_of_datasets, *datasets)}")
    )


def fold_sources(show: Callable[[], object]) -> None:
    """The fold at the end of a page, with what `show` draws of its sources."""
    fold("Sources, method and caveats", show, key="sources", icon=":material/menu_book:")


def fold(title: str, show: Callable[[], object], *, key: str, icon: str) -> None:
    """A part that is folded away: `show` draws it, and it travels, when a reader opens it."""
    folded = st.expander(plain(title), key=key, icon=icon, on_change="rerun")
    if folded.open:
        with folded:
            show()


def section(title: str) -> None:
    """The heading of a part of the page, which states what the part shows."""
    st.header(plain(title), anchor=False)


def credit(*geography_ids: str) -> None:
    """Areas of these geographies are shown or named: `close_page` says what the licence of their membership asks."""
    st.session_state[_CREDITED] += geography_ids


def close_page(*series: Series) -> None:
    """The attribution that every page with figures and shapes carries; of uploads among the `series` too, and of the
    areas that were credited or whose geography stands in the address.
    """
    told = attributions(answer(provenance.sources_of, *series)) if series else [OGL, OS]
    named = {st.query_params.get("geography", ""), *st.session_state[_CREDITED]}
    areas = [geography.attribution for key, geography in GEOGRAPHIES.items() if key in named and geography.attribution]
    st.divider()
    st.caption(f"{'. '.join(dict.fromkeys([*told, *areas]))}.")
