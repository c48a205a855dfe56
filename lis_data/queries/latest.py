"""Which period stands for an indicator: the latest that is nearly as full as its fullest."""

from __future__ import annotations

import pandas as pd

from lis_data.period import parse

ENOUGH = 0.9
"""The part of the areas of the fullest period from which a period is nearly as full."""


def full_periods(areas: pd.Series) -> list[str]:
    """The periods in which nearly as many areas have a figure as in the fullest one, the latest last; `areas` is how
    many have a figure, by period.
    """
    return sorted(areas.index[areas >= ENOUGH * areas.max()], key=parse)


def latest_period(coverage: pd.DataFrame) -> str:
    """The last of the full periods of a geography; `coverage` has period and areas (how many have a figure), as
    `queries.coverage`. ValueError where there is no period at all.
    """
    if coverage.empty:
        raise ValueError("No period has a figure.")
    return full_periods(coverage.set_index("period")["areas"])[-1]
