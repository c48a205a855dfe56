"""How two indicators go together over the same areas. Pairs with a missing figure count for nothing."""

from __future__ import annotations

import numpy as np
import pandas as pd

FEWEST_PAIRS = 3
"""With fewer pairs of figures nothing is said."""


def pearson(first: pd.Series, *, second: pd.Series) -> float:
    """Pearson's r, −1 to 1: Σ (x − x̄)(y − ȳ) / √(Σ (x − x̄)² · Σ (y − ȳ)²), how near the pairs lie to a straight line.

    Missing for fewer than FEWEST_PAIRS pairs, or where one of the two does not vary.
    """
    both = pd.DataFrame({"first": first, "second": second}).dropna()
    if len(both) < FEWEST_PAIRS or both.nunique().min() < 2:
        return float("nan")
    return float(np.corrcoef(both["first"], both["second"])[0, 1])


def spearman(first: pd.Series, *, second: pd.Series) -> float:
    """Spearman's ρ, −1 to 1: Pearson's r of the ranks, ties sharing their mean rank; a few far figures weigh no more
    than others. Missing as `pearson`.
    """
    both = pd.DataFrame({"first": first, "second": second}).dropna()
    ranks = both.rank(method="average")
    return pearson(ranks["first"], second=ranks["second"])


def off_line(first: pd.Series, *, second: pd.Series) -> pd.Series:
    """How far each second figure lies above (+) or below (−) the line of least squares through the pairs, in its own
    unit; missing without a pair, or where there is no line (as `pearson`).
    """
    r = pearson(first, second=second)
    both = pd.DataFrame({"first": first, "second": second}).dropna()
    slope = r * both["second"].std() / both["first"].std() if r == r else float("nan")
    return second - both["second"].mean() - slope * (first - both["first"].mean())
