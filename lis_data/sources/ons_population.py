"""Mid-year population estimates of the Office for National Statistics, as before the Census of 2021.

The table of districts we hold lacks the two of Northamptonshire; the regional accounts of April 2023 use the
same estimates (with the other districts they add up to the East Midlands) and have both as ITL3 areas.
"""

from __future__ import annotations

from pathlib import Path

import pandas as pd

from lis_data.model import ENGLAND, UNITED_KINGDOM
from lis_data.sources.tidy import tidy

FILE = "people/ons_population_mid2001_mid2020_lad2021.csv"
REGIONAL_ACCOUNTS = "rd/denominators/ons_regional_gdp_all_itl_regions.xlsx"
POPULATION_TABLE = "Table 6"
YEARS = [str(year) for year in range(2001, 2021)]
NORTHAMPTONSHIRE = {"TLF24": "E06000062", "TLF25": "E06000061"}
GEOGRAPHIES = {"E06": "lad-2021", "E07": "lad-2021", "E08": "lad-2021", "E09": "lad-2021", "E12": "region"}


def population(folder: Path) -> pd.DataFrame:
    """`population`, residents of all ages at mid-year 2001–2020.

    Districts of April 2021, regions, England and the United Kingdom.
    """
    raw = pd.read_csv(folder / FILE, dtype={"year": str})
    country = raw["area_code"].isin([ENGLAND, UNITED_KINGDOM])
    raw["geography_id"] = raw["area_code"].str[:3].map(GEOGRAPHIES).mask(country, "country")
    raw = raw.dropna(subset=["geography_id"]).rename(columns={"year": "period", "population": "value"})
    return tidy(pd.concat([raw, _northamptonshire(folder)]), indicator_id="population")


def _northamptonshire(folder: Path) -> pd.DataFrame:
    """geography_id, area_code, period, value of West and North Northamptonshire."""
    table = pd.read_excel(folder / REGIONAL_ACCOUNTS, sheet_name=POPULATION_TABLE, header=1)
    table["area_code"] = table["ITL code"].map(NORTHAMPTONSHIRE)
    long = table.dropna(subset=["area_code"]).melt("area_code", YEARS, var_name="period")
    return long.assign(geography_id="lad-2021")


READERS = {"ons-population-2020": population}
