"""Shapes of the areas, read from the one committed topology, and the files the browser draws from.

A feature's `i` is its place, from 0, among the codes of its geography in order: colours travel to the browser
as one character per feature in that order (see geo.choropleth), and the shapes themselves only once.
"""

import json
from functools import cache
from pathlib import Path

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely

from geo.areas import GEOGRAPHIES, UnknownGeographyError, areas
from geo.hatch import hatch
from geo.tables import DATA, table
from geo.topology import Topology, decode, subset

ATTRIBUTION = (
    "Source: Office for National Statistics licensed under the Open Government Licence v.3.0. "
    "Contains OS data © Crown copyright and database right."
)
"""To be shown wherever the shapes are."""

BRITISH_GRID = 27700
_LABEL_PRECISION = 200.0
_HATCH_KM = {"lad": 3.0, "utla": 3.0}
_HATCH_KM_OTHERS = 6.0


def read(geography_id: str) -> gpd.GeoDataFrame:
    """One row per area that has a shape, by code: area_code, name, geometry (longitude and latitude).

    The United Kingdom has none. Raises UnknownGeographyError.
    """
    return _read(geography_id).copy()


def geojson(geography_id: str) -> str:
    """A GeoJSON (RFC 7946) collection of the areas, by code, with area_code and name, to five decimals."""
    shapes = read(geography_id)
    return _collection(shapes.geometry, shapes[["area_code", "name"]])


def cities() -> pd.DataFrame:
    """The main cities to name quietly on a map: name, lon, lat, min_zoom (write it from this zoom on)."""
    return table("cities").astype({"lon": float, "lat": float, "min_zoom": int})


def write_static(folder: Path) -> None:
    """Write for every geography what the browser loads by address; the same topology gives the same bytes.

    `<geography>.geojson`: area_code, name, i, lon and lat of a label. `<geography>.hatch.geojson`: diagonal
    lines for areas without data, with area_code and i. `<geography>.topojson`: area_code, name and i, rings
    clockwise outside as D3 and Vega expect, in an object called by the geography's id.
    """
    folder.mkdir(parents=True, exist_ok=True)
    for geography_id in GEOGRAPHIES:
        for suffix, text in _static_texts(geography_id).items():
            (folder / f"{geography_id}.{suffix}").write_text(text, encoding="utf-8")


def _static_texts(geography_id: str) -> dict[str, str]:
    shapes = read(geography_id)
    shapes["i"] = range(len(shapes))
    metres = shapes.geometry.to_crs(BRITISH_GRID)
    named = shapes[["area_code", "name", "i"]]
    spacing = _HATCH_KM.get(GEOGRAPHIES[geography_id].level, _HATCH_KM_OTHERS)
    lines = hatch(metres, spacing_km=spacing).to_crs(4326)
    topology = subset(_topology(), geography_id, named.set_index("area_code", drop=False).to_dict("index"))
    return {
        "geojson": _collection(shapes.geometry, named.join(_labels(metres))),
        "hatch.geojson": _collection(lines, shapes[["area_code", "i"]]),
        "topojson": _compact(topology),
    }


def _compact(value: object) -> str:
    return json.dumps(value, separators=(",", ":"), ensure_ascii=False)


@cache
def _topology() -> Topology:
    return json.loads((DATA / "topology.json").read_text(encoding="utf-8"))


@cache
def _read(geography_id: str) -> gpd.GeoDataFrame:
    if geography_id not in GEOGRAPHIES:
        raise UnknownGeographyError(geography_id)
    shapes = decode(_topology(), geography_id)
    named = areas(geography_id).set_index("area_code").loc[sorted(shapes), "name"].reset_index()
    return gpd.GeoDataFrame(named, geometry=list(shapes.values()), crs="EPSG:4326")


def _labels(metres: gpd.GeoSeries) -> pd.DataFrame:
    """Where to write each area's name: lon, lat of the place farthest from the edges of its largest part."""
    parts = metres.explode()
    largest = parts.loc[parts.area.groupby(level=0).transform("max") == parts.area]
    radii = shapely.maximum_inscribed_circle(largest.to_numpy(), tolerance=_LABEL_PRECISION)
    points = gpd.GeoSeries(shapely.get_point(radii, 0), index=largest.index, crs=metres.crs).to_crs(4326)
    return pd.DataFrame({"lon": points.x.round(5), "lat": points.y.round(5)})


def _collection(shapes: gpd.GeoSeries, properties: pd.DataFrame) -> str:
    """A compact FeatureCollection; coordinates go to five decimals, outer rings counter-clockwise."""
    rounded = shapely.transform(shapes.to_numpy(), lambda xy: np.round(xy, 5))
    geometries = shapely.to_geojson(shapely.orient_polygons(rounded))
    features = [
        f'{{"type":"Feature","properties":{_compact(row)},"geometry":{shape}}}'
        for row, shape in zip(properties.to_dict("records"), geometries, strict=True)
    ]
    return '{"type":"FeatureCollection","features":[\n' + ",\n".join(features) + "\n]}\n"
