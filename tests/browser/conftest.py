"""The real server and a real browser, one of each per test process, and pages whose requests are recorded."""

from __future__ import annotations

import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Generator, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright

ROOT = Path(__file__).resolve().parents[2]
SECONDS = 60
FLAGS = [
    "--no-sandbox",
    "--use-angle=swiftshader",
    "--enable-unsafe-swiftshader",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]
"""WebGL without a graphics card, and a browser that asks for nothing by itself."""


@dataclass(frozen=True)
class Server:
    """A running LIS Explorer: its address, and the file that it logs to."""

    address: str
    log: Path

    def logged(self) -> str:
        return self.log.read_text(encoding="utf-8", errors="replace")


@contextmanager
def serving(log: Path) -> Iterator[Server]:
    """A process of its own that serves the app, on a port that was free; raises RuntimeError with its log."""
    port = _free_port()
    server = Server(f"http://127.0.0.1:{port}", log)
    options = ["--server.address=127.0.0.1", f"--server.port={port}", "--server.headless=true"]
    command = [sys.executable, "-m", "streamlit", "run", "app.py", *options]
    with log.open("wb") as out, subprocess.Popen(command, cwd=ROOT, stdout=out, stderr=out) as process:
        try:
            _wait_until_healthy(server, process)
            yield server
        finally:
            process.terminate()


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    with serving(tmp_path_factory.mktemp("server") / "server.log") as running:
        yield running


@pytest.fixture
def fresh_server(tmp_path: Path) -> Iterator[Server]:
    """A server that nobody has visited: what a link opens first must not depend on what was open before."""
    with serving(tmp_path / "server.log") as running:
        yield running


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=FLAGS)
        yield chromium
        chromium.close()


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


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _wait_until_healthy(server: Server, process: subprocess.Popen[bytes]) -> None:
    deadline = time.monotonic() + SECONDS
    while process.poll() is None and time.monotonic() < deadline:
        if _is_healthy(server.address):
            return
        time.sleep(0.1)
    raise RuntimeError(f"The server did not start:\n{server.logged()}")


def _is_healthy(address: str) -> bool:
    try:
        with urlopen(f"{address}/_stcore/health", timeout=5) as answer:
            return bool(answer.read() == b"ok")
    except (URLError, ConnectionError, TimeoutError):
        return False
