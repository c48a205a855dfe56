"""Land area, from the same table of the Office for National Statistics as its population estimates."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pandas as pd

from lis_data.sources.placing import WIDE, placed
from lis_data.sources.tidy import tidy

ESTIMATES = "people/ons_population_mid2001_mid2020_lad2021.csv"
LAST_YEAR = 2020


def land_area(folder: Path) -> pd.DataFrame:
    """`land_area`, square kilometres, on the boundaries of April 2021."""
    raw = pd.read_csv(folder / ESTIMATES).rename(columns={"area_sq_km": "value"})
    latest = raw[raw["year"] == LAST_YEAR]
    rows = placed(latest, geographies=[*WIDE, "lad-2021", "utla-2021"])
    return tidy(rows, indicator_id="land_area", period=str(LAST_YEAR))


READERS: dict[str, Callable[[Path], pd.DataFrame]] = {"ons-land-area-2020": land_area}
