"""What is written for spreadsheets: formulas are neutralised, and every row names its source."""

from __future__ import annotations

import io
import json

import openpyxl
import pandas as pd
import pytest

from lis_data.model import OFFICIAL_STATUSES
from lis_data.spreadsheets import neutral
from pages.ui.exhibit import attribution, files
from pages.ui.exhibit.exhibit import Exhibit
from tests.pages import opening


@pytest.fixture(scope="module")
def exhibit() -> Exhibit:
    """The figures of business R&D of 2018 in the NUTS 2 regions."""
    page = opening.opened("1_Research_and_development.py", indicator="business_rd_pct_gdp", period="2018")
    return opening.exhibit(page, "map")


@pytest.mark.parametrize("cell", ["=1+1", "+1", "-1", "@x", "\tx", "\rx"])
def test_a_formula_becomes_text(cell: str) -> None:
    assert neutral(pd.DataFrame({"name": [cell]}))["name"].tolist() == [f"'{cell}"]


def test_numbers_stay_numbers() -> None:
    assert neutral(pd.DataFrame({"value": [-1.5]}))["value"].tolist() == [-1.5]


def test_every_row_of_the_csv_names_its_source_and_licence(exhibit: Exhibit) -> None:
    rows = pd.read_csv(io.BytesIO(files.csv(exhibit)))
    assert len(rows) == 33
    assert rows[["publisher", "source_table", "licence", "attribution"]].notna().all(axis=None)


def test_no_cell_of_the_workbook_is_a_formula(exhibit: Exhibit) -> None:
    book = openpyxl.load_workbook(io.BytesIO(files.xlsx(exhibit)))
    assert "f" not in {cell.data_type for sheet in book for row in sheet for cell in row}


def test_the_workbook_says_how_far_its_source_is_official(exhibit: Exhibit) -> None:
    about = files.about(exhibit)
    known = set(exhibit.sources["official_status"])
    assert known <= set(OFFICIAL_STATUSES)
    assert set(about.loc[about["item"] == "Status", "text"]) == known


def test_the_geojson_carries_every_source_and_the_licence_line(exhibit: Exhibit) -> None:
    collection = json.loads(files.geojson(exhibit))
    assert len(collection["features"]) == 33
    texts = [entry["text"] for entry in collection["about"]]
    assert attribution.OGL in texts
    assert attribution.OS in texts
