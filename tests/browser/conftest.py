"""A real browser, one per test process as the server is, and pages whose requests are recorded."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, ViewportSize, expect

from tests.serving import SECONDS, Server, chromium, serving

THEMES = ("light", "dark")
_HAS_RUN = """
() => document.querySelector('[data-testid=stApp]')?.getAttribute('data-test-script-state') === 'notRunning'
"""


@pytest.fixture
def fresh_server() -> Iterator[Server]:
    """A server that nobody has visited: what a link opens must not depend on what was open before."""
    with serving() as running:
        yield running


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with chromium() as started:
        yield started


@pytest.fixture
def requests() -> list[str]:
    """The addresses that this test's page has asked for."""
    return []


@pytest.fixture
def page(desk: BrowserContext, server: Server, requests: list[str]) -> Iterator[Page]:
    """A page as wide as a desk's screen, with nothing remembered but scripts; paths are the server's own."""
    page = newcomer(desk, server)
    page.on("request", lambda request: requests.append(request.url))
    yield page
    page.close()


@pytest.fixture
def visit(page: Page) -> Callable[[str], Page]:
    """Open a path, and wait until the page has run to its end."""

    def go(path: str) -> Page:
        page.goto(path)
        settled(page)
        return page

    return go


@pytest.fixture(scope="session")
def desk(browser: Browser, server: Server) -> BrowserContext:
    """A desk's screen, whose browser keeps the app's scripts from page to page."""
    size: ViewportSize = {"width": 1400, "height": 900}
    return warmed(browser.new_context(base_url=server.address, viewport=size))


@pytest.fixture(scope="session")
def handset(browser: Browser, server: Server) -> BrowserContext:
    """A phone, whose browser keeps the app's scripts from page to page."""
    size: ViewportSize = {"width": 390, "height": 844}
    return warmed(browser.new_context(base_url=server.address, viewport=size, has_touch=True))


@pytest.fixture(params=THEMES)
def themed(desk: BrowserContext, server: Server, request: pytest.FixtureRequest) -> Iterator[Page]:
    """A page on a desk's screen, of either theme."""
    page = newcomer(desk, server)
    page.emulate_media(color_scheme=request.param)
    yield page
    page.close()


@pytest.fixture
def phone(handset: BrowserContext, server: Server) -> Iterator[Page]:
    """A page on a phone; that the themes have one layout is left to what looks at both."""
    page = newcomer(handset, server)
    yield page
    page.close()


def warmed(context: BrowserContext) -> BrowserContext:
    """Leave a page of the server open: with the last one goes their process, and the scripts compiled in it."""
    context.new_page().goto("/_stcore/health")
    return context


def newcomer(context: BrowserContext, server: Server) -> Page:
    """A page of a reader whom the app has not met: what an earlier page stored in the browser is gone."""
    page = context.new_page()
    stored = {"origin": server.address, "storageTypes": "cookies,indexeddb,local_storage"}
    context.new_cdp_session(page).send("Storage.clearDataForOrigin", stored)
    return page


def settled(page: Page) -> None:
    """Wait until the server has finished the page; a map may still be drawing."""
    page.wait_for_function(_HAS_RUN, timeout=1000 * SECONDS, polling=50)
    expect(page.get_by_test_id("stMain")).to_be_visible()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Function) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Show what the server logged when a test of it fails."""
    report = yield
    for value in item.funcargs.values():
        if report.failed and isinstance(value, Server):
            report.sections.append(("The server's log", value.logged()))
    return report
