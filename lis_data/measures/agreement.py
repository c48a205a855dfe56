"""Whether a recomputed figure agrees with a stated one."""

from __future__ import annotations

import math

import pandas as pd

FITS = ("agrees", "close", "off")
"""How a recomputed figure stands to a stated one, the nearest first."""
TOLERANCE = 0.05
"""How far from a stated figure a close one may lie, as a part of the stated one."""


def fit(values: pd.Series, *, stated: float, decimals: int) -> pd.Series:
    """How each figure stands to the stated one, both read at the stated precision: one of FITS.

    A figure agrees if it rounds to the stated one, is close if it rounds to within 5% of it, and is off beyond that. So
    two figures that read the same at the stated precision (24.15 and 24.2 beside 23) never part, and none goes from
    agreeing to off at one edge. Missing where there is no figure, which is not a contradiction.
    """
    apart = (values.round(decimals) - stated).abs()
    room = TOLERANCE * abs(stated) + 1e-9  # the last decimal of a binary fraction is no difference
    found = pd.Series("off", index=values.index, dtype="object")
    return found.mask(apart <= room, "close").mask(apart <= 1e-9, "agrees").mask(values.isna())


def close_range(stated: float, *, decimals: int) -> tuple[float, float]:
    """Least and most that read close to the stated figure: 21.5 to 24.5 for 23, within 5% of which lie 22 to 24."""
    step = 10**-decimals
    room = (math.floor(TOLERANCE * abs(stated) / step + 1e-9) + 0.5) * step
    return stated - room, stated + room
