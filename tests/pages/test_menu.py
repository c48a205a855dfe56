"""The table of pages: each script is in it, at the address that it always had, and is served under its title."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from pages.ui.shell.pages import GROUPS, OVERVIEW, PAGES, Page
from tests.bench.websocket_client import reading
from tests.serving import ROOT, Server


def test_each_script_is_one_page_at_the_address_of_its_name() -> None:
    scripts = {path.name for path in (ROOT / "pages").glob("*.py")} - {"__init__.py", "main.py"}
    assert sorted(page.file for page in PAGES) == sorted(scripts)
    of_names = {page: re.sub(r"^\d+_", "", Path(page.file).stem) for page in PAGES if page != OVERVIEW}
    assert of_names == {page: page.address for page in PAGES if page != OVERVIEW}
    assert OVERVIEW.address == ""


def test_titles_and_descriptions_are_short_and_of_one_page_each() -> None:
    for texts in ([page.title for page in PAGES], [page.description for page in PAGES]):
        assert len(set(texts)) == len(PAGES)
        assert max(map(len, texts)) <= 60


@pytest.mark.parametrize("page", PAGES, ids=[page.title for page in PAGES])
def test_an_address_opens_its_page_with_the_menu_and_its_title(server: Server, page: Page) -> None:
    with reading(server, page=page.address) as reader:
        sent = reader.first.messages
    menu = next(message.navigation for message in sent if message.HasField("navigation"))
    titles = [message.page_config_changed.title for message in sent if message.HasField("page_config_changed")]
    opened = next(item for item in menu.app_pages if item.page_script_hash == menu.page_script_hash)
    assert opened.page_name == page.title
    assert titles == [f"{page.title} · LIS Explorer"]
    assert list(menu.sections) == list(GROUPS)


def test_a_server_says_that_it_is_ready_when_each_page_was_opened(server: Server) -> None:
    assert "Ready." in server.logged()
