"""Series that the Office for National Statistics gathers in its Explore Local Statistics service.

All its files have one form: a row per area, indicator and period, with a 95% interval where there is one and
a letter where there is no figure. Each entry of `TABLES` says what is taken from one file.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

import pandas as pd

from lis_data.model import Status
from lis_data.sources.itl import COMBINED_AUTHORITIES_AS_ITL2, NUTS2_2016
from lis_data.sources.placing import WIDE, in_vintage, placed
from lis_data.sources.tidy import tidy

BLANK = {"": Status.MISSING.value, "x": Status.MISSING.value, "u": Status.SUPPRESSED.value}
"""Why a cell is empty: `x` not available; `u` withheld as too unreliable."""

DISTRICTS_2021 = (*WIDE, "lad-2021", "utla-2021")
DISTRICTS_2023 = (*WIDE, "mca-2018", "lad-2023", "utla-2023")

_NUTS2 = dict(zip(NUTS2_2016["geo_code"], NUTS2_2016["area_code"], strict=True))
SAME_NUTS2 = _NUTS2 | {code: _NUTS2[region] for code, region in COMBINED_AUTHORITIES_AS_ITL2.items()}
"""The service's codes of ITL 2 regions of 2025 that are NUTS 2 regions of 2016 (28 of England's 33)."""


def iso_period(published: str) -> str:
    """The service's period as ours: `2011-01-01/P3Y` is `2011/P3Y`, a single day is its month."""
    start, _, length = published.partition("/")
    start = re.sub(r"^(\d{4}-\d\d)-\d\d$", r"\1", start)
    if not length:
        return start
    start = start.removesuffix("-01")
    return start if length == "P1Y" and "-" not in start else f"{start}/{length}"


def _year(published: str) -> str:
    return published[:4]


@dataclass(frozen=True)
class Table:
    """One file, the geographies it is read for, and our id for each of its indicators.

    `same` maps codes to those of an identical area elsewhere, under which the figures stand as well.
    """

    path: str
    geographies: tuple[str, ...]
    indicators: Mapping[str, str]
    period: Callable[[str], str] = iso_period
    same: Mapping[str, str] = field(default_factory=dict)


TABLES = {
    "ons-els-employment-2025": Table(
        "people/els_employment_rate_2004_2023.csv",
        DISTRICTS_2023,
        {"Employment rate": "employment_rate", "Economically inactive": "inactivity_rate"},
    ),
    "ons-els-modelled-unemployment-2025": Table(
        "people/els_modelled_unemployment_2004_2023.csv",
        (*WIDE, "mca-2018", "lad-2023"),
        {"Modelled unemployment rate": "modelled_unemployment_rate"},
    ),
    "ons-els-level-3-2023": Table(
        "people/els_level3plus_lad2021_2004_2021.csv",
        (*DISTRICTS_2021, "mca-2018"),
        {"Aged 16 to 64 years level 3 or above qualifications": "nvq3_plus_pct"},
    ),
    "ons-els-no-qualifications-2025": Table(
        "people/els_no_qualifications_2022_2023.csv",
        DISTRICTS_2023,
        {"No qualifications": "no_qualifications_rqf_pct"},
    ),
    "ons-els-median-pay-2025": Table(
        "people/els_median_weekly_pay_2008_2025.csv",
        DISTRICTS_2023,
        {"Gross median weekly pay": "median_weekly_pay"},
    ),
    "ons-els-rail-access-2024": Table(
        "infrastructure/els_rail_station_30min_walk_2024.csv",
        DISTRICTS_2023,
        {"Residents within a 30 minute walk of their nearest railway station": "rail_access_pct"},
    ),
    "dft-els-journey-times-2019": Table(
        "infrastructure/els_travel_time_to_employment_centres_2014_2019.csv",
        (*WIDE, "lad-2017"),
        {
            "Drive to work": "travel_time_car",
            "Cycle to work": "travel_time_cycle",
            "Public transport or walk to work": "travel_time_public_transport",
        },
    ),
    "ons-els-gdhi-2025": Table(
        "places/els_gdhi_per_head_lad_itl_1997_2023.csv",
        (*DISTRICTS_2023, "nuts2-2016"),
        {"Gross disposable household income": "gdhi_per_head"},
        same=SAME_NUTS2,
    ),
    "ons-els-housing-affordability-2026": Table(
        "places/els_housing_affordability_2002_2025.csv",
        DISTRICTS_2023,
        {"Housing affordability ratio (residence-based)": "housing_affordability"},
        period=_year,
    ),
    "ons-els-healthy-life-2026": Table(
        "places/els_healthy_life_expectancy_2011_2024.csv",
        (*WIDE, "mca-2018", "utla-2023"),
        {
            "Male healthy life expectancy": "healthy_life_expectancy_male",
            "Female healthy life expectancy": "healthy_life_expectancy_female",
        },
    ),
    "ons-els-wellbeing-2023": Table(
        "places/els_wellbeing_2011_2023.csv",
        DISTRICTS_2021,
        {
            "Satisfaction": "wellbeing_life_satisfaction",
            "Worthwhile": "wellbeing_worthwhile",
            "Happiness": "wellbeing_happiness",
            "Anxiety": "wellbeing_anxiety",
        },
    ),
}


def read(folder: Path, *, table: Table) -> pd.DataFrame:
    """The observations of one file under the data folder; its other indicators and areas are left out."""
    raw = pd.read_csv(folder / table.path, dtype=str, keep_default_na=False)
    raw = raw.assign(
        indicator_id=raw["indicator"].map(table.indicators),
        period=raw["period"].map(table.period),
        area_code=in_our_codes(raw["areacd"]),
    ).dropna(subset="indicator_id")
    again = raw.assign(area_code=raw["area_code"].map(table.same)).dropna(subset="area_code")
    return tidy(placed(_with_figures(pd.concat([raw, again])), geographies=table.geographies))


def in_our_codes(codes: pd.Series[str]) -> pd.Series[str]:
    """`codes` without recodings of the same ground: six districts' after 2011, two in 2025."""
    codes = in_vintage(codes, published="lad-2025", wanted="lad-2023")
    return in_vintage(codes, published="lad-2011", wanted="lad-2017")


def _with_figures(raw: pd.DataFrame) -> pd.DataFrame:
    """`raw` with value, lower, upper as numbers, and the status of each."""
    blank = pd.Series("", index=raw.index)
    value, lower, upper = (
        pd.to_numeric(raw.get(column, blank)) for column in ("observation", "lci_95", "uci_95")
    )
    status = pd.Series(Status.NORMAL.value, index=raw.index)
    status = status.mask(value.isna(), raw.get("status", blank).map(BLANK))
    return raw.assign(value=value, lower=lower, upper=upper, status=status)


READERS: dict[str, Callable[[Path], pd.DataFrame]] = {
    dataset_id: partial(read, table=table) for dataset_id, table in TABLES.items()
}
