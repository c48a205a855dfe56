"""The page on claims in a real browser: a link restores, a dot and the keys open a claim."""

from __future__ import annotations

import re
from collections.abc import Callable

from playwright.sync_api import Page, expect

from tests.browser import reader
from tests.browser.reader import CLAIMS

Visit = Callable[[str], Page]


def test_a_link_restores_view_and_filters(visit: Visit) -> None:
    page = visit(f"{CLAIMS}?view=aims&area=E37000009")
    expect(reader.heading(page)).to_contain_text("Of 6 aims 3 can be followed")
    expect(page.get_by_role("radio", name="Aims followed")).to_be_checked()
    expect(reader.picker(page, "Place")).to_have_value("Dorset")


def test_keys_open_a_claim_and_lead_back(visit: Visit) -> None:
    page = visit(CLAIMS)
    box = reader.picker(page, "Stated figure")
    box.fill("T014")
    expect(page.get_by_role("option", name=re.compile("^T014"))).to_be_visible()
    box.press("Enter")
    expect(reader.heading(page)).to_contain_text("Manufacturing is 23% of the economy")
    expect(page).to_have_url(re.compile("statement=T014"))
    page.get_by_role("button", name="All stated figures").press("Enter")
    expect(reader.heading(page)).to_contain_text(re.compile(r"Of \d+ figures tested"))


def test_a_click_on_a_dot_opens_its_claim(visit: Visit) -> None:
    page = visit(f"{CLAIMS}?area=E37000034")  # Tees Valley: one claim that can be tested
    expect(reader.heading(page)).to_contain_text("The one figure tested comes close")
    reader.charts_drawn(page)
    page.get_by_test_id("stVegaLiteChart").locator(".mark-symbol path").first.click()
    expect(reader.heading(page)).to_contain_text("The economy of Tees Valley is worth £13.1bn")
