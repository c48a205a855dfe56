"""Workplace population by industry, Census of 2011: where people in work had their place of work.

A historical baseline; the only count of workplaces' people by industry for every district of England.
"""

from __future__ import annotations

from pathlib import Path

import pandas as pd

from geo.areas import areas
from lis_data.model import TOTAL
from lis_data.sources.forms.tidy import tidy

FILE = "sectors/census2011_workplace_population_by_industry_lad2011_derived.csv"
NAMES_OF_2017 = {
    "Bristol": "Bristol, City of",
    "Herefordshire": "Herefordshire, County of",
    "Kingston upon Hull": "Kingston upon Hull, City of",
    "Shepway": "Folkestone and Hythe",
}


def workplace_population(folder: Path) -> pd.DataFrame:
    """`workplace_population`, people aged 16–74 in work, by section, 2011; districts as of December 2017.

    Districts are found by their names. Six have had a new code since 2011, with small changes of boundary.
    """
    raw = pd.read_csv(folder / FILE)
    codes = areas("lad-2017").set_index("name")["area_code"]
    industries = {column: _industry(column) for column in raw.columns[2:]}
    raw["area_code"] = raw["lad_name_2011"].replace(NAMES_OF_2017).map(codes)
    long = raw.rename(columns=industries).melt("area_code", list(industries.values()), var_name="industry")
    return tidy(long, indicator_id="workplace_population", geography_id="lad-2017", period="2011")


def _industry(column: str) -> str:
    """`C Manufacturing` -> `C`, `R,S Arts, …` -> `RS`, `All categories: Industry` -> `_T`."""
    return TOTAL if column.startswith("All categories") else column.partition(" ")[0].replace(",", "")


READERS = {"census-2011-workplace": workplace_population}
