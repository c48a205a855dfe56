"""The rows of institutions.csv: universities, further education colleges and university technical colleges."""

from pathlib import Path

import geopandas as gpd
import pandas as pd

from geo.build.lsoas import english_lsoas
from geo.build.shapes import BRITISH_GRID

FILE = "2026-12/dfe_gias_he_fe_utc_points_2025.csv"
_KINDS = {"higher education": "he", "further education": "fe", "university technical college": "utc"}


def institutions(source: Path) -> pd.DataFrame:
    """One row per institution: urn, name, kind (he, fe or utc), lon, lat, area_code (district of 2017).

    The district is that of the small area (LSOA of 2011) in which the point lies, or of the nearest one: the authority
    that the register gives with an address is at times another, and is left out.
    """
    rows = pd.read_csv(source / FILE, dtype=str)
    points = gpd.GeoDataFrame(
        {
            "urn": rows["urn"].str.removesuffix(".0"),
            "name": rows["name"],
            "kind": rows["kind"].map(_KINDS),
            "lon": rows["longitude"],
            "lat": rows["latitude"],
        },
        geometry=gpd.points_from_xy(rows["longitude"].astype(float), rows["latitude"].astype(float), crs=4326),
    ).to_crs(BRITISH_GRID)
    around = english_lsoas()[["district_name", "geometry"]].to_crs(BRITISH_GRID)
    found = points.sjoin_nearest(around).drop_duplicates("urn").sort_values(["name", "urn"], ignore_index=True)
    codes = pd.read_csv(source / "lad_code_changes_2011_2021.csv", dtype=str)
    found["area_code"] = found["district_name"].map(codes.set_index("lsoa11_prefix_name")["lad17_code"])
    return pd.DataFrame(found[["urn", "name", "kind", "lon", "lat", "area_code"]])
