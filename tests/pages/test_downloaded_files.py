"""What is written for spreadsheets: formulas are neutralised, and every row names its source."""

from __future__ import annotations

import io
import json

import openpyxl
import pandas as pd
import pytest

from lis_data.model import OFFICIAL_STATUSES
from pages.ui.exhibit import extracts


@pytest.fixture(scope="module")
def extract() -> extracts.Extract:
    return extracts.of_figures("business_rd_pct_gdp", "nuts2-2016", "2018", finding="A finding", subtitle="A subtitle")


@pytest.mark.parametrize("cell", ["=1+1", "+1", "-1", "@x", "\tx", "\rx"])
def test_a_formula_becomes_text(cell: str) -> None:
    assert extracts.neutral(pd.DataFrame({"name": [cell]}))["name"].tolist() == [f"'{cell}"]


def test_numbers_stay_numbers() -> None:
    assert extracts.neutral(pd.DataFrame({"value": [-1.5]}))["value"].tolist() == [-1.5]


def test_every_row_of_the_csv_names_its_source_and_licence(extract: extracts.Extract) -> None:
    rows = pd.read_csv(io.BytesIO(extracts.csv(extract)))
    assert len(rows) == 33
    assert rows[["publisher", "source_table", "licence", "attribution"]].notna().all(axis=None)


def test_no_cell_of_the_workbook_is_a_formula(extract: extracts.Extract) -> None:
    book = openpyxl.load_workbook(io.BytesIO(extracts.xlsx(extract)))
    assert "f" not in {cell.data_type for sheet in book for row in sheet for cell in row}


def test_the_workbook_says_how_far_its_source_is_official(extract: extracts.Extract) -> None:
    about = extracts.about(extract)
    held = set(extract.sources["official_status"])
    assert held <= set(OFFICIAL_STATUSES)
    assert set(about.loc[about["item"] == "Status", "text"]) == held


def test_the_geojson_carries_every_source_and_the_licence_line(extract: extracts.Extract) -> None:
    collection = json.loads(extracts.geojson(extract, "nuts2-2016"))
    assert len(collection["features"]) == 33
    texts = [entry["text"] for entry in collection["about"]]
    assert extracts.OGL in texts
    assert extracts.OS in texts
