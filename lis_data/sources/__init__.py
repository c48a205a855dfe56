"""From publishers' tables to tidy observations: one module a publisher's subject, or a collection of many files.

| module | whose figures |
| --- | --- |
| `beis_indicators` | Defra, Department for Transport, Innovate UK, Nesta and others, as one project gathered them |
| `explore_local_statistics` | the ONS service of that name, with DSIT and Department for Transport figures in it |
| `eurostat`, `european_commission` | European statistics and grants |
| `hesa`, `mhclg`, `ofcom` | universities; deprivation; broadband and mobile |
| `ons_…` | the Office for National Statistics, by subject |
| `programme` | the policy layer, as tables of its own |
| `forms` | no publisher: what several of these modules need to read their files |

A publisher's module has `READERS`: dataset id -> a function of the folder of raw files that returns observations
(columns `observations.COLUMNS`) of the areas the publisher itself gives. What is summed or divided from them is
the store's business.
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
        if not module.ispkg:
            found |= importlib.import_module(f"{__name__}.{module.name}").READERS
    return dict(sorted(found.items()))
