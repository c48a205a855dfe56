"""What a reader does on the way to the target: follow a link, click a row, use the keys."""

from __future__ import annotations

import re
from collections.abc import Callable

from playwright.sync_api import Page, expect

from tests.browser import reader
from tests.browser.reader import TARGET

Visit = Callable[[str], Page]


def test_a_link_restores_the_view(visit: Visit) -> None:
    page = visit(f"{TARGET}?target=business&rule=converge&year=2030&area=UKC1")
    expect(reader.heading(page)).to_contain_text("Tees Valley and Durham would spend")
    expect(page.get_by_text("1.67% of GDP by 2030, if lagging regions catch up")).to_be_visible()
    expect(reader.picker(page, "Place")).to_have_value("Tees Valley and Durham")
    expect(reader.picker(page, "Who does more")).to_have_value("Lagging regions catch up")


def test_a_click_on_a_row_does_what_the_picker_does(visit: Visit) -> None:
    page = visit(TARGET)
    reader.charts_drawn(page)
    chart = page.get_by_test_id("stVegaLiteChart").first
    chart.get_by_text("Merseyside", exact=True).scroll_into_view_if_needed()
    name, picture = chart.get_by_text("Merseyside", exact=True).bounding_box(), chart.bounding_box()
    assert name is not None
    assert picture is not None
    page.mouse.click(picture["x"] + 0.7 * picture["width"], name["y"] + name["height"] / 2)
    expect(reader.heading(page)).to_contain_text("Merseyside would spend")
    expect(page).to_have_url(re.compile("area=UKD7"))
    reader.choose(page, "Place", "Kent")
    expect(reader.heading(page)).to_contain_text("Kent would spend")


def test_the_leps_are_reached_by_keys(visit: Visit) -> None:
    page = visit(TARGET)
    choice = page.get_by_role("radio", name="LEPs, modelled").or_(page.get_by_role("button", name="LEPs, modelled"))
    choice.focus()
    choice.press("Enter")
    expect(reader.heading(page)).to_contain_text("known for 9 of 38 LEPs")
    expect(reader.picker(page, "Place")).to_have_count(1)  # the other view's is gone
    reader.choose(page, "Place", "Oxfordshire")
    expect(page).to_have_url(re.compile("area=E37000027"))
