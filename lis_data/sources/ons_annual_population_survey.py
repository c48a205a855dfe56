"""The Annual Population Survey's tables on residents' work and qualifications, as Nomis had them in 2022."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pandas as pd

from lis_data.model import TOTAL, Status
from lis_data.sources.forms.survey import AREA, by_part, read, share, summed, with_interval
from lis_data.sources.forms.tidy import tidy

ACTIVITY = "people/ons_aps_economic_activity_lep2021_lad2021_2018_2022.csv"
QUALIFICATIONS = "people/ons_aps_qualifications_16_64_lep2021_lad2021_2017_2021.csv"
INDUSTRIES = "sectors/ons_aps_employment_by_industry_lep2021_lad2021_2018_2022.csv"

ACTIVITY_COUNTS = {
    "All": "population_16_64",
    "Economically active": "active_16_64",
    "In employment": "employed_16_64",
    "Self Employed": "self_employed_16_64",
    "Unemployed": "unemployed_16_64",
    "Inactive": "inactive_16_64",
}
ACTIVITY_SHARES = {
    "employment_rate": ("employed_16_64", "population_16_64"),
    "inactivity_rate": ("inactive_16_64", "population_16_64"),
    "unemployment_rate": ("unemployed_16_64", "active_16_64"),
    "self_employment_pct": ("self_employed_16_64", "employed_16_64"),
}
NONE, TRADE = "", "Trade Apprenticeships"
LEVELS = (NONE, "NVQ1", "NVQ2", TRADE, "NVQ3", "NVQ4+", "Other Qualifications")
QUALIFICATION_COUNTS = {
    "no_qualifications": {NONE: 1.0},
    "nvq3_plus": {"NVQ3": 1.0, TRADE: 0.5, "NVQ4+": 1.0},
    "nvq4_plus": {"NVQ4+": 1.0},
}
"""What makes up each count; the publisher shares trade apprenticeships between levels 2 and 3."""
BASE = "qualification_base_16_64"
QUALIFICATION_SHARES = {f"{count}_pct": (count, BASE) for count in QUALIFICATION_COUNTS}


def activity(folder: Path) -> pd.DataFrame:
    """People aged 16 to 64 by activity, and four shares of them, years to September 2018–2022."""
    counts = _activity_counts(folder)
    return tidy(pd.concat([counts, _shares(counts, shares=ACTIVITY_SHARES)]))


def qualifications(folder: Path) -> pd.DataFrame:
    """People aged 16 to 64 by highest qualification, and three shares of them, calendar years 2017–2021.

    Level 3 and above as a share is kept for LEPs alone: the publisher gives districts' and England's itself. The shares
    have no interval: where the publisher gives one (level 3 and above, 1,252 figures of districts), one made of the
    margins of the counts has at the median 0.62 of its width.
    """
    levels = by_part(read(folder / QUALIFICATIONS), part="qualification")
    made_of = QUALIFICATION_COUNTS.items()
    parts = [summed(levels, parts=parts).assign(indicator_id=name) for name, parts in made_of]
    counts = pd.concat([*parts, _base(levels, nearby=_calendar_population(folder))])
    shares = _shares(counts, shares=QUALIFICATION_SHARES).drop(columns=["lower", "upper"])
    elsewhere = shares["indicator_id"].eq("nvq3_plus_pct") & shares["geography_id"].ne("lep-2021")
    return tidy(pd.concat([counts, shares[~elsewhere]]))


def employment_by_industry(folder: Path) -> pd.DataFrame:
    """`residents_employed`, aged 16 and over, in nine groups of industries and in total, years to September.

    The total is the sum of the nine, where all are published.
    """
    raw = read(folder / INDUSTRIES)
    groups = by_part(raw, part="sic")
    total = summed(groups, parts=dict.fromkeys(groups["value"].columns, 1.0)).assign(industry=TOTAL)
    by_industry = raw.assign(industry=raw["sic"].str.replace(",", ""))
    return tidy(pd.concat([by_industry, total]), indicator_id="residents_employed")


def _activity_counts(folder: Path) -> pd.DataFrame:
    raw = read(folder / ACTIVITY)
    measure = raw["measure"].str.extract("Aged 16-64 - (.+) : All People")[0]
    return raw.assign(indicator_id=measure.map(ACTIVITY_COUNTS)).dropna(subset="indicator_id")


def _shares(counts: pd.DataFrame, *, shares: Mapping[str, tuple[str, str]]) -> pd.DataFrame:
    rows = [share(counts, top=top, base=base).assign(indicator_id=name) for name, (top, base) in shares.items()]
    return pd.concat(rows, ignore_index=True)


def _base(levels: Mapping[str, pd.DataFrame], *, nearby: pd.Series[float]) -> pd.DataFrame:
    """All people: the sum of the levels or, where one is suppressed, the survey's population `nearby` (E).

    The estimate is never below the sum of the levels that are published.
    """
    rows = summed(levels, parts=dict.fromkeys(LEVELS, 1.0)).set_index(AREA)
    floor = levels["value"].sum(axis=1, min_count=1)
    instead = nearby.reindex(rows.index).clip(lower=floor)
    full = with_interval(rows.assign(value=rows["value"].fillna(instead)))
    estimated = rows["value"].isna() & full["value"].notna()
    status = full["status"].mask(estimated, Status.ESTIMATED.value)
    return full.assign(status=status, indicator_id=BASE).reset_index()


def _calendar_population(folder: Path) -> pd.Series[float]:
    """People aged 16 to 64 by area and calendar year, as in the year to its September (2017: to 2018's)."""
    counts = _activity_counts(folder)
    found = counts[counts["indicator_id"] == "population_16_64"]
    started = found["period"].str[:4].astype(int)
    later = found.assign(period=(started + 1).astype(str))
    first = found.assign(period=started.astype(str))[started == started.min()]
    return pd.concat([first, later]).set_index(AREA)["value"]


READERS = {
    "ons-aps-activity-2022": activity,
    "ons-aps-qualifications-2021": qualifications,
    "ons-aps-industry-2022": employment_by_industry,
}
