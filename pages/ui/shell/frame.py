"""The frame round every page: its settings, menu and style, headings and folds."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import streamlit as st

from lis_data.settings import ROOT
from pages.ui.shell.markup import plain
from pages.ui.shell.pages import GROUPS, Page
from pages.ui.state import address, visitor

NAME = "LIS Explorer"
_ICON = ROOT / "static" / "icon.png"
_STYLE = Path(__file__).with_name("style.css")


def open_page() -> st.Page:
    """The page that the address asks for, ready to run, with the menu and the style round it; once in a run."""
    page = st.navigation({group: [_entry(page) for page in found] for group, found in GROUPS.items()}, expanded=True)
    st.set_page_config(page_title=f"{page.title} · {NAME}", page_icon=str(_ICON), layout="wide")
    st.html(_STYLE)
    address.arrive(page.title)
    visitor.arrive()
    return page


def _entry(page: Page) -> st.Page:
    return st.Page(
        page.file,
        title=page.title,
        icon=page.icon,
        url_path=page.address,
        default=not page.address,
        help=page.description,
    )


def headline(finding: str, subtitle: str) -> None:
    """The finding as the page's heading, and under it what it is about."""
    st.title(plain(finding), anchor=False)
    st.markdown(plain(subtitle))


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
