"""Opening a page by its address in Streamlit's own tester."""

from __future__ import annotations

from pathlib import Path

from streamlit.testing.v1 import AppTest

ENTRY = Path(__file__).resolve().parents[2] / "app.py"
SECONDS = 120
"""A first view may build what is kept."""


def opened(page: str = "", **address: str) -> AppTest:
    """A page of `pages/` (the entry, if none is named) at an address, run without an exception."""
    tested = AppTest.from_file(str(ENTRY), default_timeout=SECONDS)
    if page:
        tested.switch_page(page)
    for key, value in address.items():
        tested.query_params[key] = value
    tested.run()
    assert not tested.exception
    return tested


def title(page: AppTest) -> str:
    """The heading as it is read."""
    return page.title[0].value.replace("\\", "")
