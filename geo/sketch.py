"""Shapes for a small picture: some kilobytes of kilometres on the British grid, to be drawn without a projection."""

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


def _drawn(shape: shapely.Geometry) -> dict[str, Any]:
    parts = shapely.get_parts(shape)
    areas = shapely.area(parts)
    large = parts[areas >= min(_SMALLEST_KM2, areas.max())]
    simple = shapely.multipolygons(shapely.simplify(large, _STEP_KM))
    geometry: dict[str, Any] = json.loads(shapely.to_geojson(shapely.set_precision(simple, 1, mode="pointwise")))
    geometry["coordinates"] = [[[list(map(int, p)) for p in ring] for ring in part] for part in geometry["coordinates"]]
    return geometry
