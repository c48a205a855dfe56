"""The committed tables of `geo/data/`, each read once; all text, with empty strings for blanks."""

from functools import cache
from pathlib import Path

import pandas as pd

DATA = Path(__file__).parent / "data"


@cache
def table(name: str) -> pd.DataFrame:
    """The rows of `geo/data/<name>.csv`, all columns as text. Shared: callers copy before they change it."""
    return pd.read_csv(DATA / f"{name}.csv", dtype=str, keep_default_na=False)
