"""The whole-data files: complete, the same each time, and described as CSV on the Web wants it."""

from __future__ import annotations

import csv
import io
import json
import re
import zipfile
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import geopandas as gpd
import pandas as pd
import pyarrow.parquet as pq
import pytest

from lis_data import catalogue, package, store
from lis_data.package import Package

pytestmark = pytest.mark.slow

Rows = list[dict[str, str]]
FORMULA = re.compile(r"[=+\-@\t\r\n]")
PARSERS = {"integer": int, "number": float, "date": date.fromisoformat, "boolean": {"true": 1, "false": 0}.__getitem__}
"""How a cell is read, by the datatypes of CSVW that are in use; `string` takes everything."""


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Package:
    folder = tmp_path_factory.mktemp("package")
    files = Package(folder / "all.zip", folder / "all.parquet")
    package.make(files)
    return files


@pytest.fixture(scope="module")
def archive(made: Package) -> Iterator[zipfile.ZipFile]:
    with zipfile.ZipFile(made.zip) as opened:
        yield opened


@pytest.fixture(scope="module")
def metadata(archive: zipfile.ZipFile) -> dict[str, Any]:
    return json.loads(archive.read("csv-metadata.json"))


@pytest.fixture(scope="module")
def small(archive: zipfile.ZipFile) -> dict[str, Rows]:
    """The rows of every table but the figures."""
    names = [name for name in archive.namelist() if name.endswith(".csv") and "/" not in name]
    return {name: list(csv.DictReader(io.StringIO(archive.read(name).decode()))) for name in names}


@pytest.fixture(scope="module")
def figures(made: Package) -> pd.DataFrame:
    return pd.read_parquet(made.parquet)


def tables(metadata: dict[str, Any]) -> dict[str, dict[str, Any]]:
    return {table["url"]: table["tableSchema"] for table in metadata["tables"]}


def names(schema: dict[str, Any]) -> list[str]:
    return [column["name"] for column in schema["columns"]]


def test_the_same_evidence_gives_the_same_bytes(made: Package) -> None:
    found = package.ensure()
    assert found.zip.read_bytes() == made.zip.read_bytes()
    assert found.parquet.read_bytes() == made.parquet.read_bytes()


def test_what_fails_half_way_leaves_nothing_behind(tmp_path: Path) -> None:
    def stop(*_: object) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        package.make(Package(tmp_path / "all.zip", tmp_path / "all.parquet"), progress=stop)
    assert list(tmp_path.iterdir()) == []


def test_all_figures_are_in_both(made: Package, archive: zipfile.ZipFile) -> None:
    of_csv = [name for name in archive.namelist() if name.startswith("observations/")]
    lines = sum(archive.read(name).count(b"\n") - 1 for name in of_csv)
    assert lines == pq.read_metadata(made.parquet).num_rows == store.ensure().observations
    assert len(of_csv) == len(catalogue.load().indicators)


def test_a_published_figure_is_there_with_its_names(figures: pd.DataFrame) -> None:
    # Eurostat: business R&D of Cornwall in 2018 is 0.21% of its GDP
    at = (figures["indicator_id"] == "business_rd_pct_gdp") & (figures["area_code"] == "UKK3")
    row = figures[at & (figures["period"] == "2018") & (figures["geography_id"] == "nuts2-2016")].iloc[0]
    assert row["value"] == pytest.approx(0.21, abs=0.005)
    assert row["area_name"] == "Cornwall and Isles of Scilly"
    assert row["publisher"].startswith("Eurostat")


def test_every_figure_says_how_it_was_made(figures: pd.DataFrame) -> None:
    # Eurostat gives Cheshire's business R&D in euro, and none for the region that it is a part of
    spent = figures[(figures["indicator_id"] == "business_rd_gbp_m") & (figures["period"] == "2018")]
    meanings = spent.set_index("area_code")["status_meaning"]
    assert meanings["UKD6"] == "calculated here by conversion"
    assert meanings["E12000002"] == "calculated here as a sum"
    not_published = figures["derivation"].isin(["sum", "ratio", "converted", "rate", "weighted-mean"])
    assert not (figures["status_meaning"].eq("published") & not_published).any()


def test_a_suppressed_figure_is_empty(figures: pd.DataFrame) -> None:
    hidden = figures[figures["status"].isin(["C", "M"])]
    assert len(hidden)
    assert hidden["value"].isna().all()


def test_the_metadata_is_a_table_group(metadata: dict[str, Any]) -> None:
    assert metadata["@context"] == ["http://www.w3.org/ns/csvw", {"@language": "en"}]
    assert metadata["@type"] == "TableGroup"
    assert len(metadata["dc:source"]) == len(catalogue.load().datasets)
    assert {"@id": "https://creativecommons.org/licenses/by/4.0/"} in metadata["dc:license"]


def test_every_file_is_described_and_every_description_has_its_file(
    metadata: dict[str, Any], archive: zipfile.ZipFile
) -> None:
    names = {name for name in archive.namelist() if name.endswith(".csv")}
    assert set(tables(metadata)) == names


