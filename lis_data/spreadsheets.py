"""What a spreadsheet that we write must not do: run what somebody typed into a cell."""

from __future__ import annotations

import pandas as pd

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")


def neutral(frame: pd.DataFrame) -> pd.DataFrame:
    """Text that a spreadsheet would run as a formula, with an apostrophe before it."""
    text = frame.select_dtypes(include=["str", "object"]).columns
    return frame.assign(
        **{
            column: frame[column].map(lambda cell: f"'{cell}" if str(cell).startswith(_FORMULA) else cell)
            for column in text
        }
    )
