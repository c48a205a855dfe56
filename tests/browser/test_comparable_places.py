"""What a reader does on the page on comparable places: follow a link, change a weight, choose other peers."""

from __future__ import annotations

import re
from collections.abc import Callable

from playwright.sync_api import Page, expect

from tests.browser import reader
from tests.browser.reader import PEERS

Visit = Callable[[str], Page]


def test_a_link_restores_place_weights_and_peers(visit: Visit) -> None:
    page = visit(f"{PEERS}?area=E37000034&geography=lep-2021&weights=density:3,degrees:0&peers=3&areas=E37000019")
    expect(reader.heading(page)).to_contain_text("Tees Valley is most like")
    expect(reader.picker(page, "Geography")).to_have_value("LEPs of April 2021")
    expect(reader.picker(page, "Peers")).to_have_value("3")
    page.get_by_text("Features and weights: 6 count, changed by you").click()
    expect(page.get_by_role("spinbutton", name="Population density")).to_have_value("3.00")
    expect(page.locator(".lis-peers li")).to_have_count(1)
    expect(page.locator(".lis-peers li")).to_contain_text("Lancashire")


def test_a_weight_is_changed_by_keys_and_stands_in_the_address(visit: Visit) -> None:
    page = visit(f"{PEERS}?area=E37000034")
    page.get_by_text("Features and weights: 7 count").click()
    size = page.get_by_role("spinbutton", name="Size (population)")
    size.fill("0")
    size.press("Enter")
    expect(page).to_have_url(re.compile("weights=size(:|%3A)0"))
    expect(page.get_by_text("Features and weights: 6 count, changed by you")).to_be_visible()


def test_from_the_peers_to_those_that_do_better(visit: Visit) -> None:
    page = visit(f"{PEERS}?area=E37000005")
    reader.charts_drawn(page)
    page.get_by_role("button", name="Which do better?").click()
    expect(reader.heading(page)).to_contain_text("10 places most like Cornwall and Isles of Scilly have higher GVA")
    reader.choose(page, "Indicator", "People: Employment rate")
    expect(page).to_have_url(re.compile("indicator=employment_rate"))
    expect(reader.heading(page)).to_contain_text("employment rate")
