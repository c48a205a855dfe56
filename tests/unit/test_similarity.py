"""Measures of likeness, against sums done by hand (in the comments), scipy's distances, and what must not matter."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from scipy.spatial.distance import pdist, squareform
from scipy.stats import zscore

from lis_data import measures

NONE = float("nan")
quick = settings(deadline=None, max_examples=50)
figures = st.lists(st.integers(-1000, 1000), min_size=3, max_size=12).filter(lambda values: len(set(values)) > 1)


def column(*values: float) -> pd.DataFrame:
    return pd.DataFrame({"x": values})


def test_a_standard_score_is_scipys() -> None:
    values = [1.0, 2.0, 4.0, 9.0]
    assert measures.standard_score(pd.Series(values)).tolist() == pytest.approx(zscore(values, ddof=1).tolist())


def test_places_that_are_all_the_same_have_no_standard_score() -> None:
    assert measures.standard_score(pd.Series([5.0, 5.0])).isna().all()


def test_the_difference_of_two_sector_mixes_is_twice_their_krugman_index() -> None:
    # 60/30/10 against 50/30/20: |10| + |0| + |−10| = 20; a tenth of the economy would have to change sector
    mixes = pd.DataFrame([[60.0, 30.0, 10.0], [50.0, 30.0, 20.0]], index=["a", "b"])
    assert measures.differences(mixes).loc["a", "b"] == 20


def test_a_mix_that_lacks_one_share_is_compared_with_none() -> None:
    mixes = pd.DataFrame([[60.0, NONE], [50.0, 50.0], [40.0, 60.0]])
    assert measures.differences(mixes).isna().to_numpy().tolist() == [
        [True] * 3,
        [True, False, False],
        [True, False, False],
    ]


def test_standard_differences_by_hand() -> None:
    # 1, 2, 4: pairs 1, 3, 2 apart; squares 1, 9, 4; half their mean 14/6, its root 1.5275 (also the standard deviation)
    found = measures.standard_differences(measures.differences(column(1, 2, 4)))
    assert found.loc[0, 1] == pytest.approx(1 / 1.5275, abs=1e-4)
    assert found.loc[0, 2] == pytest.approx(3 / 1.5275, abs=1e-4)


def test_a_distance_by_hand() -> None:
    # weights 2 and 1: √((2·1² + 1·2²) ÷ 3) = √2; without the second feature √(2·1² ÷ 2) = 1
    apart = pd.DataFrame({"mix": [1.0, 1.0], "size": [2.0, NONE]})
    found = measures.distance(apart, weights=pd.Series({"mix": 2.0, "size": 1.0}))
    assert found.tolist() == pytest.approx([2**0.5, 1.0])


def test_what_each_feature_adds_by_hand() -> None:
    # 2·1² and 1·2² of 6: a third and two thirds
    found = measures.distance_parts(
        pd.DataFrame({"mix": [1.0], "size": [2.0]}), weights=pd.Series({"mix": 2.0, "size": 1.0})
    )
    assert found.iloc[0].tolist() == pytest.approx([100 / 3, 200 / 3])


def test_the_known_part_of_the_weights_by_hand() -> None:
    apart = pd.DataFrame({"mix": [1.0, NONE], "size": [2.0, 2.0]})  # of 3: all, and 1
    assert measures.known_weight(apart, weights=pd.Series({"mix": 2.0, "size": 1.0})).tolist() == pytest.approx(
        [100, 100 / 3]
    )


def test_without_any_figure_there_is_no_distance() -> None:
    apart = pd.DataFrame({"mix": [NONE]})
    assert measures.distance(apart, weights=pd.Series({"mix": 1.0})).isna().all()


@quick
@given(figures, figures)
def test_distances_are_scipys(first: list[int], second: list[int]) -> None:
    size = min(len(first), len(second))
    table = np.array([first[:size], second[:size]], dtype=float).T
    weights = np.array([2.0, 1.0])
    assume((table.std(axis=0) > 0).all())
    expected = squareform(pdist(zscore(table, ddof=1), "euclidean", w=weights)) / np.sqrt(3)
    pairs = {
        place: measures.standard_differences(measures.differences(pd.DataFrame(table[:, [place]]))) for place in (0, 1)
    }
    found = measures.distance(pd.DataFrame({place: pairs[place][0] for place in (0, 1)}), weights=pd.Series(weights))
    assert found.tolist() == pytest.approx(expected[0].tolist())


@quick
@given(figures)
def test_differences_are_the_same_both_ways_and_nothing_from_itself(values: list[int]) -> None:
    found = measures.standard_differences(measures.differences(column(*values))).to_numpy()
    assert (found == found.T).all()
    assert (np.diag(found) == 0).all()


@quick
@given(figures, st.floats(0.01, 1000), st.floats(-1000, 1000))
def test_the_unit_of_a_feature_does_not_matter(values: list[int], times: float, more: float) -> None:
    plain = measures.standard_differences(measures.differences(column(*values)))
    moved = measures.standard_differences(measures.differences(column(*values) * times + more))
    assert np.allclose(plain, moved, atol=1e-6)


@quick
@given(figures, figures)
def test_a_weight_of_nothing_leaves_the_feature_out(first: list[int], second: list[int]) -> None:
    size = min(len(first), len(second))
    apart = pd.DataFrame({"a": first[:size], "b": second[:size]}, dtype=float)
    with_it = measures.distance(apart, weights=pd.Series({"a": 1.0, "b": 0.0}))
    assert np.allclose(with_it, measures.distance(apart[["a"]], weights=pd.Series({"a": 1.0})))
