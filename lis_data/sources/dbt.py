"""The UK Innovation Survey of the Department for Business and Trade, as the Welsh Government gives it again.

Every two years the survey asks businesses of ten or more employees about the three years before.
"""

from __future__ import annotations

from pathlib import Path

import pandas as pd

from lis_data.sources.forms.places import WIDE, placed
from lis_data.sources.forms.tidy import tidy

SURVEY = "rd/2026-12/dbt_ukis_innovation_active_region_2008_2022.csv"
YEARS_TOGETHER = 3


def innovation_active(folder: Path) -> pd.DataFrame:
    """`innovation_active_pct` of the United Kingdom, England and seven regions, seven surveys from 2008–10 to 2020–22.

    The table has no row for London and none for the East of England.
    """
    raw = pd.read_csv(folder / SURVEY).rename(columns={"innovation_active_pct": "value"})
    raw["period"] = raw["period"].str[:4] + f"/P{YEARS_TOGETHER}Y"
    return tidy(placed(raw, geographies=WIDE), indicator_id="innovation_active_pct")


READERS = {"dbt-innovation-survey-2024": innovation_active}
