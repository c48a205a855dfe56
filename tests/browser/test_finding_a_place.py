"""The overview in a browser: all of the national picture at one look, and a search that needs no mouse."""

from __future__ import annotations

import re
from collections.abc import Callable

from playwright.sync_api import Locator, Page, expect

from tests.browser import reader
from tests.browser.conftest import settled

Visit = Callable[[str], Page]
FOUND = "/?find=Chesterfield"
"""A district that was in two LEPs."""


def search(page: Page) -> Locator:
    return page.get_by_role("searchbox", name="Find my place")


def test_both_pictures_are_on_the_first_screen(visit: Visit) -> None:
    page = visit("/")
    expect(page.get_by_test_id("stVegaLiteChart").locator("svg.marks")).to_have_count(2)
    boxes = [picture.bounding_box() for picture in page.get_by_test_id("stVegaLiteChart").all()]
    assert all(box is not None and box["y"] + box["height"] <= 900 for box in boxes)


def test_a_place_is_found_and_opened_with_the_keyboard(visit: Visit) -> None:
    page = visit("/")
    search(page).press_sequentially("HotSW")
    search(page).press("Enter")
    expect(page.get_by_text("also called “HotSW”")).to_be_visible()
    expect(page).to_have_url(re.compile("find=HotSW"))
    link = page.get_by_role("link", name="Waves and progress").nth(1)
    for _ in range(20):
        page.keyboard.press("Tab")
        if link.evaluate("link => link === document.activeElement"):
            break
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"Waves_and_progress\?.*area=E37000016"))
    expect(reader.heading(page)).to_contain_text("Heart of the South West")


def test_a_link_restores_a_search(visit: Visit) -> None:
    page = visit(FOUND)
    expect(search(page)).to_have_value("Chesterfield")
    expect(page.get_by_text("Sheffield City Region (LEP, 2017–2020)")).to_be_visible()


def test_a_found_place_replaces_the_one_that_was_open_before(visit: Visit) -> None:
    page = visit(f"{reader.RD}?area=UKK3")
    page.get_by_role("link", name="Overview").click()
    settled(page)
    search(page).fill("Stevenage")
    search(page).press("Enter")
    page.get_by_role("link", name="R&D in Bedfordshire and Hertfordshire").click()
    expect(reader.heading(page)).to_contain_text("Bedfordshire and Hertfordshire")
