"""Residents (as estimated before the Census of 2021) and land area of the Office for National Statistics.

The table of districts we hold lacks the two of Northamptonshire. The regional accounts of April 2023 use the
same estimates of residents (with the other districts they add up to the East Midlands) and have both as ITL 3
areas. Of the land the two have what the East Midlands has beyond its other districts.
"""

from __future__ import annotations

from pathlib import Path

import pandas as pd

from geo import boundaries
from geo.areas import areas, districts_between
from lis_data.model import Status
from lis_data.sources.forms.places import WIDE, placed
from lis_data.sources.forms.tidy import tidy

FILE = "people/ons_population_mid2001_mid2020_lad2021.csv"
REGIONAL_ACCOUNTS = "rd/denominators/ons_regional_gdp_all_itl_regions.xlsx"
POPULATION_TABLE = "Table 6"
YEARS = [str(year) for year in range(2001, 2021)]
EARLIER = ("lad-2017", "lad-2019", "lad-2020")
EAST_MIDLANDS = "E12000004"
NORTHAMPTONSHIRE = {"TLF24": "E06000062", "TLF25": "E06000061"}
"""ITL 3 codes of West and North Northamptonshire -> those of the districts."""
EQUAL_AREA = "EPSG:27700"


def population(folder: Path) -> pd.DataFrame:
    """`population`, residents of all ages at mid-year 2001–2020.

    Districts of April 2021, those of earlier years that are the same, regions, England, the United Kingdom.
    """
    raw = _table(folder).rename(columns={"year": "period", "population": "value"})
    rows = pd.concat([raw, _northamptonshire_residents(folder)])
    earlier = [_as_earlier_districts(rows, vintage) for vintage in EARLIER]
    found = pd.concat([placed(rows, geographies=[*WIDE, "lad-2021"]), *earlier])
    return tidy(found, indicator_id="population")


def land_area(folder: Path) -> pd.DataFrame:
    """`land_area`, square kilometres, 2020; the two of Northamptonshire are estimated.

    Districts and upper-tier authorities of April 2021, regions, England and the United Kingdom.
    """
    raw = _table(folder).rename(columns={"area_sq_km": "value"})
    latest = raw[raw["year"] == YEARS[-1]]
    rows = pd.concat([latest, _northamptonshire_land(latest.set_index("area_code")["value"])])
    found = placed(rows, geographies=[*WIDE, "lad-2021", "utla-2021"])
    status = found["status"].fillna(Status.NORMAL.value)
    return tidy(found.assign(status=status), indicator_id="land_area", period=YEARS[-1])


def _table(folder: Path) -> pd.DataFrame:
    return pd.read_csv(folder / FILE, dtype={"year": str})


def _northamptonshire_residents(folder: Path) -> pd.DataFrame:
    """area_code, period, value of West and North Northamptonshire."""
    table = pd.read_excel(folder / REGIONAL_ACCOUNTS, sheet_name=POPULATION_TABLE, header=1)
    table["area_code"] = table["ITL code"].map(NORTHAMPTONSHIRE)
    return table.dropna(subset=["area_code"]).melt("area_code", YEARS, var_name="period")


def _as_earlier_districts(rows: pd.DataFrame, geography_id: str) -> pd.DataFrame:
    """`rows` of the districts of 2021 that no merger made since that vintage, under their codes of then."""
    pairs = districts_between(geography_id, "lad-2021")
    same = pairs[~pairs["to_code"].duplicated(keep=False)].rename(columns={"to_code": "area_code"})
    found = rows.merge(same, on="area_code").drop(columns="area_code")
    return found.rename(columns={"from_code": "area_code"}).assign(geography_id=geography_id)


def _northamptonshire_land(published: pd.Series[float]) -> pd.DataFrame:
    """area_code, value, status: the rest of the East Midlands, shared out by the size of the two shapes."""
    districts = areas("lad-2021").query("parent_code == @EAST_MIDLANDS")["area_code"]
    rest = published[EAST_MIDLANDS] - published[published.index.isin(districts)].sum()
    shapes = boundaries.read("lad-2021").set_index("area_code").loc[sorted(NORTHAMPTONSHIRE.values())]
    sizes = shapes.to_crs(EQUAL_AREA).area
    land = (rest * sizes / sizes.sum()).round()
    return pd.DataFrame({"area_code": land.index, "value": land, "status": Status.ESTIMATED.value})


READERS = {"ons-population-2020": population, "ons-land-area-2020": land_area}
