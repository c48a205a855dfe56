"""Business demography of the Office for National Statistics: births, deaths, survival, growth of enterprises.

Two releases: 2021 (on districts of April 2021, of which 2016–2018 are read) and 2024 (2019–2024, each year on
the districts of its own time). No year is read from both. Rates are made from these counts later.
"""

from __future__ import annotations

from pathlib import Path

import pandas as pd

from lis_data.model import Status
from lis_data.sources.forms.places import WIDE, placed
from lis_data.sources.forms.tidy import tidy

EARLIER = "business/ons_business_demography_lad2021_2016_2021.csv"
WORKBOOK = "business/ons_business_demography_2024_tables.xlsx"

EARLIER_YEARS = (2016, 2018)
EARLIER_INDICATORS = {
    "births": "enterprise_births",
    "deaths": "enterprise_deaths",
    "active": "enterprises_active",
}
TABLES = {
    "1.1": "enterprise_births",
    "2.1": "enterprise_deaths",
    "3.1": "enterprises_active",
    "7.1": "enterprises_high_growth",
    "7.3": "enterprises_active_10plus",
}
DISTRICTS = {"a": "lad-2019", "b": "lad-2020", "c": "lad-2021", "d": "lad-2023"}
"""Letter of a table of counts -> the districts it is on: 2019, 2020, 2021 to 2023, 2024."""
COHORTS = {
    "a": (2019, "lad-2019"),
    "b": (2020, "lad-2020"),
    "c": (2021, "lad-2021"),
    "d": (2022, "lad-2021"),
    "e": (2023, "lad-2021"),
}
"""Letter of a table of survival -> the year of birth and the districts it is on."""
SURVIVAL_YEARS = (1, 2, 3, 4, 5)
PROVISIONAL_DEATHS = ("2023", "2024")
HEADER_ROW = 3


def earlier_counts(folder: Path) -> pd.DataFrame:
    """Births, deaths and active enterprises, 2016–2018, districts of April 2021 and England."""
    raw = pd.read_csv(folder / EARLIER)
    raw = raw[raw["year"].between(*EARLIER_YEARS)].rename(columns=EARLIER_INDICATORS)
    raw["geography_id"] = raw["geography"].map({"country": "country", "LAD (April 2021)": "lad-2021"})
    raw["period"] = raw["year"].astype(str)
    key = ["geography_id", "area_code", "period"]
    return tidy(raw.melt(key, list(EARLIER_INDICATORS.values()), var_name="indicator_id"))


def counts(folder: Path) -> pd.DataFrame:
    """Births, deaths, active, high-growth and ten-or-more-employee enterprises, 2019–2024.

    Districts of each year's boundaries, regions, England and the United Kingdom. Deaths of the last two years
    are provisional.
    """
    names = {f"Table {table}{letter}": (table, letter) for table in TABLES for letter in DISTRICTS}
    sheets = pd.read_excel(folder / WORKBOOK, sheet_name=list(names), header=None)
    parts = [
        _by_year(sheets[name], districts=DISTRICTS[letter]).assign(indicator_id=TABLES[table])
        for name, (table, letter) in names.items()
    ]
    frame = tidy(pd.concat(parts))
    late = frame["indicator_id"].eq("enterprise_deaths") & frame["period"].isin(PROVISIONAL_DEATHS)
    return frame.assign(status=frame["status"].mask(late, Status.PROVISIONAL.value))


def survivors(folder: Path) -> pd.DataFrame:
    """`enterprise_survivors_1yr` … `_5yr`: of the enterprises born in the period, how many lived so long."""
    names = {f"Table 5.1{letter}": cohort for letter, cohort in COHORTS.items()}
    sheets = pd.read_excel(folder / WORKBOOK, sheet_name=list(names), header=None, na_values=":")
    parts = [_cohort(sheets[name], year=year, districts=lads) for name, (year, lads) in names.items()]
    return tidy(pd.concat(parts))


def _by_year(sheet: pd.DataFrame, *, districts: str) -> pd.DataFrame:
    """geography_id, area_code, period, value of a sheet with a column for each year."""
    years = {column: str(int(year)) for column, year in sheet.iloc[HEADER_ROW, 2:].items()}
    rows = _areas(sheet, districts=districts).rename(columns=years)
    return rows.melt(["geography_id", "area_code"], list(years.values()), var_name="period")


def _cohort(sheet: pd.DataFrame, *, year: int, districts: str) -> pd.DataFrame:
    """Survivors of one year's births; years of life that have not passed yet are left out."""
    header = sheet.iloc[HEADER_ROW].astype(str)
    ages = {header.eq(f"{age}-year survival").idxmax(): age for age in SURVIVAL_YEARS}
    columns = {column: f"enterprise_survivors_{age}yr" for column, age in ages.items()}
    rows = _areas(sheet, districts=districts).rename(columns=columns)
    long = rows.melt(["geography_id", "area_code"], list(columns.values()), var_name="indicator_id")
    return long.dropna(subset=["value"]).assign(period=str(year))


def _areas(sheet: pd.DataFrame, *, districts: str) -> pd.DataFrame:
    """The sheet's rows of districts, regions and nations shown, with geography_id and area_code."""
    coded = sheet.assign(area_code=sheet[0].astype(str).str.strip())
    return placed(coded, geographies=[districts, *WIDE])


READERS = {
    "ons-business-demography-2021": earlier_counts,
    "ons-business-demography-2024": counts,
    "ons-business-survival-2024": survivors,
}
