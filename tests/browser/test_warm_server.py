"""A reader's server opens each page before it says that it is ready."""

from __future__ import annotations

from pages.ui.shell.pages import PAGES
from tests.serving import serving


def test_a_server_is_ready_when_its_pages_have_been_opened() -> None:
    with serving(warm=True) as server:
        lines = [line.strip() for line in server.logged().splitlines()]
    assert len(PAGES) > 1
    assert lines.index("Opening each page once …") < lines.index("Ready.")
    assert "Traceback" not in " ".join(lines)
