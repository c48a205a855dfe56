"""On a phone nothing is cut off at the side, and everything can be used."""

from __future__ import annotations

import re

from playwright.sync_api import Locator, Page, expect

from tests.browser import reader
from tests.browser.conftest import settled

WIDTH = 390


def edges(item: Locator) -> tuple[float, float, float, float]:
    """Left, top, right, bottom in pixels."""
    box = item.bounding_box()
    assert box is not None
    return box["x"], box["y"], box["x"] + box["width"], box["y"] + box["height"]


def opened(phone: Page, path: str) -> Page:
    phone.goto(path)
    settled(phone)
    return phone


def test_title_map_and_legend_stand_in_order(phone: Page) -> None:
    reader.drawn(opened(phone, f"{reader.RD}?area=UKK3"))
    legend = edges(phone.locator(".lis-legend"))
    title, chart = edges(reader.heading(phone)), edges(reader.chart(phone))
    assert all(left >= 0 and right <= WIDTH for left, _, right, _ in (title, chart, legend))
    assert title[3] <= chart[1]
    assert 0 <= legend[1] - chart[3] < 60, "the legend is right under the map"


def test_controls_can_be_used(phone: Page) -> None:
    opened(phone, f"{reader.RD}?area=UKK3&measured=to-2018")
    reader.period(phone).press("ArrowLeft")
    expect(reader.period(phone)).to_have_attribute("aria-valuetext", "2017")
    phone.get_by_role("button", name="Classes and outlines").tap()
    left, _, right, _ = edges(phone.get_by_test_id("stPopoverBody"))
    assert left >= 0
    assert right <= WIDTH
    reader.choose(phone, "Classification", "Quantiles: as many areas in each class")
    expect(phone).to_have_url(re.compile(r"period=2017.*scheme=quantiles"))
