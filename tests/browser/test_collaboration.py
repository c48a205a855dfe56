"""What a reader does on the page on collaboration: follow a link, click a LEP on the map of links, use the keys."""

from __future__ import annotations

import re
from collections.abc import Callable

from playwright.sync_api import Page, expect

from tests.browser import reader
from tests.browser.reader import COLLABORATION

Visit = Callable[[str], Page]


def test_a_link_restores_the_view(visit: Visit) -> None:
    page = visit(f"{COLLABORATION}?area=E37000003&period=2018&least_quotient=2&least=100")
    expect(reader.heading(page)).to_contain_text("Cheshire and Warrington has most reasons to work with")
    expect(reader.picker(page, "Place")).to_have_value("Cheshire and Warrington")
    page.get_by_role("button", name="Year and what counts as strong").click()
    expect(reader.picker(page, "Period")).to_have_value("2018")
    expect(page.get_by_role("spinbutton", name="Strong: at least × England’s share")).to_have_value("2.00")


def test_a_click_on_the_map_does_what_the_picker_does(visit: Visit) -> None:
    page = visit(COLLABORATION)
    reader.charts_drawn(page)
    shapes = page.get_by_test_id("stVegaLiteChart").nth(1).locator("g.mark-symbol path")
    cornwall = shapes.nth(4)  # shapes stand in the order of their codes, Cornwall's is the fifth
    box = cornwall.bounding_box()
    assert box is not None
    cornwall.click(position={"x": box["width"] * 0.75, "y": box["height"] * 0.3})
    expect(reader.heading(page)).to_contain_text("Cornwall and Isles of Scilly has most reasons")
    expect(reader.picker(page, "Place")).to_have_value("Cornwall and Isles of Scilly")
    expect(page).to_have_url(re.compile("area=E37000005"))


def test_views_and_indicators_are_reached_by_keys(visit: Visit) -> None:
    page = visit(COLLABORATION)
    choice = page.get_by_role("radio", name="Clusters on the map").or_(
        page.get_by_role("button", name="Clusters on the map")
    )
    choice.focus()
    choice.press("Enter")
    expect(reader.heading(page)).to_contain_text("GVA per hour worked: like lies next to like")
    reader.choose(page, "Indicator", "Business R&D as % of GDP")
    expect(reader.heading(page)).to_contain_text("Business R&D as % of GDP")
    expect(page).to_have_url(re.compile("view=clusters"))
