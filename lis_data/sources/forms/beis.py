"""Files of the BEIS/Nesta regional indicators, a project that put many publishers' figures into one form.

A file has the columns year, nuts_id or lep_id, nuts_year_spec or lep_year_spec, and the value. The boundary
vintage changes within a file: only areas that are the same in our geographies are kept. The level below NUTS2
is not read.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

import pandas as pd

from lis_data.sources.forms.tidy import tidy

FOLDER = Path("rd/beis-indicators")
CALENDAR_YEAR = "{}"
FINANCIAL_YEAR = "{}-04/P1Y"
MID_YEAR = "{}-07/P1Y"
ACADEMIC_YEAR = "{}-08/P1Y"
LAST_QUARTER = "{}-Q4"

ENGLISH = tuple(f"UK{letter}" for letter in "CDEFGHIJK")
FORMER_NUTS2 = ("UKI1", "UKI2", "UKD2", "UKD5")
"""Inner and Outer London, Cheshire and Merseyside as they were before NUTS 2013 and 2010."""
FORMER_LEP = ("E37000013", "E37000026", "E37000031")
"""Cambridge and Peterborough, Northamptonshire and South East Midlands before they changed in 2017."""


@dataclass(frozen=True)
class Series:
    """One indicator: the files it stands in, its sound years, and what turns a value into our unit."""

    indicator_id: str
    files: tuple[str, ...]
    first: int
    last: int
    period: str = CALENDAR_YEAR
    factor: float = 1.0


def nuts2(name: str) -> tuple[str, ...]:
    """The file of a series that is used for NUTS2 regions alone."""
    return (f"{name}.nuts2.csv",)


def nuts2_and_lep(name: str) -> tuple[str, ...]:
    """The files of a series for NUTS2 regions and for LEPs."""
    return (f"{name}.nuts2.csv", f"{name}.lep.csv")


def reader(series: Iterable[Series]) -> Callable[[Path], pd.DataFrame]:
    """A reader of several series as one dataset."""
    wanted = tuple(series)

    def read(folder: Path) -> pd.DataFrame:
        return pd.concat([observations(folder, one) for one in wanted], ignore_index=True)

    return read


def observations(folder: Path, series: Series) -> pd.DataFrame:
    """The nine observation columns of one series, in our unit; areas and years as `areas_by_year`."""
    tables = [areas_by_year(folder, name) for name in series.files]
    frame = pd.concat(tables, ignore_index=True)
    frame = frame[frame["year"].between(series.first, series.last)]
    value = frame["value"] * series.factor
    period = frame["year"].map(series.period.format)
    return tidy(frame.assign(value=value, period=period), indicator_id=series.indicator_id)


def areas_by_year(folder: Path, name: str) -> pd.DataFrame:
    """English rows of one file (geography_id, area_code, year, value), each area and year once."""
    raw = uk_areas_by_year(folder, name)
    english = raw[raw["area_code"].str.startswith((*ENGLISH, "E37"))]
    unchanged = english[~english["area_code"].isin([*FORMER_NUTS2, *FORMER_LEP])]
    return unchanged.drop_duplicates(ignore_index=True)


def uk_areas_by_year(folder: Path, name: str) -> pd.DataFrame:
    """All rows of one file (geography_id, area_code, year, value), as they stand in it."""
    raw = pd.read_csv(folder / FOLDER / name)
    year, area, vintage, value = raw.columns
    return pd.DataFrame(
        {
            "geography_id": [_geography(area, spec) for spec in raw[vintage]],
            "area_code": raw[area].str.strip(),
            "year": raw[year].astype(int),
            "value": raw[value].astype(float),
        }
    )


def _geography(column: str, vintage: int) -> str:
    if column == "nuts_id":
        return "nuts2-2016"
    return "lep-2020" if vintage == 2020 else "lep-2017"
