"""The last step of every reader: its own columns become those of an observation."""

from __future__ import annotations

from typing import Any

import numpy as np
import pandas as pd

from lis_data.model import TOTAL, Status
from lis_data.observations import COLUMNS, KEY

LACKING: dict[str, Any] = {"industry": TOTAL, "lower": np.nan, "upper": np.nan, "status": Status.NORMAL.value}


def tidy(frame: pd.DataFrame, **constants: str) -> pd.DataFrame:
    """`frame` in the nine columns of an observation, sorted by key; `constants` fill whole columns.

    What a reader leaves out is filled in: all industries, no interval, status A. A figure without a value is
    missing (M) unless its reader says that it is suppressed (C).
    """
    given = frame.assign(**constants)
    full = given.assign(**{name: value for name, value in LACKING.items() if name not in given})
    missing = full["value"].isna() & full["status"].ne(Status.SUPPRESSED.value)
    full["status"] = full["status"].mask(missing, Status.MISSING.value)
    numbers = {"value": float, "lower": float, "upper": float}
    return full[COLUMNS].astype(numbers).sort_values(KEY, ignore_index=True)
