"""Pictures of the pages for the README: `python -m tests.browser.screenshots` serves the app and takes them all."""

from __future__ import annotations

import io
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from PIL import Image
from playwright.sync_api import Browser, Page, expect

from tests.browser import reader
from tests.browser.conftest import settled
from tests.serving import ROOT, chromium, serving

FOLDER = ROOT / "static" / "screenshots"
COLOURS = 256
"""Colours of a picture: enough for a map and smooth letters, and a fraction of the size."""


@dataclass(frozen=True)
class View:
    """One picture: its file's name, what is opened, how large the window is, and in which theme."""

    name: str
    path: str
    width: int
    height: int
    theme: Literal["light", "dark"]
    act: Callable[[Page], None] = lambda _: None


def _open_the_example(page: Page) -> None:
    """Have the example read, as far as the answers that it needs."""
    page.get_by_role("button", name="Try it with an example").click()
    expect(page.get_by_role("heading", name="Keep it")).to_be_visible()


def _see_the_example(page: Page) -> None:
    """Keep the example and go to its map."""
    _open_the_example(page)
    page.get_by_role("button", name="Accept 2 best matches").click()
    page.get_by_role("button", name="Add to my indicators").click()
    page.get_by_role("link", name="See it on the map").click()
    expect(reader.heading(page)).to_contain_text("(uploaded)")


VIEWS = (
    View("overview", "/", 1400, 1000, "light"),
    View("overview-phone-dark", "/?find=Chesterfield", 390, 1250, "dark"),
    View("rd-map", reader.RD, 1400, 1000, "light"),
    View("rd-map-dark", reader.RD, 1400, 1000, "dark"),
    View("rd-area", f"{reader.RD}?area=UKK3", 1400, 1000, "light"),
    View("rd-phone", reader.RD, 390, 1250, "light"),
    View("rd-phone-dark", f"{reader.RD}?area=UKK3", 390, 1250, "dark"),
    View("sectors", f"{reader.SECTORS}?area=E37000027", 1400, 1000, "light"),
    View("sectors-tests-dark", f"{reader.SECTORS}?view=strengths&area=E37000003", 1400, 1000, "dark"),
    View("waves", f"{reader.WAVES}?colour=status", 1400, 1000, "light"),
    View("waves-claims", f"{reader.WAVES}?view=priorities&sector=advanced-manufacturing", 1400, 1000, "light"),
    View("profile", f"{reader.PROFILE}?area=E37000015", 1400, 1000, "light"),
    View("profile-phone-dark", f"{reader.PROFILE}?area=E37000034", 390, 1250, "dark"),
    View("peers", f"{reader.PEERS}?area=E37000034", 1400, 1000, "light"),
    View("compare", f"{reader.COMPARE}?areas=E37000034,E37000018,E37000022", 1400, 1000, "light"),
    View("present", f"{reader.COMPARE}?areas=E37000034,E37000018,E37000022&view=present&slide=3", 1920, 1080, "light"),
    View("collaboration", f"{reader.COLLABORATION}?area=E37000034", 1400, 1000, "light"),
    View("target", f"{reader.TARGET}?view=leps&area=E37000027", 1400, 1000, "light"),
    View("claims", f"{reader.CLAIMS}?statement=T014", 1400, 1000, "light"),
    View("any", f"{reader.ANY}?area=E37000034", 1400, 1000, "light"),
    View("own", reader.YOURS, 1400, 1000, "light", _open_the_example),
    View("own-map", reader.YOURS, 1400, 1000, "light", _see_the_example),
    View("methods", f"{reader.METHODS}?indicator=gva", 1400, 1000, "light"),
)


def main() -> None:
    """Take every picture whose name is given, or all of them."""
    wanted = [view for view in VIEWS if not sys.argv[1:] or view.name in sys.argv[1:]]
    FOLDER.mkdir(exist_ok=True)
    with serving() as server, chromium() as browser:
        for view in wanted:
            size = _write(FOLDER / f"{view.name}.png", _take(browser, server.address, view))
            sys.stdout.write(f"{view.name}: {view.width} x {view.height}, {size / 1000:.0f} KB\n")


def _take(browser: Browser, address: str, view: View) -> bytes:
    context = browser.new_context(
        base_url=address,
        viewport={"width": view.width, "height": view.height},
        color_scheme=view.theme,
        reduced_motion="reduce",
    )
    page = context.new_page()
    page.goto(view.path)
    settled(page)
    view.act(page)
    settled(page)
    reader.charts_drawn(page)
    if reader.chart(page).is_visible():
        reader.drawn(page)
    page.get_by_test_id("stMain").evaluate("main => main.scrollTo(0, 0)")
    page.mouse.move(0, 0)
    picture = _still(page)
    context.close()
    return picture


def _still(page: Page) -> bytes:
    """The page, as soon as two pictures of it are the same."""
    last, picture = b"", page.screenshot()
    while picture != last:
        last, picture = picture, page.screenshot(animations="disabled")
    return picture


def _write(path: Path, picture: bytes) -> int:
    """Write the picture with few colours; returns its size in bytes."""
    few = (
        Image.open(io.BytesIO(picture))
        .convert("RGB")
        .quantize(COLOURS, method=Image.Quantize.MAXCOVERAGE, dither=Image.Dither.NONE)
    )
    few.save(path, optimize=True)
    return path.stat().st_size


if __name__ == "__main__":
    main()
