"""Each download arrives, opens in another program, and names its source and licence."""

from __future__ import annotations

import csv
import json
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path

import openpyxl
import pytest
from PIL import Image
from playwright.sync_api import BrowserContext

from tests.browser import reader
from tests.browser.conftest import newcomer, settled
from tests.serving import Server

KINDS = ("CSV", "XLSX", "GeoJSON", "PNG", "SVG")
REGIONS = 33
"""English NUTS 2 regions of 2016."""
OGL = "Open Government Licence v3.0"


@pytest.fixture(scope="module")
def files(desk: BrowserContext, server: Server, tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, Path]]:
    """All files of the page of 2018, by the name on their button."""
    page = newcomer(desk, server)
    page.goto(reader.RD)
    settled(page)
    taken = {}
    for kind in KINDS:
        with page.expect_download() as arriving:
            page.get_by_role("button", name=kind, exact=True).click()
        taken[kind] = tmp_path_factory.mktemp("files") / arriving.value.suggested_filename
        arriving.value.save_as(taken[kind])
    yield taken
    page.close()


def test_names_say_what_is_inside(files: dict[str, Path]) -> None:
    assert {path.stem for path in files.values()} == {"business_rd_new_method_pct_gdp_nuts2-2016_2024"}
    assert [path.suffix for path in files.values()] == [f".{kind.lower()}" for kind in KINDS]


def test_csv(files: dict[str, Path]) -> None:
    rows = list(csv.DictReader(files["CSV"].read_text(encoding="utf-8-sig").splitlines()))
    assert len(rows) == REGIONS
    assert all(row["publisher"] and row["source_table"] and row["licence"] for row in rows)
    assert {row["area_code"]: float(row["value"]) for row in rows}["UKG1"] == pytest.approx(5.68, abs=0.005)


def test_xlsx(files: dict[str, Path]) -> None:
    book = openpyxl.load_workbook(files["XLSX"])
    assert book["Figures"].max_row == REGIONS + 1
    assert OGL in str(list(book["About"].values))
    assert [cell for sheet in book for row in sheet for cell in row if cell.data_type == "f"] == []


def test_geojson(files: dict[str, Path]) -> None:
    collection = json.loads(files["GeoJSON"].read_text(encoding="utf-8"))
    assert len(collection["features"]) == REGIONS
    assert all(feature["properties"]["licence"] for feature in collection["features"])


def test_png(files: dict[str, Path]) -> None:
    with Image.open(files["PNG"]) as picture:
        picture.load()
        assert min(picture.size) > 600
        assert len(picture.convert("RGB").getcolors(maxcolors=2**24) or []) > 5


def test_svg(files: dict[str, Path]) -> None:
    text = " ".join("".join(ET.parse(files["SVG"]).getroot().itertext()).split())
    assert "Business R&D as % of GDP" in text
    assert OGL in text
