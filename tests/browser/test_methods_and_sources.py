"""Methods and sources in a browser: a link restores it, keys are enough, and everything can be taken away."""

from __future__ import annotations

import json
import re
import zipfile
from collections.abc import Callable
from pathlib import Path

import pandas as pd
from playwright.sync_api import Page, expect

from tests.browser import reader

Visit = Callable[[str], Page]
METHODS = "/Methods_and_sources"


def test_a_link_restores_the_indicator_and_the_filters(visit: Visit) -> None:
    page = visit(f"{METHODS}?foundation=places&find=value&indicator=gva")
    expect(reader.picker(page, "Indicator")).to_have_value("Gross value added")
    expect(reader.picker(page, "Foundation")).to_have_value("Places")
    expect(page.get_by_role("textbox", name="Find")).to_have_value("value")
    expect(reader.heading(page)).to_contain_text("Places indicators")
    expect(reader.panel(page, "Gross value added")).to_be_visible()


def test_keys_are_enough_to_choose_an_indicator(visit: Visit) -> None:
    page = visit(METHODS)
    reader.choose(page, "Indicator", "Population")
    expect(reader.panel(page, "Population")).to_be_visible()
    expect(page).to_have_url(re.compile("indicator=population"))


def test_a_row_does_what_the_picker_does(visit: Visit) -> None:
    page = visit(f"{METHODS}?find=patent")
    table = page.get_by_test_id("stDataFrame").first
    expect(table.get_by_test_id("data-grid-canvas")).to_be_visible()
    box = table.bounding_box()
    assert box is not None
    page.mouse.click(box["x"] + 18, box["y"] + 52 + 35)  # the box of the second row
    expect(page).to_have_url(re.compile("indicator="))


def test_a_search_opens_on_enter_and_stands_in_the_link(visit: Visit) -> None:
    page = visit(f"{METHODS}?view=glossary")
    box = page.get_by_role("textbox", name="Find")
    box.fill("suppressed")
    box.press("Enter")
    expect(page).to_have_url(re.compile("find=suppressed"))
    expect(page.get_by_text("withholds it")).to_be_visible()


def test_the_map_opens_at_the_indicator(visit: Visit) -> None:
    page = visit(f"{METHODS}?indicator=patent_applications")
    page.get_by_role("link", name="See it on the map").click()
    expect(page).to_have_url(re.compile("Any_indicator.*indicator=patent_applications"))
    expect(reader.picker(page, "Indicator")).to_have_value("European patent applications")


def test_everything_can_be_taken_away(visit: Visit, tmp_path: Path) -> None:
    page = visit(f"{METHODS}?view=everything")
    make = page.get_by_role("button", name="Make the two files")
    ready = page.get_by_role("button", name=re.compile(r"zip · \d"))
    expect(make.or_(ready)).to_be_visible()
    if make.is_visible():
        make.click()
    expect(ready.first).to_be_visible(timeout=3 * reader.PATIENCE)  # they are made once for each state of the evidence
    archive, table = (taken(page, kind, tmp_path) for kind in ("zip", "parquet"))
    with zipfile.ZipFile(archive) as opened:
        assert len(json.loads(opened.read("csv-metadata.json"))["tables"]) > 150
    assert pd.read_parquet(table, columns=["publisher"])["publisher"].notna().all()


def taken(page: Page, kind: str, folder: Path) -> Path:
    """The file behind a button."""
    with page.expect_download() as arriving:
        page.get_by_role("button", name=re.compile(rf"{kind} · \d")).click()
    path = folder / arriving.value.suggested_filename
    arriving.value.save_as(path)
    return path


def test_a_picture_of_the_coverage_arrives(visit: Visit, tmp_path: Path) -> None:
    page = visit(f"{METHODS}?indicator=gva")
    with page.expect_download() as arriving:
        page.get_by_role("button", name="SVG", exact=True).click()
    arriving.value.save_as(tmp_path / "picture.svg")
    text = (tmp_path / "picture.svg").read_text(encoding="utf-8")
    assert arriving.value.suggested_filename == "gva_coverage.svg"
    assert "LEPs of April 2017" in text
    assert "Open Government Licence v3.0" in " ".join(re.sub("<[^>]+>", " ", text).split())
