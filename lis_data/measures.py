"""What is computed from figures: each measure with its formula, unit and source. Pure functions on pandas Series.

Missing figures stay missing and count for nothing: a rank is among the areas that have a figure.
"""

from __future__ import annotations

import numpy as np
import pandas as pd

RD_TARGET = 2.4
"""All R&D as % of GDP that the UK aims at by 2027. Source: Industrial Strategy white paper, November 2017."""


def share(values: pd.Series, *, total: float | pd.Series) -> pd.Series:
    """Part of a total, in %: 100 · value / total; missing where the total is zero or missing."""
    return 100 * values / _nonzero(total)


def location_quotient(shares: pd.Series, *, benchmark: pd.Series) -> pd.Series:
    """How many times its benchmark share an industry has here: share / benchmark share (1 = as the benchmark).

    Source: ONS, *Location quotient data and industrial specialisation for local authorities*, definition.
    """
    return shares / _nonzero(benchmark)


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


def growth(first: pd.Series, last: pd.Series, *, years: float) -> pd.Series:
    """Compound growth in % a year: 100 · ((last / first)^(1 / years) − 1); missing unless both are positive."""
    ratio = (last / first).where((first > 0) & (last > 0))
    return 100 * (ratio ** (1 / years) - 1)


def index(values: pd.Series, *, base: float | pd.Series) -> pd.Series:
    """Relative to a base: 100 · value / base (100 = as the base)."""
    return 100 * values / _nonzero(base)


def gap_to_target(values: pd.Series, *, target: float) -> pd.Series:
    """How far above (+) or below (−) a target, in the unit of the figures (percentage points for %)."""
    return values - target


def money_to_target(values: pd.Series, *, target: float, base: pd.Series) -> pd.Series:
    """What reaching a target in % of `base` would take: (target − value) / 100 · base, in the unit of base a year.

    Zero for areas at or above the target. Says nothing of prices or of a GDP that grows meanwhile.
    """
    return ((target - values) / 100 * base).clip(lower=0)


def contribution(first: pd.Series, last: pd.Series, *, total: float | pd.Series) -> pd.Series:
    """Percentage points of the whole economy's growth that come from one industry: 100 · (last − first) / first total.

    Contributions of industries that add up to the total add up to its growth over the whole time (not a year).
    """
    return 100 * (last - first) / _nonzero(total)


def ratio(values: pd.Series, *, per: pd.Series) -> pd.Series:
    """Units of one thing per unit of another: value / per; missing where there is nothing to divide by."""
    return values / _nonzero(per)


def lead(values: pd.Series, *, benchmark: pd.Series) -> pd.Series:
    """How far above (+) or below (−) a benchmark, in % of it: 100 · (value / benchmark − 1)."""
    return 100 * (values / _nonzero(benchmark) - 1)


def passes(values: pd.Series, *, least: float) -> pd.Series:
    """Whether a figure is at least a threshold; missing where there is no figure, which is not a failure."""
    return (values >= least).astype("boolean").mask(values.isna())


def krugman_index(shares: pd.Series, *, benchmark: pd.Series, by: pd.Series) -> pd.Series:
    """How far an economy's structure is from the benchmark's, 0 to 100, an area each: ½ · Σ |share − benchmark share|.

    Shares in % of industries that do not overlap. 0 = the same structure; 20 = a fifth of the economy would have to be
    in another industry to have it. Missing where a share is. Source: P. Krugman, *Geography and Trade* (1991), who
    takes the whole sum of fractions, 0 to 2: this is 50 times his, so that it reads as a part of the economy.
    """
    return (shares - benchmark).abs().groupby(by).sum(skipna=False) / 2


def shannon_entropy(shares: pd.Series, *, by: pd.Series) -> pd.Series:
    """How evenly an economy is spread over its industries, 0 to 100, an area each: 100 · −Σ p · ln p / ln n.

    p = share / 100, n = number of industries; 0 · ln 0 counts as 0. 100 = all of one size. Missing where a share is or
    is negative. Source: C. Shannon, *A Mathematical Theory of Communication* (1948), divided by its maximum.
    """
    return 100 * _entropy(shares, by=by) / np.log(shares.groupby(by).size())


def effective_industries(shares: pd.Series, *, by: pd.Series) -> pd.Series:
    """How many industries of one size would be as diverse, an area each: exp(−Σ p · ln p), from 1 to their number.

    Source: M. Hill, *Diversity and Evenness* (Ecology 54, 1973), the number of order 1.
    """
    return np.exp(_entropy(shares, by=by))


def herfindahl_index(shares: pd.Series, *, by: pd.Series) -> pd.Series:
    """How concentrated an economy is, up to 10,000 (one industry), an area each: Σ share², shares in %.

    Source: A. Hirschman, *The Paternity of an Index* (American Economic Review 54, 1964).
    """
    return (shares**2).groupby(by).sum(skipna=False)


def _entropy(shares: pd.Series, *, by: pd.Series) -> pd.Series:
    parts = (shares / 100).where(shares >= 0)
    return -(parts * np.log(parts.where(parts > 0, 1))).groupby(by).sum(skipna=False)


def _nonzero(number: float | pd.Series) -> float | pd.Series:
    if isinstance(number, pd.Series):
        return number.where(number != 0)
    return number if number else float("nan")
