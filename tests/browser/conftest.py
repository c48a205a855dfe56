"""The real server and a real browser, one of each per test process, and pages whose requests are recorded."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, ViewportSize, expect

from tests.serving import SECONDS, Server, chromium, serving


@pytest.fixture(scope="session")
def server() -> Iterator[Server]:
    with serving() as running:
        yield running


@pytest.fixture
def fresh_server() -> Iterator[Server]:
    """A server that nobody has visited: what a link opens first must not depend on what was open before."""
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
def page(browser: Browser, server: Server, requests: list[str]) -> Iterator[Page]:
    """A page as wide as a desk's screen, with nothing remembered; paths are the server's own."""
    context = browser.new_context(base_url=server.address, viewport={"width": 1400, "height": 900})
    page = context.new_page()
    page.on("request", lambda request: requests.append(request.url))
    yield page
    context.close()


@pytest.fixture
def visit(page: Page) -> Callable[[str], Page]:
    """Open a path, and wait until the page has run to its end."""

    def go(path: str) -> Page:
        page.goto(path)
        settled(page)
        return page

    return go


@pytest.fixture(scope="session")
def desks(browser: Browser, server: Server) -> Iterator[dict[str, BrowserContext]]:
    """A desk's screen of each theme, whose browser keeps the app's scripts from page to page."""
    size: ViewportSize = {"width": 1400, "height": 900}
    yield {
        "light": browser.new_context(base_url=server.address, viewport=size, color_scheme="light"),
        "dark": browser.new_context(base_url=server.address, viewport=size, color_scheme="dark"),
    }


@pytest.fixture(params=["light", "dark"])
def themed(desks: dict[str, BrowserContext], request: pytest.FixtureRequest) -> Iterator[Page]:
    """A page on a desk's screen, of either theme."""
    page = desks[request.param].new_page()
    yield page
    page.close()


@pytest.fixture(params=["light", "dark"])
def phone(browser: Browser, server: Server, request: pytest.FixtureRequest) -> Iterator[Page]:
    """A page on a phone, of either theme."""
    context = browser.new_context(
        base_url=server.address, viewport={"width": 390, "height": 844}, color_scheme=request.param, has_touch=True
    )
    yield context.new_page()
    context.close()


def settled(page: Page) -> None:
    """Wait until the server has finished the page; a map may still be drawing."""
    app = page.get_by_test_id("stApp")
    expect(app).to_have_attribute("data-test-script-state", "notRunning", timeout=1000 * SECONDS)
    expect(page.get_by_test_id("stMain")).to_be_visible()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Function) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Show what the server logged when a test of it fails."""
    report = yield
    for value in item.funcargs.values():
        if report.failed and isinstance(value, Server):
            report.sections.append(("The server's log", value.logged()))
    return report
