"""Whether a survey's figure differs from England's: by hand, with Altman and Bland's formula."""

from __future__ import annotations

import pandas as pd
import pytest

from lis_data import measures

NONE = float("nan")
# value, lower, upper, benchmark, its lower, its upper, different?
CASES = [
    # both have an interval of half width 3 and 4: the difference's is √(9 + 16) = 5
    (10.0, 7.0, 13.0, 15.1, 11.1, 19.1, True),
    (10.0, 7.0, 13.0, 14.9, 10.9, 18.9, False),
    # the intervals overlap (7 to 13, 11.1 to 19.1), and yet they differ: overlap is not the test
    (10.0, 7.0, 13.0, 4.0, 3.9, 4.1, True),
    # nothing to judge by: one of the two has no interval, or no figure
    (10.0, 7.0, 13.0, 13.1, NONE, NONE, None),
    (10.0, NONE, NONE, 99.0, 98.0, 100.0, None),
    (NONE, NONE, NONE, 99.0, 98.0, 100.0, None),
    (10.0, 7.0, 13.0, NONE, NONE, NONE, None),
]


@pytest.mark.parametrize(("value", "lower", "upper", "benchmark", "least", "most", "different"), CASES)
def test_a_difference_is_significant(
    value: float, lower: float, upper: float, benchmark: float, least: float, most: float, different: bool | None
) -> None:
    of = {"lower": lower, "upper": upper, "benchmark": benchmark, "benchmark_lower": least, "benchmark_upper": most}
    judged = measures.significant_difference(pd.Series([value]), **{key: pd.Series([item]) for key, item in of.items()})
    assert judged.dtype == "boolean"
    assert (judged[0] if judged.notna()[0] else None) == different


def test_where_england_would_stand() -> None:
    # scipy.stats.percentileofscore([1, 2, 2, 4], 2, kind="mean") = (25 + 75) / 2
    assert measures.percentile_among(2, pd.Series([1, 2, 2, 4, NONE])) == 50
    assert pd.isna(measures.percentile_among(NONE, pd.Series([1.0])))
    assert pd.isna(measures.percentile_among(1, pd.Series([NONE])))
