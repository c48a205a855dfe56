"""What reaching an R&D target would take of each region, by three rules for who does more. Arithmetic, not a forecast.

Amounts are a year's, in one unit and at the prices and the GDP of one year. A rule gives each region's extra amount;
together they lift the whole country exactly to the target, and a country at or above it needs nothing.
"""

from __future__ import annotations

import pandas as pd


def extra_alike(rd: pd.Series, *, gdp: pd.Series, target: float) -> pd.Series:
    """Extra amount a year, in the unit of `rd`, if all regions gain the same points of GDP: need · GDP / Σ GDP.

    need = target / 100 · Σ GDP − Σ R&D, the target in % of GDP.
    """
    return _need(rd, gdp=gdp, target=target) * gdp / gdp.sum(skipna=False)


def extra_catching_up(rd: pd.Series, *, gdp: pd.Series, target: float) -> pd.Series:
    """Extra amount a year, in the unit of `rd`, if the regions below a common level rise to it and the others keep
    theirs: max(0, level / 100 · GDP − R&D), with the level of `catching_up_level`.
    """
    level = catching_up_level(rd, gdp=gdp, target=target)
    return (level / 100 * gdp - rd).clip(lower=0)


def extra_following(rd: pd.Series, *, gdp: pd.Series, target: float) -> pd.Series:
    """Extra amount a year, in the unit of `rd`, if all regions' R&D grows by the same per cent: need · R&D / Σ R&D.

    need = target / 100 · Σ GDP − Σ R&D, the target in % of GDP.
    """
    return _need(rd, gdp=gdp, target=target) * rd / rd.sum(skipna=False)


def catching_up_level(rd: pd.Series, *, gdp: pd.Series, target: float) -> float:
    """The level in % of GDP to which the regions below it must rise for the country to reach the target.

    With the regions in order of R&D / GDP the lowest n rise to 100 · (need + Σn R&D) / Σn GDP; n is the first for which
    that does not pass the region after them. Missing where a figure is.
    """
    shares = (100 * rd / gdp).sort_values()
    rd, gdp = rd.reindex(shares.index), gdp.reindex(shares.index)
    levels = 100 * (_need(rd, gdp=gdp, target=target) + rd.cumsum()) / gdp.cumsum()
    enough = levels[levels <= shares.shift(-1, fill_value=float("inf"))]
    return float(enough.iloc[0]) if shares.notna().all() else float("nan")


def even_steps(first: pd.Series, last: pd.Series, *, part: float) -> pd.Series:
    """Where a path of equal steps is when a part (0 to 1) of its years has gone: first + part · (last − first)."""
    return first + part * (last - first)


def even_growth(first: pd.Series, last: pd.Series, *, part: float) -> pd.Series:
    """Where a path of equal growth is when a part (0 to 1) of its years has gone: first · (last / first)^part.

    Nothing stays nothing.
    """
    return first * (last / first.where(first > 0)).fillna(1) ** part


def _need(rd: pd.Series, *, gdp: pd.Series, target: float) -> float:
    """What the whole country lacks, in the unit of `rd`; 0 at or above the target, missing where a figure is."""
    need = target / 100 * gdp.sum(skipna=False) - rd.sum(skipna=False)
    return 0.0 if need < 0 else float(need)
