"""Indicators joined to boundaries, as the README shows it: in DuckDB, and in geopandas."""

from __future__ import annotations

import json
import subprocess
import sys
import zipfile
from pathlib import Path

import geopandas as gpd
import pandas as pd
import pytest
import shapely

from geo.boundaries import read
from lis_data import package, store

JOIN = """
    select area_code, area.name, value, geometry
    from observation
    join area using (geography_id, area_code)
    join boundary using (geography_id, area_code)
    where indicator_id = 'business_rd_pct_gdp' and geography_id = 'nuts2-2016' and period = '2018' and industry = '_T'
    order by value desc
"""


AS_A_READER = """
import duckdb, json, sys
with duckdb.connect(sys.argv[1], read_only=True) as con:
    print(json.dumps([[*row, bytes(shape).hex()] for *row, shape in con.sql(sys.argv[2]).fetchall()]))
"""
"""In a process of its own, because one process cannot open a file with two configurations."""


def test_in_duckdb() -> None:
    asked = [sys.executable, "-c", AS_A_READER, str(store.ensure().path), JOIN]
    rows = {code: row for code, *row in json.loads(subprocess.check_output(asked))}
    assert len(rows) == 33
    name, value, shape = rows["UKK3"]  # the shape as WKB
    assert name == "Cornwall and Isles of Scilly"
    assert value == pytest.approx(0.21, abs=0.005)  # Eurostat: % of GDP in 2018
    assert shapely.from_wkb(shape).contains(shapely.Point(-5.05, 50.26))  # Truro


def test_in_geopandas() -> None:
    with store.connect(store.ensure().path) as con:
        drawn = gpd.GeoDataFrame.from_arrow(con.sql(JOIN).to_arrow_table()).set_crs("OGC:CRS84")
    assert drawn.to_crs(27700).area.sum() / 1e6 == pytest.approx(130_310.5, rel=0.01)  # ONS: England in square km


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
