"""Measures of a whole economy, against sums done by hand (in the comments) and scipy's entropy."""

from __future__ import annotations

import math

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import entropy

from lis_data import measures

HERE = pd.Series(["here", "here"])
NONE = float("nan")


def test_krugman_index_is_half_the_sum_of_the_differences() -> None:
    # |60 − 40| + |40 − 60| = 40, half of it 20: a fifth of the economy would have to change industry
    found = measures.krugman_index(pd.Series([60.0, 40.0]), benchmark=pd.Series([40.0, 60.0]), by=HERE)
    assert found["here"] == pytest.approx(20)


def test_krugman_index_of_economies_with_nothing_in_common_is_100() -> None:
    found = measures.krugman_index(pd.Series([100.0, 0.0]), benchmark=pd.Series([0.0, 100.0]), by=HERE)
    assert found["here"] == 100


def test_an_area_without_one_figure_has_no_index_and_leaves_the_others_theirs() -> None:
    areas = pd.Series(["a", "a", "b", "b"])
    found = measures.krugman_index(pd.Series([50.0, NONE, 50.0, 50.0]), benchmark=pd.Series([50.0] * 4), by=areas)
    assert found.isna().to_dict() == {"a": True, "b": False}


def test_entropy_is_100_where_all_industries_are_of_one_size() -> None:
    assert measures.shannon_entropy(pd.Series([50.0, 50.0]), by=HERE)["here"] == pytest.approx(100)


def test_an_industry_of_nothing_adds_no_entropy() -> None:
    assert measures.shannon_entropy(pd.Series([100.0, 0.0]), by=HERE)["here"] == 0


def test_a_negative_share_leaves_entropy_missing() -> None:
    assert measures.shannon_entropy(pd.Series([101.0, -1.0]), by=HERE).isna().all()


def test_effective_industries_of_four_equal_ones_are_four() -> None:
    four = pd.Series(["here"] * 4)
    assert measures.effective_industries(pd.Series([25.0] * 4), by=four)["here"] == pytest.approx(4)


def test_herfindahl_index_of_60_and_40_per_cent() -> None:
    # 60² + 40² = 5,200
    assert measures.herfindahl_index(pd.Series([60.0, 40.0]), by=HERE)["here"] == 5200


@given(st.lists(st.integers(1, 500), min_size=2, max_size=40))
def test_entropy_is_scipys_divided_by_its_maximum(sizes: list[int]) -> None:
    shares = pd.Series(sizes) / sum(sizes) * 100
    found = measures.shannon_entropy(shares, by=pd.Series(["here"] * len(sizes)))["here"]
    assert found == pytest.approx(100 * entropy(sizes) / math.log(len(sizes)))
