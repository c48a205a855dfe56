"""The frame round every page: its settings, the finding as its heading, its sources and the attribution."""

from __future__ import annotations

from pathlib import Path

import streamlit as st

from lis_data.settings import ROOT
from pages.ui import address, cache
from pages.ui.downloads import OGL, OS
from pages.ui.markup import plain

NAME = "LIS Explorer"
_ICON = ROOT / "static" / "icon.png"
OVERVIEW = "app.py"
RESEARCH = "pages/1_Research_and_development.py"
SECTORS = "pages/2_Sector_strengths.py"
WAVES = "pages/3_Waves_and_progress.py"
METHODS = "pages/9_Methods_and_sources.py"
PAGES = {
    OVERVIEW: ("Overview", ":material/explore:"),
    RESEARCH: ("Research and development", ":material/science:"),
    SECTORS: ("Sector strengths", ":material/bubble_chart:"),
    WAVES: ("Waves and progress", ":material/timeline:"),
    METHODS: ("Methods and sources", ":material/menu_book:"),
}
"""The pages of the menu, with what they are called there."""
_STYLE = Path(__file__).with_name("style.css")


def open_page(title: str) -> None:
    """Settings of the page and its style; the first thing a page calls."""
    st.set_page_config(page_title=f"{title} · {NAME}", page_icon=str(_ICON), layout="wide")
    st.html(_STYLE)
    with st.sidebar:
        st.markdown(f"**{NAME}**")
        for path, (label, icon) in PAGES.items():
            st.page_link(path, label=label, icon=icon)
    address.arrive(title)
    cache.release()


def headline(finding: str, subtitle: str) -> None:
    """The finding as the page's heading, and under it what it is about."""
    st.title(plain(finding), anchor=False)
    st.markdown(plain(subtitle))


def sources(*shown: tuple[str, str]) -> None:
    """What each shown indicator at its geography is, how it was made and where it was published."""
    with st.expander("Sources, method and caveats", icon=":material/menu_book:"):
        st.markdown(cache.told(*shown))


def section(title: str) -> None:
    """The heading of a part of the page, which states what the part shows."""
    st.header(plain(title), anchor=False)


def close_page() -> None:
    """The attribution that every page with figures and shapes carries."""
    st.divider()
    st.caption(f"{OGL}. {OS}.")
