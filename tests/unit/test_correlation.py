"""Correlations against scipy's, and what is said where there is none."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from lis_data import measures, queries

NONE = float("nan")
PAIRS = st.lists(st.tuples(st.integers(-999, 999), st.integers(-999, 999)), min_size=3, max_size=40)


@given(PAIRS)
def test_both_correlations_are_scipys(pairs: list[tuple[int, int]]) -> None:
    both = pd.DataFrame(pairs, columns=["x", "y"], dtype=float)
    if both.nunique().min() < 2:
        assert np.isnan(measures.pearson(both["x"], second=both["y"]))
        return
    assert measures.pearson(both["x"], second=both["y"]) == pytest.approx(stats.pearsonr(both["x"], both["y"])[0])
    assert measures.spearman(both["x"], second=both["y"]) == pytest.approx(stats.spearmanr(both["x"], both["y"])[0])


def test_pairs_with_a_missing_figure_count_for_nothing() -> None:
    first, second = pd.Series([1.0, 2.0, 3.0, 99.0, NONE]), pd.Series([2.0, 4.0, 6.0, NONE, 99.0])
    assert measures.pearson(first, second=second) == pytest.approx(1.0)


@pytest.mark.parametrize("values", [[1.0, 2.0], [5.0, 5.0, 5.0]])
def test_nothing_is_said_of_two_pairs_or_of_what_does_not_vary(values: list[float]) -> None:
    first, second = pd.Series(values), pd.Series([1.0, 2.0, 4.0][: len(values)])
    assert np.isnan(measures.pearson(first, second=second))
    assert measures.off_line(first, second=second).isna().all()


def test_the_distance_off_the_line_is_scipys_residual() -> None:
    first, second = pd.Series([1.0, 2.0, 3.0, 4.0]), pd.Series([2.0, 1.0, 5.0, 6.0])
    line = stats.linregress(first, second)
    expected = second - line.intercept - line.slope * first
    assert measures.off_line(first, second=second).tolist() == pytest.approx(expected.tolist())


def test_two_indicators_meet_in_the_latest_year_that_both_have() -> None:
    # GVA per hour goes to 2023, NVQ4+ by LEP ends in 2021
    found = queries.paired("gva_per_hour", "nvq4_plus_pct", "lep-2017")
    assert (found["first_period"].iloc[0], found["second_period"].iloc[0]) == ("2021", "2021")
    assert len(found) == 38


def test_two_indicators_without_a_year_in_common_meet_in_the_nearest() -> None:
    # gigabit coverage is counted from 2020 on, university spin-offs' turnover to 2018/19
    found = queries.paired("gigabit_pct", "university_spinoff_turnover_gbp_m", "lep-2017")
    first, second = (int(found[f"{which}_period"].iloc[0][:4]) for which in ("first", "second"))
    coverage = [queries.coverage(key) for key in ("gigabit_pct", "university_spinoff_turnover_gbp_m")]
    years = [{int(text[:4]) for text in rows.query("geography_id == 'lep-2017'")["period"]} for rows in coverage]
    assert first - second == min(one - other for one in years[0] for other in years[1])
