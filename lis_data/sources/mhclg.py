"""The English Indices of Deprivation 2019 of the Ministry of Housing, Communities and Local Government."""

from __future__ import annotations

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


def deprivation(folder: Path) -> pd.DataFrame:
    """Three summaries of the Index of Multiple Deprivation 2019 for the 317 districts of April 2019."""
    raw = pd.read_csv(folder / DEPRIVATION).rename(columns={CODE: "area_code"})
    long = raw.melt("area_code", list(MEASURES), var_name="measure")
    long["indicator_id"] = long["measure"].map({name: indicator for name, (indicator, _) in MEASURES.items()})
    long["value"] *= long["measure"].map({name: factor for name, (_, factor) in MEASURES.items()})
    return tidy(placed(long, geographies=["lad-2019"]), period="2019")


READERS = {"mhclg-deprivation-2019": deprivation}
