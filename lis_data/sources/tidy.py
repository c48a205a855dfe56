"""The last step of every reader: a table with some of the nine columns becomes observations with all of them."""

from __future__ import annotations

import pandas as pd

from lis_data.model import TOTAL, Status
from lis_data.observations import COLUMNS


def tidy(frame: pd.DataFrame, **constants: str) -> pd.DataFrame:
    """Observations (columns COLUMNS) of `frame`, with `constants` for columns it does not have.

    What neither gives is all industries, no confidence interval and status A, or M where there is no value.
    """
    table = frame.assign(**constants)
    for column in ("lower", "upper"):
        table[column] = table.get(column, float("nan"))
    table["industry"] = table.get("industry", TOTAL)
    table["status"] = table.get("status", Status.NORMAL.value)
    table["value"] = table["value"].astype(float)
    table.loc[table["value"].isna() & table["status"].ne(Status.SUPPRESSED), "status"] = Status.MISSING.value
    return table[COLUMNS].reset_index(drop=True)