def test_headers_are_the_columns_described(metadata: dict[str, Any], archive: zipfile.ZipFile) -> None:
    for url, schema in tables(metadata).items():
        with archive.open(url) as file:
            assert next(csv.reader([file.readline().decode()])) == names(schema), url


def test_columns_are_named_typed_and_explained(metadata: dict[str, Any]) -> None:
    for url, schema in tables(metadata).items():
        assert len(set(names(schema))) == len(names(schema)), url
        for column in schema["columns"]:
            assert re.fullmatch(r"[a-z][a-z0-9_]*", column["name"])
            assert column["datatype"] in {*PARSERS, "string"}
            assert column["dc:description"].endswith(".")


def test_keys_and_references_name_columns_that_are_there(metadata: dict[str, Any]) -> None:
    schemas = tables(metadata)
    for schema in schemas.values():
        assert set(schema["primaryKey"]) <= set(names(schema))
        for link in schema.get("foreignKeys", []):
            target = link["reference"]
            assert set(link["columnReference"]) <= set(names(schema))
            assert target["columnReference"] == schemas[target["resource"]]["primaryKey"]
            assert len(target["columnReference"]) == len(link["columnReference"])


def test_keys_name_one_row(metadata: dict[str, Any], small: dict[str, Rows]) -> None:
    for url, rows in small.items():
        key = tables(metadata)[url]["primaryKey"]
        found = [tuple(row[name] for name in key) for row in rows]
        assert len(set(found)) == len(found), url
        assert all(all(cell) for cell in found), url


def test_references_lead_to_a_row(metadata: dict[str, Any], small: dict[str, Rows]) -> None:
    for url, rows in small.items():
        for link in tables(metadata)[url].get("foreignKeys", []):
            target = link["reference"]
            there = {tuple(row[name] for name in target["columnReference"]) for row in small[target["resource"]]}
            here = {tuple(row[name] for name in link["columnReference"]) for row in rows}
            assert {key for key in here if all(key)} <= there, url


def test_figures_refer_to_rows_that_are_there(figures: pd.DataFrame, small: dict[str, Rows]) -> None:
    areas = {(row["geography_id"], row["area_code"]) for row in small["area.csv"]}
    assert set(figures[["geography_id", "area_code"]].drop_duplicates().itertuples(index=False, name=None)) <= areas
    assert set(figures["dataset_id"].unique()) <= {row["dataset_id"] for row in small["dataset.csv"]}
    key = ["indicator_id", "geography_id", "area_code", "period", "industry"]
    assert not figures.duplicated(key).any()


def test_cells_are_of_the_type_described(metadata: dict[str, Any], small: dict[str, Rows]) -> None:
    for url, rows in small.items():
        for column in tables(metadata)[url]["columns"]:
            read = PARSERS.get(column["datatype"], str)
            for row in rows:
                if row[column["name"]]:
                    read(row[column["name"]])


def test_no_text_is_taken_for_a_formula(small: dict[str, Rows], figures: pd.DataFrame) -> None:
    texts = {cell for rows in small.values() for row in rows for cell in row.values()}
    texts |= {str(code) for name in ("area_code", "period", "industry") for code in figures[name].unique()}
    numbers = re.compile(r"-\d+(\.\d+)?")
    assert [text for text in texts if FORMULA.match(text) and not numbers.fullmatch(text)] == []


def test_a_file_of_figures_names_its_sources_and_licences(metadata: dict[str, Any]) -> None:
    about = next(table for table in metadata["tables"] if table["url"] == "observations/business_rd_pct_gdp.csv")
    assert about["schema:unitText"] == "%"
    assert any("Eurostat" in source["dc:publisher"] for source in about["dc:source"])
    assert about["dc:license"]


def test_boundaries_are_geoparquet_and_every_area_but_the_united_kingdom_has_one(
    archive: zipfile.ZipFile, small: dict[str, Rows], tmp_path: Path
) -> None:
    archive.extract("boundary.parquet", tmp_path)
    shapes = gpd.read_parquet(tmp_path / "boundary.parquet")
    areas = {(row["geography_id"], row["area_code"]) for row in small["area.csv"]}
    assert set(zip(shapes["geography_id"], shapes["area_code"], strict=True)) == areas - {("country", "K02000001")}
    assert shapes.crs == "OGC:CRS84"
    region = shapes[(shapes["geography_id"] == "nuts2-2016") & (shapes["area_code"] == "UKK3")]
    assert region.to_crs(27700).area.iloc[0] / 1e6 == pytest.approx(3563, rel=0.035)  # ONS: Cornwall 3,546, Scilly 16


def test_the_readme_says_what_it_needs(archive: zipfile.ZipFile) -> None:
    text = archive.read("README.txt").decode()
    listed, figures = catalogue.load(), f"{store.ensure().observations:,} figures"
    assert f"{figures} of {len(listed.indicators)} indicators, from {len(listed.datasets)} published tables" in text
    assert "Open Government Licence v3.0" in text
