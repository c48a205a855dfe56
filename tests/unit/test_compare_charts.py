"""Words at the end of lines keep apart and stay in order."""

from __future__ import annotations

import itertools

from hypothesis import given
from hypothesis import strategies as st

from pages.ui.exhibit.charts.slopes import spread


def test_what_is_far_apart_stays_where_it_is() -> None:
    assert spread([5.0, 1.0], gap=1) == [5.0, 1.0]


def test_what_touches_is_spread_around_its_middle() -> None:
    assert spread([1.0, 1.1], gap=1) == [0.55, 1.55]  # around 1.05, one apart


@given(st.lists(st.integers(-100, 100), min_size=1, max_size=7))
def test_order_and_distance_stay(values: list[int]) -> None:
    moved = spread([float(value) for value in values], gap=3)
    ordered = sorted(range(len(values)), key=values.__getitem__)
    steps = [moved[after] - moved[before] for before, after in itertools.pairwise(ordered)]
    assert all(step >= 3 - 1e-6 for step in steps)
