"""A link restores what its sender saw, on a server that nobody has visited; a hostile one does nothing."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from urllib.parse import quote

import pytest
from playwright.sync_api import Browser, Page, expect

from pages.ui.shell.pages import PAGES
from tests.browser import reader
from tests.browser.conftest import settled
from tests.serving import Server

Visit = Callable[[str], Page]


@pytest.fixture
def first_page(browser: Browser, fresh_server: Server) -> Iterator[Page]:
    """A page of the first visitor of a server."""
    context = browser.new_context(base_url=fresh_server.address, viewport={"width": 1400, "height": 900})
    yield context.new_page()
    context.close()


def shows(page: Page, *, heading: str, period: str, pickers: dict[str, str]) -> None:
    expect(reader.heading(page)).to_contain_text(heading)
    expect(reader.period(page)).to_have_attribute("aria-valuetext", period)
    page.get_by_role("button", name="Classes and outlines").click()
    for label, choice in pickers.items():
        expect(reader.picker(page, label)).to_have_value(choice)


def test_a_link_restores_every_control_on_a_fresh_process(first_page: Page) -> None:
    first_page.goto(
        f"{reader.RD}?indicator=business_rd_gbp_m&geography=region&area=E12000002&period=2015"
        "&scheme=equal-interval&classes=4&outlines=no"
    )
    settled(first_page)
    pickers = {
        "Indicator": "Business R&D (as measured to 2018)",
        "Geography": "Regions",
        "Place": "North West",
        "Classification": "Equal intervals: classes of one width",
        "Number of classes": "4",
        "LEP outlines": "Hidden",
    }
    shows(first_page, heading="North West", period="2015", pickers=pickers)
    expect(first_page.locator(".lis-swatch.lis-class")).to_have_count(4)
    expect(reader.panel(first_page, "North West")).to_be_visible()


def test_a_link_on_a_fresh_process_has_the_menu_and_its_title(first_page: Page) -> None:
    first_page.goto(f"{reader.RD}?area=UKC1")
    settled(first_page)
    expect(first_page).to_have_title("Research and development · LIS Explorer")
    expect(first_page.get_by_test_id("stSidebarNavLink")).to_have_count(len(PAGES))
    expect(reader.heading(first_page)).to_contain_text("Tees Valley and Durham")
    first_page.get_by_role("link", name="Way to the target").click()
    expect(first_page).to_have_title("Way to the target · LIS Explorer")
    expect(first_page).to_have_url(re.compile(f"{reader.TARGET}$"))
    expect(reader.heading(first_page)).to_contain_text("GDP")


def test_a_link_restores_bounds_by_hand(visit: Visit) -> None:
    page = visit(f"{reader.RD}?area=UKK3&period=2012&scheme=by-hand&bounds=1,2")
    shows(
        page,
        heading="Cornwall and Isles of Scilly",
        period="2012",
        pickers={"Classification": "By hand: your own upper bounds", "LEP outlines": "Shown"},
    )
    expect(page.get_by_role("textbox", name="Upper bounds")).to_have_value("1,2")
    expect(page.locator(".lis-swatch.lis-class")).to_have_count(3)


MARKUP = "<img src=x onerror=alert(1)>"
HOSTILE = [
    f"area={quote(MARKUP)}",
    f"indicator={quote(MARKUP)}",
    f"period={quote('</script><script>alert(1)</script>')}",
    f"scheme=by-hand&bounds={quote(MARKUP)}",
    f"area={quote('[click](javascript:alert(1))')}",
]


@pytest.mark.parametrize("address", HOSTILE)
def test_markup_in_a_link_is_text(address: str, visit: Visit, page: Page) -> None:
    dialogs: list[str] = []
    page.on("dialog", lambda dialog: (dialogs.append(dialog.message), dialog.dismiss()))
    visit(f"{reader.RD}?{address}")
    expect(reader.heading(page)).to_be_visible()
    planted = "img[onerror], img[src=x], a[href^='javascript:'], script:text('alert(1)')"
    assert page.locator(planted).count() == 0
    assert dialogs == []


def test_a_page_opens_as_its_address_says_whatever_was_chosen_before(visit: Visit) -> None:
    page = visit(f"{reader.METHODS}?find=patent&view=glossary")
    page.get_by_role("link", name="Sector strengths").click()
    expect(reader.heading(page)).to_contain_text("The most specialised LEP")
    page.get_by_role("link", name="Methods and sources").click()
    expect(reader.heading(page)).to_contain_text("indicators from")
