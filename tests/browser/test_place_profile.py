"""What a reader does on the place profile: follow a link, choose with the keys, take the scorecard away, print it."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import openpyxl
from playwright.sync_api import Page, expect

from lis_data import judgement
from tests.browser import reader
from tests.browser.reader import PROFILE

Visit = Callable[[str], Page]


def test_a_link_restores_the_profile(visit: Visit) -> None:
    page = visit(f"{PROFILE}?geography=lep-2021&area=E37000057")
    expect(reader.heading(page)).to_contain_text("South East Midlands: GVA per hour worked")
    expect(reader.picker(page, "Geography")).to_have_value("LEPs of April 2021")
    expect(reader.picker(page, "Place")).to_have_value("South East Midlands")


def test_a_place_is_chosen_with_the_keys(visit: Visit) -> None:
    page = visit(PROFILE)
    expect(reader.heading(page)).to_contain_text("Choose one of 38 LEPs")
    reader.choose(page, "Place", "Tees Valley")
    expect(reader.heading(page)).to_contain_text("Tees Valley: GVA per hour worked")
    expect(page).to_have_url(re.compile("area=E37000034"))


def test_the_scorecard_is_taken_away_with_its_sources(visit: Visit, tmp_path: Path) -> None:
    page = visit(f"{PROFILE}?area=E37000015")
    with page.expect_download() as taken:
        page.locator(".st-key-download-scorecard-xlsx button").click()
    taken.value.save_as(tmp_path / "scorecard.xlsx")
    book = openpyxl.load_workbook(tmp_path / "scorecard.xlsx")
    assert book["Figures"].max_row == 1 + len(judgement.scorecard())
    about = {row[0].value: row[1].value for row in book["About"].iter_rows()}
    assert about["Finding"].startswith("Greater Manchester: GVA per hour worked 6% below England’s")
    assert "Strength: among the best fifth" in about["Strengths and weaknesses"]


def test_on_paper_there_is_neither_menu_nor_picker(visit: Visit) -> None:
    page = visit(f"{PROFILE}?area=E37000015")
    reader.charts_drawn(page)
    page.emulate_media(media="print")
    expect(page.get_by_test_id("stSidebar")).to_be_hidden()
    expect(reader.picker(page, "Place")).to_be_hidden()
    expect(page.get_by_role("heading", name=re.compile("^Ideas"))).to_be_visible()
