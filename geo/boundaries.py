"""Shapes of the areas, read from the one committed topology, and the files that the browser draws from.

A feature's `i` is its position, from 0, among the codes of its geography in order: colours travel to the browser as
one character per feature in that order (see geo.choropleth), and the shapes themselves only once.
"""

import json
from functools import cache
from pathlib import Path

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely

from geo.areas import GEOGRAPHIES, UnknownGeographyError, areas
from geo.tables import DATA, table
from geo.topology import Topology, borders, decode, subset

BRITISH_GRID = 27700
_LINE_TOLERANCE, _OUTLINE_TOLERANCE = 0.002, 0.02


def read(geography_id: str) -> gpd.GeoDataFrame:
    """One row per area that has a shape, by code: area_code, name, geometry (longitude and latitude).

    The United Kingdom has none. Raises UnknownGeographyError.
    """
    return _read(geography_id).copy()


def geojson(geography_id: str) -> str:
    """A GeoJSON (RFC 7946) collection of the areas, by code, with area_code and name, to five decimals."""
    shapes = read(geography_id)
    return _collection(shapes.geometry, shapes[["area_code", "name"]])


def topojson(geography_id: str) -> str:
    """The areas as TopoJSON with area_code and name, borders stored once; for D3 and Vega, rings clockwise."""
    named = read(geography_id)[["area_code", "name"]].set_index("area_code", drop=False)
    return _compact(subset(_topology(), geography_id, named.to_dict("index")))


def outline(geography_id: str, area_code: str) -> list[list[list[float]]]:
    """The outer rings ([longitude, latitude] points) of one area, light enough to travel with every choice: to about
    2 km, without islands of less than a fiftieth of it. Raises KeyError.
    """
    shape = read(geography_id).set_index("area_code").geometry[area_code].simplify(_OUTLINE_TOLERANCE)
    parts = [part for part in shapely.get_parts(shape) if part.area >= shape.area / 50]
    return [[[round(lon, 2), round(lat, 2)] for lon, lat in part.exterior.coords] for part in parts]


def cities() -> pd.DataFrame:
    """The main cities to name quietly on a map: name, lon, lat, min_zoom (write it from this zoom on)."""
    return table("cities").astype({"lon": float, "lat": float, "min_zoom": int})


def write_static(folder: Path) -> None:
    """Write for every geography what the browser loads by address; the same topology gives the same bytes.

    `<geography>.geojson` has the areas with area_code, name and i; `<geography>.lines.geojson` has every border
    between two of them once, simplified to about 150 m because lines are what takes a browser time; the coast is
    in `country.lines.geojson` alone.
    """
    folder.mkdir(parents=True, exist_ok=True)
    for geography_id in GEOGRAPHIES:
        shapes = read(geography_id)
        named = shapes[["area_code", "name"]].assign(i=range(len(shapes)))
        (folder / f"{geography_id}.geojson").write_text(_collection(shapes.geometry, named), encoding="utf-8")
        without = None if geography_id == "country" else "country"
        lines = gpd.GeoSeries([borders(_topology(), geography_id, without=without)]).simplify(_LINE_TOLERANCE)
        (folder / f"{geography_id}.lines.geojson").write_text(_collection(lines, pd.DataFrame(index=[0])))


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


def _compact(item: object) -> str:
    return json.dumps(item, separators=(",", ":"), ensure_ascii=False)


def _collection(shapes: gpd.GeoSeries, properties: pd.DataFrame) -> str:
    """A compact FeatureCollection; coordinates go to five decimals, outer rings counter-clockwise."""
    rounded = shapely.transform(shapes.to_numpy(), lambda xy: np.round(xy, 5))
    geometries = shapely.to_geojson(shapely.orient_polygons(rounded))
    features = [
        f'{{"type":"Feature","properties":{_compact(row)},"geometry":{shape}}}'
        for row, shape in zip(properties.to_dict("records"), geometries, strict=True)
    ]
    return '{"type":"FeatureCollection","features":[\n' + ",\n".join(features) + "\n]}\n"
