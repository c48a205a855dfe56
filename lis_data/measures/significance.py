"""Whether a figure from a survey differs from a benchmark by more than chance, judged by 95% intervals."""

from __future__ import annotations

import pandas as pd

_Z = 1.96
"""Standard errors between a figure and either bound of its 95% interval."""


def significant_difference(
    values: pd.Series,
    *,
    lower: pd.Series,
    upper: pd.Series,
    benchmark: pd.Series,
    benchmark_lower: pd.Series,
    benchmark_upper: pd.Series,
) -> pd.Series:
    """Whether figures differ from their benchmark at the 5% level; missing where either has no interval.

    |value − benchmark| > 1.96 · √(se² + benchmark se²), se = (upper − lower) / 3.92. All in the unit of the figures.
    An area is a part of England and its benchmark, so the test is a little cautious. Intervals of different making are
    not to be compared: see `queries.intervals`.

    Source: D. Altman and M. Bland, *Interaction revisited: the difference between two estimates* (BMJ 326, 2003).
    """
    gap = (values - benchmark).abs()
    margin = _Z * (_standard_error(lower, upper) ** 2 + _standard_error(benchmark_lower, benchmark_upper) ** 2) ** 0.5
    return (gap > margin).astype("boolean").mask(gap.isna() | margin.isna())


def _standard_error(lower: pd.Series, upper: pd.Series) -> pd.Series:
    return (upper - lower) / (2 * _Z)
