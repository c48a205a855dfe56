"""What intervals carry: whether a survey's figure differs from another's, by intervals of the same making alone."""

from __future__ import annotations

import pandas as pd

from lis_data import measures
from lis_data.model import BY_PUBLISHER

FIGURE = {"": "value", "_lower": "lower", "_upper": "upper", "_derivation": "derivation"}
"""What a figure to compare with is made of: the endings of its columns, and where each is taken from."""


def significantly_different(rows: pd.DataFrame, *, than: str = "england") -> pd.Series:
    """Whether `value` (lower, upper, derivation) differs from the column `than` (with _lower, _upper, _derivation) at
    the 5% level, as `measures.significant_difference`; missing where either has no interval, or where one interval is
    the publisher's and the other was made here: those differ in width for the same sample.
    """
    same = _making(rows["derivation"]) == _making(rows[f"{than}_derivation"])
    return measures.significant_difference(
        rows["value"],
        lower=rows["lower"].where(same),
        upper=rows["upper"].where(same),
        benchmark=rows[than],
        benchmark_lower=rows[f"{than}_lower"],
        benchmark_upper=rows[f"{than}_upper"],
    )


def _making(derivations: pd.Series) -> pd.Series:
    """Whose an interval is: the publisher's, or what was made here in one of several ways."""
    return derivations.astype(object).map(lambda way: "published" if way in BY_PUBLISHER else way)
