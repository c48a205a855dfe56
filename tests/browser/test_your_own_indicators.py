"""An analyst's own figures in a real browser: from a misspelt CSV to the map, a private link, and its end."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Dialog, Error, Page, expect

from tests.browser import reader
from tests.browser.uploading import YOURS, choose_a_place, press, stranger, upload, write
from tests.serving import Server

Visit = Callable[[str], Page]
EXAMPLE = Path(__file__).resolve().parents[2] / "static" / "examples" / "culture-jobs.csv"
"""Published jobs in culture and recreation of all 38 LEPs, seven of whose names are written otherwise."""


@pytest.fixture
def reading(browser: Browser, server: Server) -> Iterator[Page]:
    """A page of another reader."""
    with stranger(browser, server) as page:
        yield page


def test_from_a_misspelt_file_to_a_link_that_is_gone(visit: Visit, reading: Page) -> None:
    page = visit(YOURS)
    upload(page, {"name": EXAMPLE.name, "mimeType": "text/csv", "buffer": EXAMPLE.read_bytes()})
    expect(reader.heading(page)).to_have_text("36 of 38 places understood: 2 need your choice")
    choose_a_place(page, "Tess Valey", "Tees Valley")
    expect(reader.heading(page)).to_have_text("37 of 38 places understood: 1 needs your choice")
    write(page, "Title", "Creative jobs")
    write(page, "Unit", "jobs")
    page.get_by_text("Keep the 111 good figures and leave 3 out").click()
    press(page, "Add to my indicators")
    expect(reader.heading(page)).to_have_text("Creative jobs: on the map for 37 of 38 LEPs")
    page.get_by_role("link", name="See it on the map").click()
    expect(page.get_by_text("37 of 38 areas have data")).to_be_visible()
    expect(reader.heading(page)).to_contain_text("Creative jobs (uploaded)")
    page.get_by_role("link", name="Your own indicators").click()
    press(page, "Save with a private link")
    link = str(page.get_by_test_id("stCode").first.text_content())

    reading.goto(link)
    expect(reading.get_by_text("37 of 38 areas have data")).to_be_visible()
    press(page, "Delete for good")
    page.get_by_role("dialog").get_by_role("button", name="Delete it").click()
    expect(page.get_by_text("is deleted for good")).to_be_visible()
    reading.goto(link)
    expect(reading.get_by_text("A private link opens nothing any more")).to_be_visible()
    expect(reader.heading(reading)).not_to_contain_text("Creative jobs")


def test_markup_in_a_title_and_in_names_is_text(visit: Visit) -> None:
    title = "<img src=x onerror=window.hit=1><b>Firms</b>"
    page = visit(YOURS)
    table = f"LEP,Year,{title}\nTees Valley,2018,5\n<script>window.hit=1</script>,2018,3\n"
    upload(page, {"name": "<b>firms</b>.csv", "mimeType": "text/csv", "buffer": table.encode()})
    expect(page.get_by_text("“<script>window.hit=1</script>”, row 3")).to_be_visible()
    page.get_by_text("Keep the 1 good figure and leave 1 out").click()
    press(page, "Add to my indicators")
    expect(reader.heading(page)).to_contain_text(f"{title}: on the map")
    page.get_by_role("link", name="See it on the map").click()
    expect(reader.heading(page)).to_contain_text(title)
    assert page.evaluate("window.hit") is None
    assert page.locator("h1 b, h1 img").count() == 0


def test_keys_alone_paste_a_table_and_accept_a_match(visit: Visit) -> None:
    page = visit(YOURS)
    fold = page.get_by_text("Or paste a table from a spreadsheet")
    fold.locator("xpath=ancestor::summary").press("Enter")
    page.get_by_role("textbox", name="The table, with its line of column names").fill(
        "LEP\tYear\tFirms\nTess Valey\t2018\t5\nHumber\t2018\t7"
    )
    page.get_by_role("button", name="Read it").press("Enter")
    expect(reader.heading(page)).to_have_text("1 of 2 places understood: 1 needs your choice")
    page.get_by_role("button", name="It is Tees Valley").press("Enter")
    expect(reader.heading(page)).to_have_text("Both places understood: ready to describe")
    page.get_by_role("button", name="Add to my indicators").press("Enter")
    expect(reader.heading(page)).to_have_text("Firms: on the map for 2 of 38 LEPs")


def test_a_reload_asks_before_a_file_is_forgotten_and_only_then(visit: Visit) -> None:
    page = visit(YOURS)
    asked: list[str] = []

    def stay(dialog: Dialog) -> None:
        asked.append(dialog.type)
        dialog.dismiss()

    page.on("dialog", stay)
    upload(page, {"name": "firms.csv", "mimeType": "text/csv", "buffer": b"LEP,Year,Firms\nTees Valley,2018,5\n"})
    page.get_by_text("Not kept yet: a reload forgets it.").click()  # browsers ask only who did something
    with pytest.raises(Error):  # the reader stays, so the page is not loaded
        page.reload(timeout=2000)
    assert asked == ["beforeunload"]
    press(page, "Add to my indicators")
    expect(reader.heading(page)).to_have_text("Firms: on the map for 1 of 38 LEPs")
    page.reload()
    expect(reader.heading(page)).to_have_text("1 upload of yours stands on the map beside the official figures")
    assert asked == ["beforeunload"]
