"""Encoding squares on the integer grid and getting them back."""

import json

import pytest
import shapely

from geo.topology import PER_DEGREE, decode, encode, subset

# two squares side by side, and an island; `both` is their union
LEFT, RIGHT, ISLAND = shapely.box(0, 0, 10, 10), shapely.box(10, 0, 20, 10), shapely.box(30, 0, 35, 5)
LAYERS = {
    "small": {"a": LEFT, "b": shapely.union_all([RIGHT, ISLAND])},
    "large": {"both": shapely.coverage_union_all([LEFT, RIGHT])},
}


def test_shapes_come_back_in_degrees() -> None:
    found = decode(encode(LAYERS, finest=LAYERS["small"].values()), "small")
    assert found["a"].equals(shapely.box(0, 0, 10 / PER_DEGREE, 10 / PER_DEGREE))
    assert found["b"].area * PER_DEGREE**2 == pytest.approx(125)


def test_a_shared_border_is_stored_once() -> None:
    # left, right, the line between them, the island; the union needs none of its own
    assert len(encode(LAYERS, finest=LAYERS["small"].values())["arcs"]) == 4


def test_a_hole_stays_a_hole() -> None:
    ring = shapely.box(0, 0, 30, 30).difference(shapely.box(10, 10, 20, 20))
    layers = {"small": {"inner": shapely.box(10, 10, 20, 20), "outer": ring}}
    found = decode(encode(layers, finest=layers["small"].values()), "small")
    assert found["outer"].area * PER_DEGREE**2 == pytest.approx(800)


def test_a_subset_has_its_own_arcs_alone_and_the_same_shapes() -> None:
    topology = encode(LAYERS, finest=LAYERS["small"].values())
    part = subset(topology, "large", {"both": {"i": 0}})
    assert len(part["arcs"]) == 2
    assert part["objects"]["large"]["geometries"][0]["properties"] == {"i": 0}
    assert decode(part, "large")["both"].equals(decode(topology, "large")["both"])


def test_a_topology_is_plain_json() -> None:
    topology = encode(LAYERS, finest=LAYERS["small"].values())
    assert json.loads(json.dumps(topology)) == topology
