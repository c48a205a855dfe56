"""Measures, against sums done by hand (in the comments) and against scipy where it has the same one."""

from __future__ import annotations

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import percentileofscore

from lis_data import measures

NONE = float("nan")


def test_share_of_a_total_in_per_cent() -> None:
    assert measures.share(pd.Series([1.0, 3.0]), total=4.0).tolist() == [25.0, 75.0]


def test_share_of_nothing_is_missing() -> None:
    assert measures.share(pd.Series([1.0]), total=0.0).isna().all()


def test_location_quotient_of_24_2_against_9_8_per_cent() -> None:
    # manufacturing in Cheshire and Warrington, 2016: 24.2 / 9.8 = 2.469
    found = measures.location_quotient(pd.Series([24.2]), benchmark=pd.Series([9.8]))
    assert found[0] == pytest.approx(2.469, abs=0.001)


def test_ties_share_the_better_place_and_the_next_is_left_out() -> None:
    assert measures.rank(pd.Series([5.0, 9.0, 5.0, 1.0])).tolist() == [2, 1, 2, 4]


def test_where_lower_is_better_the_lowest_is_first() -> None:
    assert measures.rank(pd.Series([5.0, 9.0, 1.0]), polarity="lower").tolist() == [2, 3, 1]


def test_an_area_without_a_figure_has_no_rank_and_takes_none() -> None:
    assert measures.rank(pd.Series([5.0, NONE, 7.0])).tolist() == [2, pd.NA, 1]


def test_ties_are_marked_and_missing_ones_are_none() -> None:
    assert measures.tied(pd.Series([1.0, 1.0, 2.0, NONE, NONE])).tolist() == [True, True, False, False, False]


def test_growth_is_compound() -> None:
    # 100 to 121 in two years is 10% a year
    assert measures.growth(pd.Series([100.0]), pd.Series([121.0]), years=2)[0] == pytest.approx(10)


def test_growth_from_zero_or_below_is_missing() -> None:
    assert measures.growth(pd.Series([0.0, -1.0]), pd.Series([5.0, 5.0]), years=1).isna().all()


def test_index_to_a_base() -> None:
    assert measures.index(pd.Series([30.0]), base=40.0).tolist() == [75.0]


def test_gap_is_negative_below_the_target() -> None:
    assert measures.gap_to_target(pd.Series([1.4, 3.4]), target=2.4).round(6).tolist() == [-1.0, 1.0]


def test_money_to_a_target() -> None:
    # 1 percentage point of a GDP of £50,000m is £500m; above the target nothing is wanting
    wanted = measures.money_to_target(pd.Series([1.4, 3.0]), target=2.4, base=pd.Series([50_000.0, 50_000.0]))
    assert wanted.tolist() == pytest.approx([500.0, 0.0])


@given(st.lists(st.integers(-50, 50), min_size=2, max_size=40))
def test_percentile_is_scipys_mean_rank_among_the_others(numbers: list[int]) -> None:
    values = pd.Series(numbers, dtype=float)
    others = values.drop(0)
    assert measures.percentile(values)[0] == pytest.approx(percentileofscore(others, values[0], kind="mean"))


def test_contribution_is_in_points_of_the_total_economys_growth() -> None:
    # 10 more in an economy of 200 is 5 points
    assert measures.contribution(pd.Series([40.0]), pd.Series([50.0]), total=200.0).tolist() == [5.0]


def test_lead_is_in_per_cent_of_the_benchmark() -> None:
    assert measures.lead(pd.Series([75.0]), benchmark=pd.Series([60.0]))[0] == pytest.approx(25)


def test_a_ratio_to_nothing_is_missing() -> None:
    assert measures.ratio(pd.Series([5.0, 6.0]), per=pd.Series([0.0, 3.0])).tolist() == pytest.approx(
        [NONE, 2.0], nan_ok=True
    )


def test_a_threshold_is_passed_by_the_very_figure() -> None:
    assert measures.passes(pd.Series([1.25, 1.2499]), least=1.25).tolist() == [True, False]


def test_a_missing_figure_neither_passes_nor_fails() -> None:
    assert measures.passes(pd.Series([NONE]), least=0).isna().all()
