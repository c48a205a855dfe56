"""What a reader does on the page on sector strengths: follow a link, click a bubble, use the keys, take files away."""

from __future__ import annotations

import csv
import re
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest
from PIL import Image
from playwright.sync_api import Page, expect

from tests.browser import reader
from tests.browser.conftest import settled

SECTORS = "/Sector_strengths"
OXFORDSHIRE = f"{SECTORS}?area=E37000027&period=2018&base=2013"
Visit = Callable[[str], Page]


def industry(page: Page, name: str) -> None:
    """Expect the panel of an industry."""
    expect(page.get_by_role("heading", level=2).filter(has_text=re.compile(f"^{name}"))).to_be_visible()


def test_a_newcomer_finds_what_a_place_is_best_at(visit: Visit) -> None:
    page = visit("/")
    page.get_by_test_id("stSidebar").get_by_role("link", name="Sector strengths").click()
    reader.choose(page, "Place", "Oxfordshire")
    expect(reader.heading(page)).to_contain_text("Oxfordshire is most specialised in")
    expect(reader.heading(page)).to_contain_text(re.compile(r"times England’s share, £\d"))


def test_a_link_restores_the_view(visit: Visit) -> None:
    page = visit(
        f"{SECTORS}?view=strengths&indicator=gva_detailed&geography=lep-2017&area=E37000003&period=2016"
        "&base=2011&least=100&least_quotient=2"
    )
    expect(reader.heading(page)).to_contain_text("manufacture of petroleum, chemicals and pharmaceuticals")
    expect(page.get_by_role("spinbutton", name="Specialised: at least × England’s share")).to_have_value("2.00")
    page.get_by_role("button", name="Years, detail, size").click()
    expect(reader.picker(page, "Period")).to_have_value("2016")
    expect(reader.picker(page, "Compared with")).to_have_value("2011")


def test_a_click_on_a_bubble_does_what_the_picker_does(visit: Visit) -> None:
    page = visit(OXFORDSHIRE)
    reader.charts_drawn(page)
    largest = "Education"  # 14% of Oxfordshire's GVA: the largest bubble is drawn first
    bubble = page.get_by_test_id("stVegaLiteChart").first.locator("g.mark-symbol path").first
    bubble.hover()
    name = page.locator("#vg-tooltip-element").locator("td.value").first.inner_text()
    bubble.click()
    industry(page, name)
    expect(reader.picker(page, "Industry")).to_have_value(name)
    reader.choose(page, "Industry", largest)
    industry(page, largest)
    expect(page).to_have_url(re.compile("industry=P"))


def test_views_are_reached_by_keys_and_keep_the_place(visit: Visit) -> None:
    page = visit(OXFORDSHIRE)
    choice = page.get_by_role("radio", name="Whole economy").or_(page.get_by_role("button", name="Whole economy"))
    choice.focus()
    choice.press("Enter")
    expect(reader.heading(page)).to_contain_text("Oxfordshire:")
    expect(page).to_have_url(re.compile("area=E37000027.*view=economy"))


def test_the_figures_fit_a_phone(phone: Page) -> None:
    phone.goto(f"{SECTORS}?view=places&areas=E37000003,E37000027,E37000023,E37000016")
    settled(phone)
    reader.charts_drawn(phone)
    chart = phone.get_by_test_id("stVegaLiteChart")
    box = chart.bounding_box()
    assert box is not None
    assert box["x"] + box["width"] <= 390
    expect(chart.get_by_text("4.26")).to_be_visible()


@pytest.mark.parametrize("view", ["specialisation", "places", "strengths", "economy"])
def test_files_arrive(visit: Visit, tmp_path: Path, view: str) -> None:
    page = visit(f"{SECTORS}?view={view}&area=E37000003")
    taken = {}
    for kind in ("CSV", "XLSX", "PNG", "SVG"):
        with page.expect_download() as arriving:
            page.get_by_role("button", name=kind, exact=True).click()
        taken[kind] = tmp_path / arriving.value.suggested_filename
        arriving.value.save_as(taken[kind])
    rows = list(csv.DictReader(taken["CSV"].read_text(encoding="utf-8-sig").splitlines()))
    assert rows
    assert all("Office for National Statistics" in row["attribution"] for row in rows)
    assert openpyxl.load_workbook(taken["XLSX"])["Figures"].max_row == len(rows) + 1
    with Image.open(taken["PNG"]) as picture:
        assert min(picture.size) > 600
    assert "Open Government Licence v3.0" in taken["SVG"].read_text(encoding="utf-8")
