"""Spatial clustering: does like lie next to like more than chance would have it, and where?

esda takes seconds to import, so it is imported where it is used: no page but the one on clusters pays for it.
"""

from __future__ import annotations

import warnings
from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd

SHUFFLINGS, LOCAL_SHUFFLINGS = 999, 9_999
"""How often figures are shuffled over the whole map, and around each area: among hundreds of areas the cut-off of p is
so small that 999 could hardly reach it."""
SEED = 20_180_119
FALSE_DISCOVERIES = 0.05
"""The part of the clusters shown that may be chance."""
_QUADRANTS = {1: "high-high", 2: "low-high", 3: "low-low", 4: "high-low"}


@dataclass(frozen=True)
class Clustering:
    """Moran's I of `areas` figures, what chance would give on average, and how many of the shufflings of the figures
    over the map gave as strong a pattern.
    """

    morans_i: float
    expected: float
    areas: int
    as_strong: int
    shufflings: int = SHUFFLINGS

    @property
    def p(self) -> float:
        """Pseudo p-value: (as strong + 1) / (shufflings + 1)."""
        return (self.as_strong + 1) / (self.shufflings + 1)


def morans_i(values: pd.Series, *, neighbours: pd.DataFrame) -> Clustering | None:
    """Moran's I of figures by area code: Σ z · mean z of the neighbours / Σ z², z = value − mean; None where fewer than
    four areas have a figure and a neighbour with one, or all figures are equal.

    `neighbours` has area_code and neighbour_code, each pair both ways; weights are row-standardised. Near 1 like lies
    next to like, at −1 / (n − 1) there is no pattern, below it unlike lies next to unlike. `as_strong` counts the
    shufflings that lie at least as far from no pattern, on either side. Source: P. Moran (1950), by esda.Moran.
    """
    connected = _connected(values, neighbours)
    if not _enough(connected):
        return None
    from esda import Moran  # imported late: see the module

    weights = _weights(connected.index, neighbours)
    found = Moran(connected.to_numpy(), weights, permutations=0)
    strength = np.abs(_shuffled(found.z, weights.sparse) - found.EI)
    as_strong = int((strength >= abs(found.I - found.EI)).sum())
    return Clustering(float(found.I), float(found.EI), len(connected), as_strong)


def local_clusters(values: pd.Series, *, neighbours: pd.DataFrame) -> pd.DataFrame:
    """Local Moran's I of figures by area code, for the areas with a neighbour that has one too: neighbours (with a
    figure), neighbours_value (their mean), local_i, p, cluster.

    I = z · mean z of the neighbours · (n − 1) / Σ z². `p` is twice the part of LOCAL_SHUFFLINGS of the other figures
    that lie at least as far out on the same side, so that it stands for both sides. `cluster` is high-high, low-low,
    high-low or low-high (the area itself, then its neighbours) where p passes the cut-off that keeps FALSE_DISCOVERIES
    among all areas (Benjamini and Hochberg), else none. Empty where Moran's I is None. Source: L. Anselin, Local
    Indicators of Spatial Association (1995), by esda.Moran_Local and esda.fdr.
    """
    connected = _connected(values, neighbours)
    if not _enough(connected):
        return pd.DataFrame(columns=["neighbours", "neighbours_value", "local_i", "p", "cluster"])
    from esda import fdr  # imported late: see the module

    weights = _weights(connected.index, neighbours)
    found = _local(connected, weights)
    p = np.minimum(1, 2 * found.p_sim)
    passed = p <= fdr(p, alpha=FALSE_DISCOVERIES)
    quadrants = pd.Series(found.q, index=connected.index).map(_QUADRANTS)
    return pd.DataFrame(
        {
            "neighbours": list(weights.cardinalities.values()),
            "neighbours_value": weights.sparse @ connected.to_numpy(),
            "local_i": found.Is,
            "p": p,
            "cluster": quadrants.where(passed, "none"),
        },
        index=connected.index,
    )


def _local(connected: pd.Series, weights: Any) -> Any:
    from esda import Moran_Local  # imported late: see the module

    with warnings.catch_warnings():  # esda will count both sides by itself one day, and says so every time
        warnings.simplefilter("ignore", DeprecationWarning)
        return Moran_Local(
            connected.to_numpy(), weights, permutations=LOCAL_SHUFFLINGS, n_jobs=1, keep_simulations=False, seed=SEED
        )


def _connected(values: pd.Series, neighbours: pd.DataFrame) -> pd.Series:
    """The figures of areas that have one, and a neighbour that has one."""
    connected = values.dropna().sort_index()
    return connected[connected.index.isin(_pairs(connected.index, neighbours)["area_code"])]


def _enough(connected: pd.Series) -> bool:
    return len(connected) >= 4 and connected.nunique() > 1


def _pairs(codes: pd.Index, neighbours: pd.DataFrame) -> pd.DataFrame:
    inside = neighbours["area_code"].isin(codes) & neighbours["neighbour_code"].isin(codes)
    return neighbours[inside]


def _weights(codes: pd.Index, neighbours: pd.DataFrame) -> Any:
    """libpysal's weights: each neighbour of an area counts alike, and all of them together as one."""
    from libpysal.weights import W  # imported late, as esda is

    lists = _pairs(codes, neighbours).groupby("area_code")["neighbour_code"].agg(list)
    weights = W(lists.to_dict(), id_order=list(codes), silence_warnings=True)
    weights.transform = "r"
    return weights


def _shuffled(z: np.ndarray, weights: Any) -> np.ndarray:
    """Moran's I of SHUFFLINGS of the figures, always the same ones: esda's own would draw from, and so disturb, the one
    source of chance that all readers' sessions share.
    """
    chance = np.random.default_rng(SEED)
    shuffled = chance.permuted(np.tile(z, (SHUFFLINGS, 1)), axis=1)
    products: np.ndarray = (shuffled * (weights @ shuffled.T).T).sum(axis=1)
    return products / (z @ z)
