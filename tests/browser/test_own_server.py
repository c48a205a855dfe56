"""The browser asks this server alone, and asks it for shapes once."""

from __future__ import annotations

from collections.abc import Callable
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page, expect

from tests.browser import reader
from tests.serving import Server

Visit = Callable[[str], Page]


def use_everything(page: Page) -> None:
    """Hover and click the map, zoom it, open what opens, take a file."""
    reader.drawn(page)
    reader.click(page, (1.0, 52.4), name="East Anglia")
    page.get_by_title("Zoom In").click()
    page.get_by_role("button", name="Classes and outlines").click()
    expect(reader.picker(page, "Classification")).to_be_visible()
    page.keyboard.press("Escape")
    page.get_by_text("Sources, method and caveats").click()
    with page.expect_download():
        page.get_by_role("button", name="CSV", exact=True).click()


def foreign(requests: list[str], server: Server) -> list[str]:
    """Addresses of other hosts; `data:` and `blob:` are inside the page."""
    own = urlsplit(server.address).netloc
    return [url for url in requests if urlsplit(url).scheme not in ("data", "blob") and urlsplit(url).netloc != own]


@pytest.mark.parametrize(("path", "use"), [("/", lambda _: None), (reader.RD, use_everything)])
def test_no_request_leaves_the_server(
    path: str, use: Callable[[Page], None], page: Page, visit: Visit, server: Server, requests: list[str]
) -> None:
    page.on("websocket", lambda socket: requests.append(socket.url))
    use(visit(path))
    assert any(url.startswith("ws://") for url in requests), "the recording sees what a page asks for"
    assert foreign(requests, server) == []


def test_shapes_travel_once(visit: Visit, requests: list[str]) -> None:
    page = visit(f"{reader.RD}?measured=to-2018")
    reader.drawn(page)
    shapes = [url for url in requests if ".geojson" in url]
    assert len(shapes) == len(set(shapes)) > 0
    reader.choose(page, "Place", "Cumbria")
    reader.choose(page, "Indicator", "Business R&D per head (as measured to 2018)")
    reader.period(page).press("ArrowLeft")
    expect(reader.heading(page)).to_contain_text("Cumbria: Business R&D per head")
    reader.click(page, (1.0, 52.4), name="East Anglia")
    reader.drawn(page)
    assert [url for url in requests if ".geojson" in url] == shapes
