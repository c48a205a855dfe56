"""Indicators joined to boundaries, as the README shows it: in DuckDB, and in geopandas."""

from __future__ import annotations

import json
import re
import subprocess
import sys
import zipfile
from pathlib import Path
from typing import Any

import geopandas as gpd
import pandas as pd
import pytest
import shapely

from geo.boundaries import read
from lis_data import package, store

pytestmark = pytest.mark.slow

README = (Path(__file__).resolve().parents[2] / "README.md").read_text(encoding="utf-8")
ITS_STORE = ".store/lis-….duckdb"
PLOT = 'shapes.plot("value")'
"""The line that needs matplotlib, which the application does without: not run."""
AFTER = """
import json
square_km = shapes.to_crs(27700).area.sum() / 1e6
drawn = [[*row, bytes(shape).hex()] for *row, shape in rows.fetchall()]
print(json.dumps({"square_km": square_km, "rows": drawn}))
"""
"""What is looked at when the README's block has run."""


@pytest.fixture(scope="module")
def output() -> dict[str, Any]:
    """The README's block run as a reader would: square_km (of all shapes) and rows (area_code, name, value,
    shape as WKB).

    In a process of its own, because one process cannot open a file with two configurations.
    """
    block = re.findall(r"holds the boundaries.*?```python\n(.*?)```", README, flags=re.DOTALL)[0]
    assert ITS_STORE in block
    lines = [line for line in block.splitlines() if not line.startswith(PLOT)]
    code = "\n".join(lines).replace(ITS_STORE, str(store.ensure().path)) + AFTER
    return json.loads(subprocess.check_output([sys.executable, "-c", code]))


def test_in_duckdb(output: dict[str, Any]) -> None:
    rows = {code: row for code, *row in output["rows"]}
    assert len(rows) == len(output["rows"]) == 33
    name, value, _ = rows["UKH1"]
    assert name == "East Anglia"
    # £236.905m per 100,000 residents over £34,547 a head, moved on by 41,735 / 40,162: %
    assert value == pytest.approx(6.60, abs=0.005)
    assert shapely.from_wkb(rows["UKK3"][2]).contains(shapely.Point(-5.05, 50.26))  # Truro is in Cornwall


def test_in_geopandas(output: dict[str, Any]) -> None:
    assert output["square_km"] == pytest.approx(130_310.5, rel=0.01)  # ONS: England in square km


def test_from_the_package(tmp_path: Path) -> None:
    made = package.ensure()
    zipfile.ZipFile(made.zip).extract("boundary.parquet", tmp_path)
    shapes = gpd.read_parquet(tmp_path / "boundary.parquet")
    figures = pd.read_parquet(made.parquet, filters=[("indicator_id", "==", "business_rd_pct_gdp")])
    joined = shapes.merge(figures[figures["period"] == "2018"], on=["geography_id", "area_code"])
    assert set(joined.loc[joined["geography_id"] == "nuts2-2016", "area_code"]) >= {"UKH1", "UKK3"}


def test_the_store_has_the_shapes_of_the_browser() -> None:
    with store.connect(store.ensure().path) as con:
        rows = con.execute(
            "select area_code, st_aswkb(geometry) from boundary where geography_id = 'lep-2017'"
        ).fetchall()
    drawn = read("lep-2017").set_index("area_code").geometry
    assert {code: shapely.from_wkb(bytes(wkb)) for code, wkb in rows} == drawn.to_dict()
