"""What a facilitator does: opens a prepared link on a fresh server, presents by keys, takes the slides away."""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect
from pptx import Presentation

from tests.browser import reader
from tests.browser.conftest import settled
from tests.browser.reader import COMPARE
from tests.serving import Server

WORKSHOPS = {
    f"{COMPARE}?areas=E37000034,E37000018,E37000022": (
        ("Tees Valley", "Humber", "Liverpool City Region"),
        "Business Environment",
        "Enterprise birth rate",
    ),
    f"{COMPARE}?areas=E37000015,E37000027,E37000042&foundation=ideas&period=2018": (
        ("Greater Manchester", "Oxfordshire", "Greater Cambridge and Greater Peterborough"),
        "Ideas",
        "Horizon 2020 grants per head",
    ),
    f"{COMPARE}?areas=E37000005,E37000007,E37000016&foundation=people&indicators=employment_rate,nvq4_plus_pct": (
        ("Cornwall and Isles of Scilly", "Cumbria", "Heart of the South West"),
        "People",
        "People with a degree-level qualification (NVQ4+)",
    ),
}
"""Three links of workshops: places, foundation, and an indicator of each."""


@pytest.fixture
def room(browser: Browser, fresh_server: Server) -> Iterator[Page]:
    """A projector's page, the first visitor of its server."""
    context = browser.new_context(base_url=fresh_server.address, viewport={"width": 1920, "height": 1080})
    yield context.new_page()
    context.close()


def test_links_of_workshops_restore_exactly_on_a_fresh_process(room: Page) -> None:
    for link, (places, foundation, indicator) in WORKSHOPS.items():
        room.goto(link)
        settled(room)
        heads = room.locator(".lis-side thead th").all_inner_texts()
        assert heads == ["Indicator", *places]
        expect(reader.picker(room, "Foundation")).to_have_value(foundation)
        expect(room.locator(".lis-side tbody th b", has_text=indicator)).to_be_visible()
        expect(reader.heading(room)).to_contain_text(foundation)


def test_a_presentation_is_large_and_turned_by_keys(page: Page, requests: list[str]) -> None:
    page.set_viewport_size({"width": 1920, "height": 1080})
    page.goto(f"{COMPARE}?areas=E37000034,E37000018,E37000022")
    settled(page)
    page.get_by_role("button", name="Present", exact=True).click()
    expect(page).to_have_url(re.compile("view=present"))
    expect(page.locator(".lis-slide")).to_be_visible()
    size = "element => parseFloat(getComputedStyle(element).fontSize)"
    assert reader.heading(page).evaluate(size) >= 48
    assert page.locator(".lis-under").evaluate(size) >= 28
    expect(page.get_by_test_id("stSidebar")).to_be_hidden()
    expect(page.get_by_test_id("stHeader")).to_be_hidden()
    page.keyboard.press("ArrowRight")
    expect(page.get_by_text("Slide 2 of 8")).to_be_visible()
    expect(reader.heading(page)).to_contain_text("Enterprises per 1,000 people")
    assert page.locator(".lis-slide img").evaluate("image => image.naturalWidth") > 1000
    assert page.evaluate("document.querySelector('[data-testid=stMain]').scrollHeight") <= 1080
    page.keyboard.press("ArrowLeft")
    expect(page.get_by_text("Slide 1 of 8")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.get_by_test_id("stSidebar")).to_be_visible()
    expect(reader.picker(page, "Foundation")).to_have_value("Business Environment")
    assert all("127.0.0.1" in address or address.startswith(("data:", "blob:")) for address in requests)


def test_notes_go_into_the_slides(visit: Callable[[str], Page]) -> None:
    page = visit(f"{COMPARE}?view=slides&slides=title,business-environment.questions")
    notes = page.get_by_role("textbox", name="Notes on Business Environment")
    notes.fill("Banks to be asked")
    notes.blur()
    settled(page)
    page.get_by_role("radio", name="Side by side").press("Enter")
    settled(page)  # both views have the notes: the first has to be gone
    expect(page.get_by_role("textbox", name="Notes on Business Environment")).to_have_value("Banks to be asked")
    page.get_by_role("radio", name="Slides and notes").press("Enter")
    files = page.get_by_role("button", name="PPTX", exact=True)
    expect(files).to_be_visible()
    settled(page)  # a file is offered anew with every run
    with page.expect_download() as arriving:
        files.click()
    made = Presentation(io.BytesIO(Path(arriving.value.path()).read_bytes()))
    assert len(made.slides) == 2
    assert "Banks to be asked" in made.slides[1].notes_slide.notes_text_frame.text
