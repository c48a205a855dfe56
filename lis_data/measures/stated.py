"""Figures held against what somebody said: does a stated figure agree, and what is lacking?"""

from __future__ import annotations

import pandas as pd

TOLERANCE = 0.05
"""How far from a stated figure a recomputed one may lie, as a part of the stated one."""


def agrees(values: pd.Series, *, stated: float, decimals: int) -> pd.Series:
    """Whether a figure is the stated one: |value − stated| ≤ max(5% of stated, half a unit of its last decimal).

    Missing where there is no figure, which is not a contradiction.
    """
    room = max(TOLERANCE * abs(stated), 0.5 * 10**-decimals)
    inside = (values - stated).abs() <= room + 1e-9  # 23 ± 1.15 holds 24.15 in spite of binary fractions
    return inside.astype("boolean").mask(values.isna())


def shortfall(amounts: pd.Series, *, bases: pd.Series, benchmark: pd.Series) -> pd.Series:
    """What an area lacks to the benchmark's rate: benchmark rate · base − amount, in the unit of the amounts.

    With GVA, people and the benchmark's GVA per head it is the output gap. Negative where the area is ahead.
    """
    return benchmark * bases - amounts
