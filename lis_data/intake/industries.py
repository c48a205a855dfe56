"""Industry codes that the evidence knows."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pandas as pd

_TABLE = Path(__file__).parent.parent / "industries.csv"


@cache
def known_industries() -> frozenset[str]:
    """Every industry code of every list that a published indicator uses."""
    return frozenset(pd.read_csv(_TABLE, dtype=str)["industry"])
