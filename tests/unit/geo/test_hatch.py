"""Diagonal lines in squares, where their length can be worked out by hand."""

import geopandas as gpd
import pytest
import shapely

from geo.hatch import dots, hatch


def _hatch(shape: shapely.Polygon | shapely.MultiPolygon, spacing_km: float) -> shapely.MultiLineString:
    return hatch(gpd.GeoSeries([shape], crs=27700), spacing_km=spacing_km).iloc[0]


def test_lines_run_south_west_to_north_east() -> None:
    for line in _hatch(shapely.box(0, 0, 60_000, 60_000), 6).geoms:
        (west, south), (east, north) = line.coords
        assert north - south == pytest.approx(east - west)


def test_lines_cover_a_large_square_at_the_spacing() -> None:
    # lines d apart have a length of area / d: 600 x 600 km at 6 km is 60,000 km
    length = _hatch(shapely.box(0, 0, 600_000, 600_000), 6).length / 1000
    assert length == pytest.approx(60_000, rel=0.01)


def test_a_small_area_has_closer_lines() -> None:
    # 3 km wide: 6 km is halved until three lines fit, to 0.75 km, which makes 9 km2 / 0.75 km = 12 km
    assert _hatch(shapely.box(0, 0, 3000, 3000), 6).length / 1000 == pytest.approx(12, rel=0.1)


def test_lines_run_on_into_the_next_area() -> None:
    squares = gpd.GeoSeries([shapely.box(x, 0, x + 60_000, 60_000) for x in (0, 60_000)], crs=27700)
    left, right = (_heights(lines, 60_000) for lines in hatch(squares, spacing_km=6))
    assert left == right
    # 60 km of border, crossed every 6 km times the root of two
    assert len(left) == 7


def _heights(lines: shapely.MultiLineString, x: float) -> list[float]:
    """Where lines end on the vertical at x, but for its corners."""
    ends = {round(end[1]) for line in lines.geoms for end in line.coords if end[0] == x}
    return sorted(ends - {0, 60_000})


def test_lines_stay_inside() -> None:
    triangle = shapely.Polygon([(0, 0), (50_000, 0), (0, 50_000)])
    assert triangle.buffer(0.01).contains(_hatch(triangle, 6))


def test_every_part_of_an_area_is_hatched() -> None:
    """A coast with islands is several polygons: each has its lines, as two squares of their own have."""
    one, other = shapely.box(0, 0, 60_000, 60_000), shapely.box(100_000, 0, 160_000, 60_000)
    both = _hatch(shapely.MultiPolygon([one, other]), 6)
    assert both.length == pytest.approx(_hatch(one, 6).length + _hatch(other, 6).length, rel=0.2)


def test_dots_stand_in_a_grid_and_in_every_shape() -> None:
    shapes = gpd.GeoSeries(
        [shapely.box(1000, 1000, 21_000, 11_000), shapely.box(31_000, 1000, 32_000, 2000)], crs=27700
    )
    found = dots(shapes, spacing_km=5)
    # 5, 10, 15 and 20 km east by 5 and 10 km north; none in the small square, which has one all the same
    assert len(found) == 9
    assert shapes.iloc[1].contains(found.iloc[8])
