"""Patterns on areas: diagonal lines where a map has no data, dots where a figure is estimated or unreliable."""

import geopandas as gpd
import numpy as np
import shapely
from shapely.geometry.base import BaseGeometry

_LINES_ACROSS = 3
_SHORTEST = 1.0


def hatch(shapes: gpd.GeoSeries, *, spacing_km: float) -> gpd.GeoSeries:
    """Per shape (in metres) a MultiLineString of lines running south-west to north-east inside it.

    Lines are `spacing_km` apart and run on from shape to shape; in a shape too small for three of them they
    are twice, four times, ... as close, so none is without. Index and reference system are the shapes' own.
    """
    widths = np.sqrt(shapes.area.to_numpy()) / 1000
    halvings = np.maximum(0, np.ceil(np.log2(spacing_km * _LINES_ACROSS / widths)))
    spacings = 1000 * spacing_km / 2**halvings
    lines = [_diagonals(shape, spacing) for shape, spacing in zip(shapes, spacings, strict=True)]
    return gpd.GeoSeries(lines, index=shapes.index, crs=shapes.crs)


def dots(shapes: gpd.GeoSeries, *, spacing_km: float) -> gpd.GeoSeries:
    """The points inside the shapes (in metres) of a square grid `spacing_km` apart, one inside a shape that has none,
    in the reference system of the shapes.
    """
    inside = [_grid(shape, 1000 * spacing_km) for shape in shapes]
    return gpd.GeoSeries(np.concatenate(inside) if inside else [], crs=shapes.crs)


def _grid(shape: BaseGeometry, step: float) -> np.ndarray:
    west, south, east, north = np.array(shape.bounds) / step
    xs, ys = np.meshgrid(step * np.arange(np.ceil(west), east), step * np.arange(np.ceil(south), north))
    within = shapely.contains_xy(shape, xs.ravel(), ys.ravel())
    points = shapely.points(xs.ravel()[within], ys.ravel()[within])
    return points if len(points) else np.array([shape.representative_point()])


def _diagonals(shape: BaseGeometry, spacing: float) -> BaseGeometry:
    """The pieces inside the shape of the lines y = x + n * step, `spacing` metres apart.

    A line is inside between its first and second crossing of an edge, its third and fourth, and so on.
    """
    step = spacing * np.sqrt(2)
    line, along = _crossings(shape, step)
    order = np.lexsort((along, line))
    number, ends = line[order].reshape(-1, 2), along[order].reshape(-1, 2)
    long_enough = ends[:, 1] - ends[:, 0] > _SHORTEST
    offset, ends = number[long_enough] * step, ends[long_enough]
    return shapely.multilinestrings(np.stack([(ends - offset) / 2, (ends + offset) / 2], axis=-1))


def _crossings(shape: BaseGeometry, step: float) -> tuple[np.ndarray, np.ndarray]:
    """Where edges of the shape cross the lines: the number n of the line, and x + y there.

    An edge crosses the lines above its lower end up to its upper one, so a corner on a line counts once.
    """
    points, ring = shapely.get_coordinates(shapely.get_rings(shapely.get_parts(shape)), return_index=True)
    height, along = (points[:, 1] - points[:, 0]) / step, points.sum(axis=1)
    edges = np.flatnonzero(ring[1:] == ring[:-1])
    lower = np.floor(np.minimum(height[edges], height[edges + 1]))
    counts = (np.floor(np.maximum(height[edges], height[edges + 1])) - lower).astype(int)
    crossed = np.repeat(edges, counts)
    nth = np.arange(counts.sum()) - np.repeat(np.cumsum(counts) - counts, counts)
    line = np.repeat(lower, counts) + 1 + nth
    share = (line - height[crossed]) / (height[crossed + 1] - height[crossed])
    return line, along[crossed] + share * (along[crossed + 1] - along[crossed])
