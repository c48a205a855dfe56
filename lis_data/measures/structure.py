"""How an economy is made up of its industries, and how far that is from a benchmark's."""

from __future__ import annotations

import numpy as np
import pandas as pd


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
