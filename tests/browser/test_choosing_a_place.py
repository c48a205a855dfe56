"""A place is chosen by a click on the map or from the picker, with the same effect: panel, title and address."""

from __future__ import annotations

import re
from collections.abc import Callable

from playwright.sync_api import Page, expect

from tests.browser import reader

Visit = Callable[[str], Page]

EAST_ANGLIA, CUMBRIA = (1.0, 52.4), (-3.0, 54.6)
"""Longitude and latitude of Thetford Forest, and of Helvellyn."""


def is_chosen(page: Page, *, name: str, code: str) -> None:
    expect(reader.panel(page, name)).to_be_visible()
    expect(reader.picker(page, "Place")).to_have_value(name)
    expect(reader.heading(page)).to_contain_text(f"{name}:")
    expect(page).to_have_url(re.compile(rf"\barea={code}\b"))


def test_a_click_on_the_map_chooses_and_the_picker_clears(visit: Visit) -> None:
    page = visit(reader.RD)
    reader.click(page, EAST_ANGLIA, name="East Anglia")
    is_chosen(page, name="East Anglia", code="UKH1")
    reader.click(page, CUMBRIA, name="Cumbria")
    is_chosen(page, name="Cumbria", code="UKD1")
    expect(reader.panel(page, "East Anglia")).to_have_count(0)
    reader.choose(page, "Place", "All places")
    expect(reader.panel(page, "Cumbria")).to_have_count(0)
    expect(page).not_to_have_url(re.compile("area="))


def test_the_keyboard_alone_chooses(visit: Visit) -> None:
    page = visit(reader.RD)
    expect(reader.picker(page, "Place")).to_be_enabled()  # pickers cannot be reached before they are drawn
    for _ in range(40):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.getAttribute('aria-label')") == "Place":
            break
    page.keyboard.type("Cumbria")
    expect(page.get_by_role("option", name="Cumbria")).to_be_visible()
    page.keyboard.press("Enter")
    is_chosen(page, name="Cumbria", code="UKD1")
