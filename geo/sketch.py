"""Shapes for a small picture: some kilobytes of kilometres on the British grid, to be drawn without a projection."""

import itertools
import json
from typing import Any

import shapely

from geo.boundaries import BRITISH_GRID, read

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


def svg_paths(geography_id: str, *, centre: tuple[int, int]) -> dict[str, str]:
    """The same shapes by area code as SVG paths in kilometres from a `centre` (kilometres east and north; south is
    positive): under half the letters, for a mark that has a path as its shape.
    """
    return {
        feature["properties"]["area_code"]: "".join(
            _path(ring, centre) for part in feature["geometry"]["coordinates"] for ring in part
        )
        for feature in sketch(geography_id)
    }


def _path(ring: list[list[int]], centre: tuple[int, int]) -> str:
    """Steps from point to point take half the letters of the points themselves, and a minus parts two numbers."""
    points = [(east - centre[0], centre[1] - north) for east, north in ring[:-1]]
    steps = [f"{x - x0} {y - y0}" for (x0, y0), (x, y) in itertools.pairwise(points)]
    return f"M{points[0][0]} {points[0][1]}l{' '.join(steps)}Z".replace(" -", "-")


def _drawn(shape: shapely.Geometry) -> dict[str, Any]:
    parts = shapely.get_parts(shape)
    areas = shapely.area(parts)
    large = parts[areas >= min(_SMALLEST_KM2, areas.max())]
    simple = shapely.multipolygons(shapely.simplify(large, _STEP_KM))
    geometry: dict[str, Any] = json.loads(shapely.to_geojson(shapely.set_precision(simple, 1, mode="pointwise")))
    geometry["coordinates"] = [[[list(map(int, p)) for p in ring] for ring in part] for part in geometry["coordinates"]]
    return geometry
