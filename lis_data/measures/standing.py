"""Where an area stands among the others, and whether it passes a threshold."""

from __future__ import annotations

import numpy as np
import pandas as pd


def rank(values: pd.Series, *, polarity: str = "higher") -> pd.Series:
    """Place among the areas with a figure, 1 for the best (for the highest where neither end is better).

    Standard competition ranking: equal figures share the better place, and the next place is left out (1, 2, 2, 4).
    """
    return values.rank(method="min", ascending=polarity == "lower").astype("Int64")


def tied(values: pd.Series) -> pd.Series:
    """Whether another area has the very same figure, so that a rank is shared."""
    return values.duplicated(keep=False) & values.notna()


def percentile(values: pd.Series) -> pd.Series:
    """Per cent of the other areas with a figure that lie below: 100 · (below + half of the equal others) / (n − 1).

    Source: mean percentile rank, as in scipy.stats.percentileofscore(kind="mean"), with the area itself left out.
    """
    others = values.notna().sum() - 1
    return 100 * (values.rank(method="average") - 1) / (others if others else np.nan)


def percentile_among(number: float, values: pd.Series) -> float:
    """Per cent of the areas with a figure that lie below a number from outside: 100 · (below + half of the equal) / n.

    Where England would stand among areas, which it is not one of. Missing where the number is, or all figures are.
    Source: scipy.stats.percentileofscore(kind="mean").
    """
    known = values.dropna()
    if known.empty or np.isnan(number):
        return float("nan")
    return 100 * float((known < number).mean() + (known == number).mean() / 2)


def passes(values: pd.Series, *, least: float) -> pd.Series:
    """Whether a figure is at least a threshold; missing where there is no figure, which is not a failure."""
    return (values >= least).astype("boolean").mask(values.isna())
