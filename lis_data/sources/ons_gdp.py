"""Regional gross domestic product and population of the Office for National Statistics (April 2023).

They are the denominators of R&D intensity and of R&D per head, for the regions in which R&D is published.
"""

from __future__ import annotations

from pathlib import Path

import pandas as pd

from lis_data.sources.forms.places import NUTS2, WIDE, placed
from lis_data.sources.forms.tidy import tidy

FILE = Path("rd/denominators/ons_regional_gdp_all_itl_regions.xlsx")
TABLES = {"gdp_gbp_m": "Table 5", "population_itl": "Table 6"}


def gdp_and_population(folder: Path) -> pd.DataFrame:
    """GDP at current market prices (£ million) and residents, 1998 to 2021: UK, England, regions, NUTS2."""
    sheets = pd.read_excel(folder / FILE, sheet_name=list(TABLES.values()), header=1)
    tables = [_observations(sheets[table], indicator_id) for indicator_id, table in TABLES.items()]
    return pd.concat(tables, ignore_index=True)


def _observations(sheet: pd.DataFrame, indicator_id: str) -> pd.DataFrame:
    """One sheet (a row per region, a column per year) as observations."""
    years = [column for column in sheet.columns if str(column)[:4].isdigit()]
    known = placed(sheet.rename(columns={"ITL code": "area_code"}), geographies=[*WIDE, NUTS2])
    long = known.melt(["geography_id", "area_code"], years, "period")
    return tidy(long.assign(period=long["period"].astype(str).str[:4]), indicator_id=indicator_id)


READERS = {"ons-gdp-itl-2023": gdp_and_population}
