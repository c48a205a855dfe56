"""Neighbours that anybody can check on a map, and libpysal's own answer."""

import pytest
from libpysal.graph import Graph

from geo.areas import GEOGRAPHIES, UnknownGeographyError
from geo.boundaries import read
from geo.contiguity import contiguity


def _neighbours(geography_id: str, area_code: str) -> set[str]:
    pairs = contiguity(geography_id)
    return set(pairs.loc[pairs["area_code"] == area_code, "neighbour_code"])


def test_cornwall_has_one_neighbour_on_land() -> None:
    # the NUTS 2 region Cornwall and Isles of Scilly borders Devon alone
    assert _neighbours("nuts2-2016", "UKK3") == {"UKK4"}


def test_neighbours_of_cambridge() -> None:
    assert _neighbours("lad-2021", "E07000008") == {"E07000012"}  # South Cambridgeshire surrounds it


def test_north_east_borders_two_regions() -> None:
    assert _neighbours("region", "E12000001") == {"E12000002", "E12000003"}


def test_overlapping_leps_are_neighbours() -> None:
    # London and Coast to Capital share Croydon
    assert "E37000004" in _neighbours("lep-2017", "E37000023")


def test_leps_that_divide_districts_are_neighbours_and_border_what_their_parts_border() -> None:
    assert "E37000029" in _neighbours("lep-2017", "E37000010")  # Enterprise M3 and Solent
    # the south of East Hampshire borders Chichester (Coast to Capital); no part of Solent borders Surrey or Wiltshire
    assert _neighbours("lep-2017", "E37000029") == {"E37000010", "E37000004"}


@pytest.mark.parametrize("geography_id", ["lad-2017", "lad-2023", "nuts2-2016", "region"])
def test_same_as_rook_contiguity_of_the_shapes(geography_id: str) -> None:
    shapes = read(geography_id).set_index("area_code").geometry
    rook = Graph.build_contiguity(shapes, rook=True).adjacency
    expected = set(rook[rook > 0].index)
    assert set(contiguity(geography_id).itertuples(index=False, name=None)) == expected


@pytest.mark.parametrize("geography_id", GEOGRAPHIES)
def test_neighbours_are_mutual(geography_id: str) -> None:
    pairs = set(contiguity(geography_id).itertuples(index=False, name=None))
    assert pairs == {(other, one) for one, other in pairs}
    assert all(one != other for one, other in pairs)


def test_unknown_geography() -> None:
    with pytest.raises(UnknownGeographyError):
        contiguity("lep-1999")
