"""The Subnational Indicators dataset of August 2022 of the Office for National Statistics.

One period of each indicator. Only those that no fuller series in the evidence gives are taken; each is on the
districts of its own publisher's release, so each names its geography.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pandas as pd

from lis_data.sources.forms.places import WIDE, placed
from lis_data.sources.forms.tidy import tidy

SUBNATIONAL = "places/ons_subnational_indicators_aug2022_lad2021.csv"
DISTRICTS_2021 = ("lad-2021", "utla-2021")
UPPER_TIER = ("utla-2021",)


@dataclass(frozen=True)
class Series:
    """What we call one of the file's indicators, its period, and the geography below the region it is on."""

    indicator_id: str
    period: str
    geographies: tuple[str, ...]


_PRIMARY = "Percentage of pupils meeting the expected standard"
_PREVENTABLE = "cardiovascular diseases considered preventable"
_AGE_5 = "Percentage of 5-year olds achieving 'expected level' in {} early learning goals"
SERIES = {
    f"{_PRIMARY} in reading, writing and maths by end of primary school": Series(
        "primary_expected_standard_pct", "2018-08/P1Y", UPPER_TIER
    ),
    _AGE_5.format("literacy"): Series("early_literacy_pct", "2018-08/P1Y", UPPER_TIER),
    _AGE_5.format("maths"): Series("early_maths_pct", "2018-08/P1Y", UPPER_TIER),
    _AGE_5.format("communication"): Series("early_communication_pct", "2018-08/P1Y", UPPER_TIER),
    "Percentage of schools rated good or outstanding by Ofsted": Series(
        "schools_good_or_outstanding_pct", "2021-08/P1Y", UPPER_TIER
    ),
    "Obesity prevalence - adult": Series("adult_overweight_pct", "2020-04/P1Y", DISTRICTS_2021),
    "Obesity prevalence - children": Series("child_overweight_pct", "2019-08/P1Y", ("lad-2020",)),
    "Smoking prevalence of adults": Series("smoking_pct", "2020", ("lad-2019",)),
    f"Under 75 mortality rate from {_PREVENTABLE} (per 100,000 population)": Series(
        "preventable_heart_mortality_per_100k", "2016/P3Y", ("lad-2019",)
    ),
    "Net additions to the housing stock": Series("net_additional_dwellings", "2020-04/P1Y", ("lad-2020",)),
}


def subnational(folder: Path) -> pd.DataFrame:
    """One period each of ten series on education, health and housing."""
    raw = pd.read_csv(folder / SUBNATIONAL, dtype={"Value": str}, na_values="na")
    raw = raw.assign(value=raw["Value"].str.replace(",", "").astype(float))
    parts = [_one(raw[raw["Indicator"] == name], series=series) for name, series in SERIES.items()]
    return pd.concat(parts, ignore_index=True)


def _one(rows: pd.DataFrame, *, series: Series) -> pd.DataFrame:
    figures = rows.rename(columns={"AREACD": "area_code"})[["area_code", "value"]]
    found = placed(figures, geographies=[*WIDE, *series.geographies])
    return tidy(found, indicator_id=series.indicator_id, period=series.period)


READERS = {"ons-subnational-indicators-2022": subnational}
