"""Figures held against something: a total, a benchmark, an earlier year, a target."""

from __future__ import annotations

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


def ratio(values: pd.Series, *, per: pd.Series) -> pd.Series:
    """Units of one thing per unit of another: value / per; missing where there is nothing to divide by."""
    return values / _nonzero(per)


def lead(values: pd.Series, *, benchmark: pd.Series) -> pd.Series:
    """How far above (+) or below (−) a benchmark, in % of it: 100 · (value / benchmark − 1)."""
    return 100 * (values / _nonzero(benchmark) - 1)


def index(values: pd.Series, *, base: float | pd.Series) -> pd.Series:
    """Relative to a base: 100 · value / base (100 = as the base)."""
    return 100 * values / _nonzero(base)


def contribution(first: pd.Series, last: pd.Series, *, total: float | pd.Series) -> pd.Series:
    """Percentage points of the whole economy's growth that come from one industry: 100 · (last − first) / first total.

    Contributions of industries that add up to the total add up to its growth over the whole time (not a year).
    """
    return 100 * (last - first) / _nonzero(total)


def growth(first: pd.Series, last: pd.Series, *, years: float) -> pd.Series:
    """Compound growth in % a year: 100 · ((last / first)^(1 / years) − 1); missing unless both are positive."""
    ratio = (last / first).where((first > 0) & (last > 0))
    return 100 * (ratio ** (1 / years) - 1)


def gap_to_target(values: pd.Series, *, target: float) -> pd.Series:
    """How far above (+) or below (−) a target, in the unit of the figures (percentage points for %)."""
    return values - target


def money_to_target(values: pd.Series, *, target: float, base: pd.Series) -> pd.Series:
    """What reaching a target in % of `base` would take: (target − value) / 100 · base, in the unit of base a year.

    Zero for areas at or above the target. Says nothing of prices or of a GDP that grows meanwhile.
    """
    return ((target - values) / 100 * base).clip(lower=0)


def shortfall(amounts: pd.Series, *, bases: pd.Series, benchmark: pd.Series) -> pd.Series:
    """What an area lacks to the benchmark's rate: benchmark rate · base − amount, in the unit of the amounts.

    With GVA, people and the benchmark's GVA per head it is the output gap. Negative where the area is ahead.
    """
    return benchmark * bases - amounts


def _nonzero(number: float | pd.Series) -> float | pd.Series:
    if isinstance(number, pd.Series):
        return number.where(number != 0)
    return number if number else float("nan")
