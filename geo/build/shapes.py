"""Shapes of every area: small areas to districts, districts simplified together, districts to everything
else. A district that ONS divides between two LEPs is made of its pieces.
"""

from pathlib import Path

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely
from shapely.geometry.base import BaseGeometry

from geo.areas import DISTRICTS, GEOGRAPHIES
from geo.build.divided import pieces
from geo.build.lsoas import english_lsoas
from geo.contiguity import pieces_inside
from geo.topology import PER_DEGREE

BRITISH_GRID = 27700
TOLERANCE = 100.0
"""Metres, as `shapely.coverage_simplify` means it: the root of the area of the triangles it may cut off."""
SNAPPING, GAP = 1.0, 50.0
"""Metres: corners of small areas closer than the first are one; slits narrower than the second are closed."""
ISLET_KM2, ISLET_SHARE = 0.1, 0.001
"""Islets smaller than both, in square kilometres and as a share of their district, are left out."""


def exact_pieces(source: Path) -> gpd.GeoSeries:
    """Unsimplified districts of 2017 by code, and the pieces of divided ones, in metres on the British grid, with no
    gap or overlap between them.
    """
    codes = pd.read_csv(source / "lad_code_changes_2011_2021.csv", dtype=str)
    by_name = codes.set_index("lsoa11_prefix_name")["lad17_code"]
    lsoas = english_lsoas()
    joined = lsoas.dissolve(pieces(lsoas, by_name, source)).to_crs(BRITISH_GRID).geometry
    clean = shapely.coverage_clean(joined.to_numpy(), snapping_distance=SNAPPING, gap_width=GAP)
    return gpd.GeoSeries(clean, index=joined.index, crs=BRITISH_GRID)


def simple_pieces(exact: gpd.GeoSeries) -> gpd.GeoSeries:
    """The pieces simplified so that neighbours still share their border, on the integer grid of
    degrees.
    """
    simple = [_without_islets(shape) for shape in shapely.coverage_simplify(exact.to_numpy(), TOLERANCE)]
    degrees = gpd.GeoSeries(simple, index=exact.index, crs=BRITISH_GRID).to_crs(4326)
    return gpd.GeoSeries(shapely.transform(degrees.to_numpy(), lambda xy: np.round(xy * PER_DEGREE)), index=exact.index)


def _without_islets(shape: BaseGeometry) -> BaseGeometry:
    parts = shapely.get_parts(shape)
    sizes = shapely.area(parts) / 1e6
    keep = (sizes >= ISLET_KM2) | (sizes >= ISLET_SHARE * sizes.sum())
    return shapely.multipolygons(parts[keep])


def layers(shapes: gpd.GeoSeries, members: pd.DataFrame, districts: pd.DataFrame) -> dict[str, dict[str, BaseGeometry]]:
    """Geography -> area code -> union of the pieces of districts of 2017 that lie in the area."""
    codes = pd.DataFrame({"member_code": districts["lad-2017"], "coverage": "whole"})
    listed = [codes.assign(geography_id=vintage, area_code=districts[vintage]) for vintage in DISTRICTS]
    inside = pieces_inside(pd.concat([members.query("member_geography_id == 'lad-2017'"), *listed]), shapes.index)
    found: dict[str, dict[str, BaseGeometry]] = {geography_id: {} for geography_id in GEOGRAPHIES}
    for (geography_id, area_code), group in inside.groupby(["geography_id", "area_code"]):
        found[str(geography_id)][str(area_code)] = shapely.coverage_union_all(shapes.loc[group["piece"]].to_numpy())
    return found
