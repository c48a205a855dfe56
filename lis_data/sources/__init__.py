"""From publishers' tables to tidy observations: one module a publisher, none knows of another.

Each module has `READERS`: dataset id -> a function of the folder of raw files that returns observations
(columns `observations.COLUMNS`) of the areas the publisher itself gives. What is summed or divided from them
is the store's business. `programme` gives the policy layer, as tables of its own.
"""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable
from pathlib import Path

import pandas as pd

Reader = Callable[[Path], pd.DataFrame]


def readers() -> dict[str, Reader]:
    """Every dataset id with the function that reads it."""
    found: dict[str, Reader] = {}
    for module in pkgutil.iter_modules(__path__):
        found |= getattr(importlib.import_module(f"{__name__}.{module.name}"), "READERS", {})
    return dict(sorted(found.items()))
