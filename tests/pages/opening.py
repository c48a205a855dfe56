"""Opening a page by its address in Streamlit's own tester."""

from __future__ import annotations

import functools
from pathlib import Path

from streamlit.components.v2.component_manager import BidiComponentManager
from streamlit.testing.v1 import AppTest

from pages.ui.exhibit.exhibit import Exhibit

MAIN = Path(__file__).resolve().parents[2] / "pages" / "main.py"
SECONDS = 120
"""A first view may build what is kept."""


def opened(page: str = "", **address: str) -> AppTest:
    """A page of `pages/` (the overview, if none is named) at an address, run without an exception."""
    tested = AppTest.from_file(MAIN, default_timeout=SECONDS)
    tested._bidi_component_manager = _components()
    if page:
        tested.switch_page(Path(page).name)
    for key, value in address.items():
        tested.query_params[key] = value
    tested.run()
    assert not tested.exception
    return tested


def with_sources(page: AppTest) -> AppTest:
    """The page with its sources unfolded."""
    page.session_state["sources"] = True
    page.run()
    assert not page.exception
    return page


def unfolded(page: AppTest, key: str) -> AppTest:
    """The page with the table and the files of an exhibit unfolded."""
    page.session_state[f"{key}-table"] = True
    page.run()
    assert not page.exception
    return page


def exhibit(page: AppTest, key: str) -> Exhibit:
    """What the page has on show under a key."""
    [found] = [item for item in page.session_state["on-the-page"].exhibits if item.key == key]
    assert isinstance(found, Exhibit)
    return found


def title(page: AppTest) -> str:
    """The heading as it is read."""
    return page.title[0].value.replace("\\", "")


@functools.cache
def _components() -> BidiComponentManager:
    """What Streamlit finds among the installed packages; left to itself, its tester reads them all for every page."""
    found = BidiComponentManager()
    found.discover_and_register_components(start_file_watching=False)
    return found
