"""From publishers' tables to tidy observations: a module for a publisher's subject, or for a collection.

| module | whose figures |
| --- | --- |
| `beis_indicators` | Defra, Department for Transport, Innovate UK, Nesta and others, from one project |
| `dbt` | UK Innovation Survey |
| `explore_local_statistics` | ONS and several departments, from the ONS service of that name |
| `eurostat`, `european_commission` | European statistics; European research grants |
| `hesa`, `mhclg`, `ofcom` | universities; deprivation; broadband and mobile signal |
| `ons_…` | the Office for National Statistics, by subject |
| `social_mobility_commission` | higher degrees, from the Labour Force Survey |
| `programme` | the policy layer, as tables of its own |
| `forms` | no publisher: what several of these modules need to read their files |

A publisher's module has `READERS`: dataset id -> a function of the folder of raw files that returns
observations (columns `observations.COLUMNS`) of the areas the publisher itself gives. What is summed or
divided from them is the store's business.
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
