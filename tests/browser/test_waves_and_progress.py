"""The page on waves and progress in a real browser: links, clicks and keys, files, small screens, accessibility."""

from __future__ import annotations

import csv
import re
from collections.abc import Callable
from pathlib import Path

import openpyxl
from PIL import Image
from playwright.sync_api import Page, expect

from tests.browser import reader

Visit = Callable[[str], Page]
CUMBRIA = (-3.0, 54.6)
"""A place in it: longitude and latitude."""


def test_a_link_restores_view_filter_and_place(visit: Visit) -> None:
    page = visit(f"{reader.WAVES}?view=timeline&wave=1,2&area=E37000037")
    expect(reader.heading(page)).to_have_text(re.compile("West of England is in wave 2.*256 days early"))
    expect(page.get_by_role("radio", name="Timeline")).to_be_checked()
    expect(reader.picker(page, "Place")).to_have_value("West of England")
    expect(page).to_have_url(re.compile("view=timeline.*wave=1"))


def test_a_click_on_the_map_chooses_as_the_picker_does(visit: Visit) -> None:
    page = visit(reader.WAVES)
    reader.click(page, CUMBRIA, name="Cumbria")
    expect(reader.heading(page)).to_contain_text("Cumbria is in wave 3; it got as far as a draft (29 March 2019)")
    expect(reader.picker(page, "Place")).to_have_value("Cumbria")
    expect(page).to_have_url(re.compile("area=E37000007"))


def test_life_sciences_is_three_clicks_away(visit: Visit) -> None:
    page = visit("/")
    page.get_by_test_id("stSidebar").get_by_role("link", name="Waves and progress").click()
    page.get_by_role("radio", name="Priorities").click()
    expect(reader.heading(page)).to_contain_text("claimed most")
    reader.charts_drawn(page)
    chart = page.get_by_test_id("stVegaLiteChart")
    row = chart.get_by_text("Life sciences", exact=True).bounding_box()
    bars = chart.locator(".mark-rect path").first.bounding_box()
    assert row
    assert bars
    page.mouse.click(bars["x"] + 5, row["y"] + row["height"] / 2)
    expect(reader.heading(page)).to_contain_text("Life sciences is claimed by 4 LEPs: borne out in")
    expect(reader.picker(page, "Sector")).to_have_value("Life sciences")


def test_keys_alone_reach_a_place_and_its_documents(visit: Visit) -> None:
    page = visit(reader.WAVES)
    page.get_by_role("radio", name="One LEP").press("Enter")
    expect(reader.heading(page)).to_contain_text("Black Country is in wave 1")
    reader.choose(page, "Place", "Humber")
    expect(reader.heading(page)).to_have_text(
        "Humber is in wave 3; it got as far as priorities or a prospectus (June 2019)"
    )
    prospectus = page.get_by_role("link", name="Industrial Strategy prospectus", exact=True)
    expect(prospectus).to_have_attribute("href", re.compile("^https://docslib.org/"))


def taken(page: Page, kind: str, folder: Path) -> Path:
    with page.expect_download() as arriving:
        page.get_by_role("button", name=kind, exact=True).first.click()
    path = folder / arriving.value.suggested_filename
    arriving.value.save_as(path)
    return path


def test_the_files_are_files(visit: Visit, tmp_path: Path) -> None:
    page = visit(reader.WAVES)
    rows = list(csv.DictReader(taken(page, "CSV", tmp_path).read_text(encoding="utf-8-sig").splitlines()))
    assert len(rows) == 38
    assert {row["area_code"]: row["days_late_least"] for row in rows}["E37000015"] == "74"
    assert openpyxl.load_workbook(taken(page, "XLSX", tmp_path))["Figures"].max_row == 39
    with Image.open(taken(page, "PNG", tmp_path)) as picture:
        assert len(picture.convert("RGB").getcolors(maxcolors=2**24) or []) > 5
    assert "Wave 1, trailblazers" in taken(page, "SVG", tmp_path).read_text(encoding="utf-8")
