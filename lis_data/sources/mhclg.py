"""The English Indices of Deprivation of the Ministry of Housing, Communities and Local Government, 2019 and 2025."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pandas as pd

from lis_data.sources.forms.places import placed
from lis_data.sources.forms.tidy import tidy

DEPRIVATION = "places/mhclg_iod2019_lad_summary.csv"
CODE = "Local Authority District code (2019)"
SHARE_TO_PERCENT = 100.0
MEASURES = {
    "IMD - Average score": ("deprivation_average_score", 1.0),
    "IMD - Proportion of LSOAs in most deprived 10% nationally": (
        "deprived_neighbourhoods_pct",
        SHARE_TO_PERCENT,
    ),
    "IMD 2019 - Extent": ("deprivation_extent_pct", SHARE_TO_PERCENT),
}
"""The file's measure -> our indicator, and the factor to its unit. Its ranks are left out."""
CODE_2025 = "ltla24_code"
DEPRIVATION_2025 = "places/mhclg_iod2025_lad_summary.csv"
MEASURES_2025 = {
    "imd_average_score": ("deprivation_average_score_2025", 1.0),
    "imd_proportion_of_lso_as_in_most_deprived_10_percent_nationally": (
        "deprived_neighbourhoods_2025_pct",
        SHARE_TO_PERCENT,
    ),
    "imd25_extent": ("deprivation_extent_2025_pct", SHARE_TO_PERCENT),
}
"""The same of the edition of 2025, in a copy whose column names are in lower case."""


def deprivation(folder: Path) -> pd.DataFrame:
    """Three summaries of the Index of Multiple Deprivation 2019 for the 317 districts of April 2019."""
    raw = pd.read_csv(folder / DEPRIVATION).rename(columns={CODE: "area_code"})
    return tidy(placed(_measures(raw, MEASURES), geographies=["lad-2019"]), period="2019")


def deprivation_2025(folder: Path) -> pd.DataFrame:
    """The same of the Index of 2025 for the 296 districts of 2024, which are those of 2023.

    Indicators of their own: scores of the two editions cannot be compared.
    """
    raw = pd.read_csv(folder / DEPRIVATION_2025).rename(columns={CODE_2025: "area_code"})
    return tidy(placed(_measures(raw, MEASURES_2025), geographies=["lad-2023"]), period="2025")


def _measures(raw: pd.DataFrame, measures: Mapping[str, tuple[str, float]]) -> pd.DataFrame:
    """area_code, indicator_id, value in our unit: a row per district and measure of `raw` (area_code, the measures)."""
    long = raw.melt("area_code", list(measures), var_name="measure")
    long["indicator_id"] = long["measure"].map({name: indicator for name, (indicator, _) in measures.items()})
    long["value"] *= long["measure"].map({name: factor for name, (_, factor) in measures.items()})
    return long


READERS = {"mhclg-deprivation-2019": deprivation, "mhclg-deprivation-2025": deprivation_2025}
