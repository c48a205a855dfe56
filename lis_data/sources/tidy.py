"""The last step of every reader: its own columns become those of an observation."""

from __future__ import annotations

from typing import Any

import numpy as np
import pandas as pd

from lis_data.model import TOTAL, Status
from lis_data.observations import COLUMNS, KEY


def tidy(frame: pd.DataFrame, **constants: str) -> pd.DataFrame:
    """`frame` in the nine columns of an observation, sorted by key; `constants` fill whole columns.

    What a reader leaves out is filled in: all industries, no interval, and status A where there is a value,
    M where there is none.
    """
    status = _status(frame["value"])
    lacking: dict[str, Any] = {"industry": TOTAL, "lower": np.nan, "upper": np.nan, "status": status}
    given = frame.assign(**constants)
    full = given.assign(**{column: lacking[column] for column in lacking if column not in given.columns})
    numbers = {"value": float, "lower": float, "upper": float}
    return full[COLUMNS].astype(numbers).sort_values(KEY, ignore_index=True)


def _status(value: pd.Series) -> pd.Series:
    return value.notna().map({True: Status.NORMAL.value, False: Status.MISSING.value})
