"""Private uploads of readers who are there at once: neither meets the other's, and a revoked link ends at once."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser import reader
from tests.browser.conftest import settled
from tests.browser.uploading import YOURS, keep, press, received, stranger
from tests.serving import Server

TABLE = "LEP,Year,{title}\nTees Valley,2018,{first}\nDorset,2018,7.5\nCumbria,2018,{last}\n"
REACH = "on the map for 3 of 38 LEPs"
HARBOURS, ORCHARDS = "Harbour berths index", "Orchard acreage share"


@pytest.fixture
def other(browser: Browser, server: Server) -> Iterator[Page]:
    """A page of another reader."""
    with stranger(browser, server) as page:
        yield page


def test_two_readers_at_once_never_meet_each_others_figures(page: Page, other: Page) -> None:
    sent, sent_to_other = received(page), received(other)
    for reading in (page, other):
        reading.goto(YOURS)
    at = keep(page, TABLE.format(title=HARBOURS, first=1.25, last=8.75), reach=REACH)
    other_at = keep(other, TABLE.format(title=ORCHARDS, first=2.25, last=9.75), reach=REACH)
    _sees_only(page, HARBOURS, not_at=other_at)
    _sees_only(other, ORCHARDS, not_at=at)
    for frames, own, foreign in ((sent, HARBOURS, ORCHARDS), (sent_to_other, ORCHARDS, HARBOURS)):
        assert any(own.encode() in frame for frame in frames)
        assert not any(foreign.encode() in frame for frame in frames)


def test_a_revoked_link_ends_at_the_next_click_of_who_is_there(visit: Callable[[str], Page], other: Page) -> None:
    page = visit(YOURS)
    keep(page, TABLE.format(title=HARBOURS, first=1.25, last=8.75), reach=REACH)
    press(page, "Save with a private link")
    link = str(page.get_by_test_id("stCode").first.text_content())
    other.goto(link)
    expect(reader.heading(other)).to_contain_text(f"{HARBOURS} (uploaded)")
    settled(other)
    press(page, "Revoke the link")
    expect(page.get_by_text("Revoked: the old link no longer works.")).to_be_visible()
    reader.choose(other, "Place", "Dorset")
    expect(other.get_by_text("its owner revoked it, or deleted the upload")).to_be_visible()
    settled(other)
    expect(other.get_by_test_id("stMain")).not_to_contain_text(HARBOURS)
    assert "upload=" not in other.url


def _sees_only(page: Page, own: str, *, not_at: str) -> None:
    """One's own series is in the list after a reload and in the pickers, and another's address does not open."""
    page.reload()
    expect(page.get_by_role("heading", name=own)).to_be_visible()
    page.goto(not_at)
    expect(page.get_by_text("The link asks for indicator")).to_be_visible()
    settled(page)
    _offers(page, "Indicator", f"{own} (uploaded)")
    page.goto("/Compare_places?foundation=own")
    press(page, "Indicators and years")
    expect(page.get_by_test_id("stMultiSelect").filter(has_text=own)).to_be_visible()
    settled(page)


def _offers(page: Page, label: str, option: str) -> None:
    reader.picker(page, label).fill("(uploaded)")
    expect(page.get_by_role("option")).to_have_text([option])
    page.keyboard.press("Escape")
