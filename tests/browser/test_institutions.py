"""Universities on the R&D map: named under the pointer, no obstacle to a click, and loaded once."""

from __future__ import annotations

import re
from collections.abc import Callable

from playwright.sync_api import Page, expect

from tests.browser import reader
from tests.browser.conftest import settled

HARPER_ADAMS = (-2.42538, 52.78)
"""Longitude and latitude; no other university is near."""
EAST_ANGLIA = (1.0, 52.4)


def test_universities_are_named_and_loaded_once(visit: Callable[[str], Page], requests: list[str]) -> None:
    page = visit(f"{reader.RD}?institutions=he")
    reader.drawn(page)
    page.mouse.click(*reader.point(page, HARPER_ADAMS, name="Harper Adams University"))
    expect(page.locator(".deck-tooltip")).to_contain_text("Harper Adams University")
    reader.click(page, EAST_ANGLIA, name="East Anglia")
    settled(page)
    expect(page).to_have_url(re.compile(r"area=UKH1"))
    expect(page.get_by_test_id("stException")).to_have_count(0)
    assert sum("institutions-he.geojson" in address for address in requests) == 1
