"""What an analyst does with a file of figures: brings it, answers for it, keeps it; each waits for its effect."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Browser, FilePayload, Page, WebSocket, expect

from tests.browser import reader
from tests.browser.conftest import settled
from tests.serving import Server

YOURS = "/Your_own_indicators"


@contextmanager
def stranger(browser: Browser, server: Server) -> Iterator[Page]:
    """A page of another reader, whose browser knows nothing of the first."""
    context = browser.new_context(base_url=server.address)
    yield context.new_page()
    context.close()


def upload(page: Page, file: FilePayload) -> None:
    """Choose a file, and wait until what is understood of it is drawn."""
    page.get_by_test_id("stFileUploaderDropzoneInput").first.set_input_files(files=[file])
    expect(page.get_by_role("heading", name="Keep it")).to_be_visible()
    settled(page)
    reader.charts_drawn(page)


def keep(page: Page, table: str, *, reach: str) -> str:
    """Upload a clean table and add it; the address of its map. `reach` is what its headline ends with."""
    upload(page, {"name": "survey.csv", "mimeType": "text/csv", "buffer": table.encode()})
    press(page, "Add to my indicators")
    expect(reader.heading(page)).to_contain_text(reach)
    settled(page)
    return str(page.get_by_role("link", name="See it on the map").get_attribute("href"))


def choose_a_place(page: Page, cell: str, name: str) -> None:
    """Take a place for a cell, with the keys that a reader would use."""
    box = page.get_by_role("combobox", name=re.compile(f"“{cell}”"))
    box.click()  # a list that opens while the page still scrolls is closed again
    box.fill(name)
    expect(page.get_by_role("option", name=re.compile(f"^{name} · "))).to_be_visible()
    box.press("Enter")


def write(page: Page, label: str, text: str) -> None:
    """Fill a field."""
    field = page.get_by_role("textbox", name=label, exact=True)
    field.fill(text)
    field.press("Enter")
    settled(page)


def press(page: Page, name: str) -> None:
    """Press a button."""
    page.get_by_role("button", name=name).click()


def received(page: Page) -> list[bytes]:
    """All that the server sends to the page from now on: what a reader could find in it, shown or not."""
    frames: list[bytes] = []

    def listen(socket: WebSocket) -> None:
        socket.on("framereceived", lambda frame: frames.append(frame if isinstance(frame, bytes) else frame.encode()))

    page.on("websocket", listen)
    return frames
