"""Shapes as TopoJSON: every border is stored once, as an arc, and shared by all areas and layers along it.

Coordinates are whole numbers of 0.00001 degrees (about a metre), so layers that share an arc share it
exactly. Format: https://github.com/topojson/topojson-specification
"""

import itertools
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import numpy as np
import shapely
from shapely.geometry.base import BaseGeometry

PER_DEGREE = 100_000
"""Grid steps in a degree."""

Point = tuple[int, int]
Topology = dict[str, Any]


def encode(layers: Mapping[str, Mapping[str, BaseGeometry]], *, finest: Iterable[BaseGeometry]) -> Topology:
    """A topology of layers (name -> area code -> polygons on the integer grid).

    Arcs end where borders of the `finest` shapes meet; every layer must be made of these.
    """
    arcs = _Arcs(_junctions(finest))
    objects = {
        name: {
            "type": "GeometryCollection",
            "geometries": [_geometry(code, shape, arcs) for code, shape in sorted(shapes.items())],
        }
        for name, shapes in layers.items()
    }
    return {
        "type": "Topology",
        "transform": {"scale": [1 / PER_DEGREE, 1 / PER_DEGREE], "translate": [0, 0]},
        "objects": objects,
        "arcs": [_deltas(arc) for arc in arcs.paths],
    }


def decode(topology: Topology, name: str) -> dict[str, BaseGeometry]:
    """Area code -> shape in degrees, of one layer of a topology that `encode` made. Raises KeyError."""
    arcs = [np.cumsum(np.array(arc), axis=0) / PER_DEGREE for arc in topology["arcs"]]
    return {item["id"]: _multipolygon(item["arcs"], arcs) for item in topology["objects"][name]["geometries"]}


def subset(topology: Topology, name: str, properties: Mapping[str, Mapping[str, Any]]) -> Topology:
    """A topology of one layer alone with only its own arcs, and properties (by area code) on its features."""
    numbers: dict[int, int] = {}

    def renumbered(refs: Any) -> Any:
        if isinstance(refs, list):
            return [renumbered(ref) for ref in refs]
        number = numbers.setdefault(refs if refs >= 0 else ~refs, len(numbers))
        return number if refs >= 0 else ~number

    geometries = [
        {**item, "arcs": renumbered(item["arcs"]), "properties": dict(properties[item["id"]])}
        for item in topology["objects"][name]["geometries"]
    ]
    objects = {name: {"type": "GeometryCollection", "geometries": geometries}}
    return {**topology, "objects": objects, "arcs": [topology["arcs"][old] for old in numbers]}


def borders(topology: Topology, name: str, *, without: str | None) -> BaseGeometry:
    """Every border between a layer's areas once, as a MultiLineString in degrees, without those of another layer
    (`country` for no coast).
    """
    used = _arcs_of(topology, name) - (_arcs_of(topology, without) if without else set())
    paths = [np.cumsum(np.array(topology["arcs"][arc]), axis=0) / PER_DEGREE for arc in sorted(used)]
    return shapely.MultiLineString(paths)


def _arcs_of(topology: Topology, name: str) -> set[int]:
    references = _flat([item["arcs"] for item in topology["objects"][name]["geometries"]])
    return {ref if ref >= 0 else ~ref for ref in references}


def _flat(references: list[Any]) -> Iterator[int]:
    for one in references:
        yield from _flat(one) if isinstance(one, list) else [one]


class _Arcs:
    """The arcs found so far, each once whatever its direction."""

    def __init__(self, junctions: set[Point]) -> None:
        self.paths: list[list[Point]] = []
        self._junctions = junctions
        self._numbers: dict[tuple[Point, ...], int] = {}

    def references(self, ring: list[Point]) -> list[int]:
        """The arcs along a closed ring; the complement ~n is arc n backwards."""
        points = ring[:-1]
        stops = [index for index, point in enumerate(points) if point in self._junctions]
        if not stops:
            stops = [points.index(min(points))]
        turned = [*points[stops[0] :], *points[: stops[0]], points[stops[0]]]
        cuts = [stop - stops[0] for stop in stops] + [len(points)]
        return [self._reference(turned[start : end + 1]) for start, end in itertools.pairwise(cuts)]

    def _reference(self, path: list[Point]) -> int:
        backwards = path[::-1]
        forward = path <= backwards
        key = tuple(path if forward else backwards)
        if key not in self._numbers:
            self._numbers[key] = len(self.paths)
            self.paths.append(list(key))
        number = self._numbers[key]
        return number if forward else ~number


def _junctions(shapes: Iterable[BaseGeometry]) -> set[Point]:
    """The points where more, or other, than two stretches of border meet."""
    neighbours: dict[Point, set[Point]] = defaultdict(set)
    for shape in shapes:
        for polygon in _rings(shape):
            for ring in polygon:
                for one, other in itertools.pairwise(ring):
                    neighbours[one].add(other)
                    neighbours[other].add(one)
    return {point for point, around in neighbours.items() if len(around) != 2}


def _geometry(code: str, shape: BaseGeometry, arcs: _Arcs) -> dict[str, Any]:
    polygons = [[arcs.references(ring) for ring in polygon] for polygon in _rings(shape)]
    return {"type": "MultiPolygon", "id": code, "arcs": polygons}


def _rings(shape: BaseGeometry) -> list[list[list[Point]]]:
    """The rings of every polygon as grid points, outer ones clockwise, which is what D3 and Vega expect."""
    parts = shapely.get_parts(shapely.orient_polygons(shape.normalize(), exterior_cw=True))
    return [[_points(ring) for ring in (polygon.exterior, *polygon.interiors)] for polygon in parts]


def _points(ring: BaseGeometry) -> list[Point]:
    return [(int(x), int(y)) for x, y in ring.coords]


def _deltas(path: list[Point]) -> list[list[int]]:
    steps = np.diff(np.array(path), axis=0, prepend=[[0, 0]])
    return [[int(x), int(y)] for x, y in steps]


def _multipolygon(polygons: list[list[list[int]]], arcs: list[np.ndarray]) -> BaseGeometry:
    found = []
    for rings in polygons:
        outer, *inner = (_ring(references, arcs) for references in rings)
        found.append(shapely.Polygon(outer, inner))
    return shapely.MultiPolygon(found)


def _ring(references: list[int], arcs: list[np.ndarray]) -> np.ndarray:
    pieces = [arcs[ref] if ref >= 0 else arcs[~ref][::-1] for ref in references]
    return np.concatenate([pieces[0], *(piece[1:] for piece in pieces[1:])])
