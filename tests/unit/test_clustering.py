"""Spatial clustering and blocks of neighbours: sums done by hand, esda's documented example, what must not change."""

from __future__ import annotations

import itertools

import pandas as pd
import pytest
from libpysal import examples, weights

from lis_data import measures

CHAIN = [("a", "b"), ("b", "c"), ("c", "d")]


def pairs(one_way: list[tuple[str, str]]) -> pd.DataFrame:
    """Neighbours both ways."""
    both = [*one_way, *((other, code) for code, other in one_way)]
    return pd.DataFrame(both, columns=["area_code", "neighbour_code"])


def board(size: int) -> pd.DataFrame:
    """Neighbours on a square board of fields named `row-column`."""
    fields = list(itertools.product(range(size), repeat=2))
    right = [(f"{r}-{c}", f"{r}-{c + 1}") for r, c in fields if c + 1 < size]
    down = [(f"{r}-{c}", f"{r + 1}-{c}") for r, c in fields if r + 1 < size]
    return pairs(right + down)


def test_morans_i_of_a_rising_chain() -> None:
    # z = −1.5, −0.5, 0.5, 1.5; means of the neighbours −0.5, −0.5, 0.5, 0.5
    # Σ z · mean = 0.75 + 0.25 + 0.25 + 0.75 = 2; Σ z² = 5; I = 0.4; without a pattern −1 / 3
    found = measures.morans_i(pd.Series([1.0, 2.0, 3.0, 4.0], index=list("abcd")), neighbours=pairs(CHAIN))
    assert found is not None
    assert found.morans_i == pytest.approx(0.4)
    assert found.expected == pytest.approx(-1 / 3)


def test_a_chessboard_is_as_unlike_as_can_be() -> None:
    # every neighbour is the other colour: z = ±1, mean of the neighbours ∓1, I = −1
    square = pairs([("a", "b"), ("c", "d"), ("a", "c"), ("b", "d")])
    found = measures.morans_i(pd.Series([1.0, 0.0, 0.0, 1.0], index=list("abcd")), neighbours=square)
    assert found is not None
    assert found.morans_i == pytest.approx(-1)


def test_morans_i_of_esdas_documented_example() -> None:
    # esda.Moran's documentation: homicide rates of 78 counties around St. Louis, I = 0.244, expected −0.01299
    rates = pd.read_csv(examples.get_path("stl_hom.txt"), skiprows=1)["HR8893"]
    graph = weights.W(_graph(examples.get_path("stl.gal")))
    near = [(str(code), str(other)) for code, others in graph.neighbors.items() for other in others]
    frame = pd.DataFrame(near, columns=["area_code", "neighbour_code"])
    found = measures.morans_i(rates.set_axis([str(code) for code in range(1, 79)]), neighbours=frame)
    assert found is not None
    assert found.morans_i == pytest.approx(0.244, abs=0.0005)
    assert found.expected == pytest.approx(-0.012987, abs=1e-6)
    assert found.p < 0.01


def _graph(path: str) -> dict[int, list[int]]:
    """A .gal file: after its heading, a line with a code and how many neighbours it has, and a line with these."""
    with open(path) as lines:
        rows = [line.split() for line in lines][1:]
    return {int(head[0]): [int(code) for code in others] for head, others in zip(rows[::2], rows[1::2], strict=True)}


def test_areas_without_a_figure_or_a_neighbour_are_left_out() -> None:
    values = pd.Series([1.0, 2.0, 3.0, 4.0, None, 9.0], index=list("abcdef"))
    found = measures.morans_i(values, neighbours=pairs([*CHAIN, ("d", "e"), ("e", "f")]))
    assert found is not None
    assert found.areas == 4
    assert found.morans_i == pytest.approx(0.4)


@pytest.mark.parametrize("values", [[5.0, 5.0, 5.0, 5.0], [1.0, 2.0, None, None]])
def test_nothing_is_tested_without_differences_or_with_too_few_areas(values: list[float]) -> None:
    series = pd.Series(values, index=list("abcd"))
    assert measures.morans_i(series, neighbours=pairs(CHAIN)) is None
    assert measures.local_clusters(series, neighbours=pairs(CHAIN)).empty


def test_the_same_figures_give_the_same_chances() -> None:
    values = pd.Series(range(36), index=[f"{r}-{c}" for r, c in itertools.product(range(6), repeat=2)], dtype=float)
    once, again = (measures.local_clusters(values, neighbours=board(6))["p"] for _ in range(2))
    assert once.equals(again)
    assert measures.morans_i(values, neighbours=board(6)) == measures.morans_i(values, neighbours=board(6))


def test_local_parts_add_up_to_the_total() -> None:
    # Anselin (1995): with row-standardised weights the local values add up to (n − 1) · I, n = 36 here
    values = pd.Series(range(36), index=[f"{r}-{c}" for r, c in itertools.product(range(6), repeat=2)], dtype=float)
    local, overall = (measure(values, neighbours=board(6)) for measure in (measures.local_clusters, measures.morans_i))
    assert local["local_i"].sum() == pytest.approx(35 * overall.morans_i)


def test_a_high_corner_of_a_flat_board_is_a_cluster_and_the_rest_is_not() -> None:
    fields = list(itertools.product(range(12), repeat=2))
    values = pd.Series(
        [100.0 + r + c if r < 3 and c < 3 else float((7 * r + 3 * c) % 5) for r, c in fields],
        index=[f"{r}-{c}" for r, c in fields],
    )
    found = measures.local_clusters(values, neighbours=board(12))["cluster"]
    assert found["1-1"] == "high-high"
    assert found["9-9"] == "none"


def test_blocks_are_chains_of_neighbours() -> None:
    near = {"a": ["b"], "b": ["a", "c"], "c": ["b"], "d": ["e"], "e": ["d"]}
    assert measures.blocks(["a", "c", "d", "e"], neighbours=near) == [["d", "e"], ["a"], ["c"]]
    assert measures.blocks(["a", "b", "c"], neighbours=near) == [["a", "b", "c"]]


def test_rarity_is_shared_out_among_those_who_have_it() -> None:
    assert measures.rarity(pd.Series([1, 2, 10])).tolist() == pytest.approx([1, 0.5, 0.1])
