"""Shapes for a small picture: some kilobytes of kilometres on the British grid, to be drawn without a projection."""

import itertools
import json
from collections.abc import Iterable, Iterator
from typing import Any

import geopandas as gpd
import shapely

from geo.boundaries import BRITISH_GRID, read
from geo.hatch import hatch

_STEP_KM = 2.5
_SMALLEST_KM2 = 40.0


def sketch(geography_id: str) -> list[dict[str, Any]]:
    """The areas as GeoJSON features with only an `area_code`, in the order of `read`.

    Coordinates are whole kilometres east and north. Borders are simplified to 2.5 km, and islands of less than 40 km²
    left out unless an area has nothing larger.
    """
    shapes = read(geography_id).to_crs(BRITISH_GRID)
    kilometres = shapely.transform(shapes.geometry.to_numpy(), lambda metres: metres / 1000)
    return [
        {"type": "Feature", "properties": {"area_code": code}, "geometry": _drawn(shape)}
        for code, shape in zip(shapes["area_code"], kilometres, strict=True)
    ]


def svg_paths(geography_id: str, *, centre: tuple[int, int], coarse: float = 0.0) -> dict[str, str]:
    """The same shapes by area code as SVG paths in kilometres from a `centre` (kilometres east and north; south is
    positive), simplified to `coarse` kilometres: under half the letters, for a mark that has a path as its shape.
    """
    return {
        code: "".join(f"{_steps(ring.coords[:-1], centre)}Z" for ring in _rings(shape.simplify(coarse)))
        for code, shape in _shapes(geography_id).items()
    }


def svg_hatching(geography_id: str, *, centre: tuple[int, int], spacing_km: float) -> dict[str, str]:
    """By area code the lines across it that show that it has no figure, as SVG paths of the same kind."""
    in_metres = gpd.GeoSeries(_shapes(geography_id)).affine_transform([1000, 0, 0, 1000, 0, 0])
    lines = hatch(in_metres, spacing_km=spacing_km).affine_transform([0.001, 0, 0, 0.001, 0, 0])
    return {code: "".join(_steps(line.coords, centre) for line in lines[code].geoms) for code in lines.index}


def _shapes(geography_id: str) -> dict[str, shapely.Geometry]:
    return {item["properties"]["area_code"]: shapely.geometry.shape(item["geometry"]) for item in sketch(geography_id)}


def _rings(shape: shapely.Geometry) -> Iterator[shapely.LinearRing]:
    for part in shapely.get_parts(shape):
        yield from (part.exterior, *part.interiors)


def _steps(coordinates: Iterable[tuple[float, float]], centre: tuple[int, int]) -> str:
    """Steps from point to point take half the letters of the points themselves, and a minus parts two numbers."""
    points = [(round(east - centre[0]), round(centre[1] - north)) for east, north in coordinates]
    steps = " ".join(f"{x - x0} {y - y0}" for (x0, y0), (x, y) in itertools.pairwise(points))
    return f"M{points[0][0]} {points[0][1]}l{steps}".replace(" -", "-")


def _drawn(shape: shapely.Geometry) -> dict[str, Any]:
    parts = shapely.get_parts(shape)
    areas = shapely.area(parts)
    large = parts[areas >= min(_SMALLEST_KM2, areas.max())]
    simple = shapely.multipolygons(shapely.simplify(large, _STEP_KM))
    geometry: dict[str, Any] = json.loads(shapely.to_geojson(shapely.set_precision(simple, 1, mode="pointwise")))
    geometry["coordinates"] = [[[list(map(int, p)) for p in ring] for ring in part] for part in geometry["coordinates"]]
    return geometry
