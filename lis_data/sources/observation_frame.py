"""The last step of the R&D readers: a publisher's figures get all columns of an observation."""

from __future__ import annotations

import numpy as np
import pandas as pd

from lis_data.model import TOTAL, Status
from lis_data.observations import COLUMNS


def complete(frame: pd.DataFrame, *, indicator_id: str) -> pd.DataFrame:
    """Observations (columns COLUMNS) from `frame` (geography_id, area_code, period, value[, status]).

    All industries, no interval; an empty figure is missing (M) unless it is said to be suppressed (C).
    """
    table = frame.assign(indicator_id=indicator_id, industry=TOTAL, lower=np.nan, upper=np.nan)
    if "status" not in table.columns:
        table["status"] = Status.NORMAL.value
    missing = table["value"].isna() & table["status"].ne(Status.SUPPRESSED.value)
    table["status"] = table["status"].mask(missing, Status.MISSING.value)
    return table[COLUMNS].astype({"value": float}).reset_index(drop=True)
