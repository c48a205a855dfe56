"""What is published for a region shared out to the areas inside it, by something that is known of each of them."""

from __future__ import annotations

import pandas as pd


def apportion(amounts: pd.Series, *, key: pd.Series, within: pd.Series) -> pd.Series:
    """Each area's part of its region's amount, in the unit of the amount: amount · key / Σ key in the region.

    One row an area: `amounts` its region's amount, `key` the area's own figure of what the amount is taken to follow
    (population, GVA, …), `within` its region. Missing for a whole region where one of its keys is missing: always an
    estimate, and never better than the belief that the amount follows the key inside the region.
    """
    total = key.groupby(within).transform("sum", skipna=False)
    return amounts * key / total.where(total != 0)
