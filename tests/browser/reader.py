"""What a reader does on a page with a map: choose, point, click; each waits for its effect and never for a time."""

from __future__ import annotations

import io
import math

from PIL import Image
from playwright.sync_api import Locator, Page, expect

from tests.views import (
    ANY as ANY,
)
from tests.views import (
    CLAIMS as CLAIMS,
)
from tests.views import (
    COLLABORATION as COLLABORATION,
)
from tests.views import (
    COMPARE as COMPARE,
)
from tests.views import (
    METHODS as METHODS,
)
from tests.views import (
    PAGES as PAGES,
)
from tests.views import (
    PEERS as PEERS,
)
from tests.views import (
    PROFILE as PROFILE,
)
from tests.views import (
    RD as RD,
)
from tests.views import (
    SECTORS as SECTORS,
)
from tests.views import (
    TARGET as TARGET,
)
from tests.views import (
    VIEWS as VIEWS,
)
from tests.views import (
    WAVES as WAVES,
)
from tests.views import (
    YOURS as YOURS,
)

PATIENCE = 40_000
"""Milliseconds for the server to answer and the map to be drawn, on two busy cores without a graphics card."""
expect.set_options(timeout=PATIENCE)
_CHARTS_DRAWN = """
() => [...document.querySelectorAll('[data-testid=stVegaLiteChart]')].every(chart => chart.querySelector('svg.marks'))
"""
_TRIES = 5
_CENTRE, _ZOOM = (-1.98, 52.98), 5.05
"""The view that a map of England opens with: longitude and latitude, and zoom."""
_WORLD = 512 * 2**_ZOOM
"""Pixels round the equator at that zoom (web Mercator in deck.gl's tiles of 512)."""


def picker(page: Page, label: str) -> Locator:
    return page.get_by_role("combobox", name=label, exact=True)


def period(page: Page) -> Locator:
    return page.get_by_role("slider", name="Period")


def chart(page: Page) -> Locator:
    return page.get_by_test_id("stDeckGlJsonChart")


def heading(page: Page) -> Locator:
    return page.get_by_role("heading", level=1)


def panel(page: Page, name: str) -> Locator:
    """The heading of the panel that tells about one area."""
    return page.get_by_role("heading", name=name, exact=True)


def charts_drawn(page: Page) -> None:
    """Wait until every chart that is not a map is there."""
    page.wait_for_function(_CHARTS_DRAWN, timeout=PATIENCE, polling=50)


def open_expanders(page: Page) -> None:
    """Open whatever is folded away."""
    for summary in page.get_by_test_id("stExpander").locator("summary").all():
        summary.click()


def choose(page: Page, label: str, option: str) -> None:
    """Take an option of a picker, with the keys that a reader would use."""
    box = picker(page, label)
    box.scroll_into_view_if_needed()  # a list that is open closes when the page is scrolled
    box.fill(option)
    expect(page.get_by_role("option", name=option, exact=True)).to_be_visible()
    box.press("Enter")
    expect(box).to_have_value(option)


def point(page: Page, place: tuple[float, float], *, name: str) -> tuple[float, float]:
    """Rest the mouse on a place (longitude, latitude) until the tooltip names its area; returns where that is."""
    x, y = _on_screen(page, place)
    tooltip = page.locator(".deck-tooltip")
    for step in range(PATIENCE // 1000):
        page.mouse.move(x + step % 2, y)
        try:
            expect(tooltip).to_contain_text(name, timeout=1000)
            return x + step % 2, y
        except AssertionError:
            continue  # the shapes were not there yet: only a mouse that moves asks again
    raise AssertionError(f"The map never named {name} at {place}; it says {tooltip.text_content()!r}.")


def click(page: Page, place: tuple[float, float], *, name: str) -> None:
    """Click an area on the map until its panel is there: a slow machine takes a click for the start of a drag."""
    for _ in range(_TRIES):
        page.mouse.click(*point(page, place, name=name))
        try:
            return expect(panel(page, name)).to_be_visible(timeout=PATIENCE / _TRIES)
        except AssertionError:
            continue
    raise AssertionError(f"{_TRIES} clicks on {name} at {place} did not open its panel.")


def drawn(page: Page) -> bytes:
    """A picture of the map, as soon as every colour of the legend is on it and two pictures are the same."""
    expect(page.locator(".lis-legend")).to_be_visible()
    wanted = page.locator(".lis-swatch.lis-class").evaluate_all(
        "swatches => swatches.map(swatch => getComputedStyle(swatch).backgroundColor.match(/\\d+/g).map(Number))"
    )
    last = b""
    for _ in range(PATIENCE // 500):
        picture = chart(page).screenshot()
        if picture == last and _holds(picture, wanted):
            return picture
        last = picture
    raise AssertionError("The map was not drawn with the colours of its legend.")


def _on_screen(page: Page, place: tuple[float, float]) -> tuple[float, float]:
    chart(page).scroll_into_view_if_needed()
    box = chart(page).bounding_box()
    assert box is not None
    east = (place[0] - _CENTRE[0]) / 360 * _WORLD
    north = (_mercator(place[1]) - _mercator(_CENTRE[1])) / (2 * math.pi) * _WORLD
    return box["x"] + box["width"] / 2 + east, box["y"] + box["height"] / 2 - north


def _mercator(latitude: float) -> float:
    return math.log(math.tan(math.pi / 4 + math.radians(latitude) / 2))


def _holds(picture: bytes, colours: list[list[int]], *, pixels: int = 20) -> bool:
    image = Image.open(io.BytesIO(picture)).convert("RGB")
    seen = {colour: count for count, colour in image.getcolors(maxcolors=2**24) or []}
    return all(seen.get(tuple(colour[:3]), 0) >= pixels for colour in colours)
