"""The boundaries as one GeoParquet file: what DuckDB, geopandas, R and QGIS read as shapes with their areas' codes."""

from __future__ import annotations

import io

import geopandas as gpd

from lis_data import queries

PATH = "boundary.parquet"


def geoparquet() -> bytes:
    """Every area that has a shape: geography_id, area_code, area_name, geometry (WGS 84, longitude first)."""
    rows = queries.shapes().to_pandas()
    shapes = gpd.GeoSeries.from_wkb(rows.pop("geometry"), crs="OGC:CRS84")
    target = io.BytesIO()
    gpd.GeoDataFrame(rows, geometry=shapes).to_parquet(target, index=False, compression="zstd")
    return target.getvalue()
