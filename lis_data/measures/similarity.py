"""How alike two areas are in what they are made of: distances over features of different units.

A feature is one figure of an area, or several that count together as one (the shares of its industries).
"""

from __future__ import annotations

import numpy as np
import pandas as pd


def standard_score(values: pd.Series) -> pd.Series:
    """How far from the usual a figure is, in standard deviations: (x − mean) ÷ s, over the areas with a figure.

    s divides by n − 1. Missing where all figures are equal. Source: the z-score, as in CIPFA's Nearest Neighbours
    Model, whose features have a mean of 0 and a standard deviation of 1.
    """
    spread = values.std()
    return (values - values.mean()) / (spread if spread else np.nan)


def differences(values: pd.DataFrame) -> pd.DataFrame:
    """How far apart every two areas (rows) are, areas × areas: Σ |x − y| over the columns, in the columns' unit.

    One column: the plain difference. Shares of industries in %: twice the Krugman index between two economies.
    Missing where either area lacks one of the figures.
    """
    figures = values.to_numpy(dtype=float)
    apart = np.abs(figures[:, None, :] - figures[None, :, :]).sum(axis=2)
    return pd.DataFrame(apart, index=values.index, columns=values.index)


def standard_differences(differences: pd.DataFrame) -> pd.DataFrame:
    """Differences of any unit made comparable, areas × areas: d ÷ s, s² = half the mean d² of all pairs of areas.

    Of a single figure x, s is its standard deviation, so this is the difference of two standard scores; the same rule
    then serves a feature of several figures. For the n² ordered pairs have Σ (x − y)² = 2n Σ x² − 2 (Σ x)², which is
    2n Σ (x − mean)²; without the n pairs of an area with itself, which add nothing, the mean is that over n (n − 1),
    twice the variance that divides by n − 1. Missing where all areas are equal.
    """
    pairs = differences.to_numpy()[np.triu_indices(len(differences), k=1)]
    squares = pairs[~np.isnan(pairs)] ** 2
    spread = np.sqrt(squares.mean() / 2) if len(squares) else 0.0
    return differences / (spread if spread else np.nan)


def distance(differences: pd.DataFrame, *, weights: pd.Series) -> pd.Series:
    """How unlike areas (rows) are over features (columns of standard differences): √(Σ w · d² ÷ Σ w).

    0 = alike in every feature; two areas taken at random are about 1.4 (√2) apart. Sums are over the features with a
    figure, so one that is missing leaves the average of the others; missing where none is left. Source: weighted
    Euclidean distance; features missing as in J. C. Gower, *A General Coefficient of Similarity and Some of Its
    Properties* (Biometrics 27, 1971).
    """
    known = _known(differences, weights)
    return (_squares(differences, weights).sum(axis=1) / known.where(known > 0)) ** 0.5


def distance_parts(differences: pd.DataFrame, *, weights: pd.Series) -> pd.DataFrame:
    """What each feature adds to an area's distance, in % of its square: 100 · w · d² ÷ Σ w · d²; missing at 0."""
    squares = _squares(differences, weights)
    total = squares.sum(axis=1)
    return 100 * squares.div(total.where(total > 0), axis=0)


def known_weight(differences: pd.DataFrame, *, weights: pd.Series) -> pd.Series:
    """How much of a comparison rests on figures, in %: 100 · Σ w of the features with a figure ÷ Σ w of all."""
    total = weights.sum()
    return 100 * _known(differences, weights) / (total if total else np.nan)


def _squares(differences: pd.DataFrame, weights: pd.Series) -> pd.DataFrame:
    return differences[weights.index] ** 2 * weights


def _known(differences: pd.DataFrame, weights: pd.Series) -> pd.Series:
    return (differences[weights.index].notna() * weights).sum(axis=1)
