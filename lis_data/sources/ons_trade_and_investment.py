"""Exports and foreign direct investment by region, of the Office for National Statistics.

Below regions only areas with the boundary of a NUTS2 region of 2016 or of a combined authority are kept.
"""

from __future__ import annotations

from pathlib import Path

import pandas as pd

from lis_data.sources.els import read

EXPORTS = "business/els_exports_itl_2019_2023.csv"
INVESTMENT = "business/els_fdi_itl_2015_2024.csv"


def exports(folder: Path) -> pd.DataFrame:
    """`exports_gbp_m`, £ million, goods and services together, 2019–2023; a few are suppressed."""
    return read(folder / EXPORTS, indicators={"Value of UK exports": "exports_gbp_m"})


def foreign_direct_investment(folder: Path) -> pd.DataFrame:
    """`fdi_inward_gbp_m` and `fdi_outward_gbp_m`, £ million, positions at the end of 2015 … 2024."""
    names = {
        "Inward foreign direct investment": "fdi_inward_gbp_m",
        "Outward foreign direct investment": "fdi_outward_gbp_m",
    }
    return read(folder / INVESTMENT, indicators=names)


READERS = {"ons-exports-2023": exports, "ons-fdi-2024": foreign_direct_investment}
