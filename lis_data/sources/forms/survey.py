"""Tables of the Annual Population Survey from Nomis, and what may be made of a sample's estimates.

Estimates come from a sample of households, rounded to 100 persons, each with half the width of its 95%
interval (here `margin`). A cell with too few respondents is blank; one with few has no interval, and counts
here as of low reliability. What is taken from which table stands in `ons_annual_population_survey`.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import numpy as np
import pandas as pd

from lis_data.model import Status
from lis_data.observations import WITHOUT_VALUE
from lis_data.sources.forms.nomis import with_areas

AREA = ["geography_id", "area_code", "period"]
_WEAKEST_FIRST = [status.value for status in Status]


def read(path: Path) -> pd.DataFrame:
    """A table's rows with geography_id, area_code, period, value, lower, upper, margin (people), status."""
    raw = pd.read_csv(path, keep_default_na=False, na_values={"number": "", "conf95": ""})
    figures = raw.assign(period=raw["period"].map(iso_period), value=raw["number"], margin=raw["conf95"])
    return with_interval(with_areas(figures))


def iso_period(published: str) -> str:
    """`Jan 2019-Dec 2019` is 2019, `Oct 2017-Sep 2018` is 2017-10/P1Y."""
    month, year = published.partition("-")[0].split()
    return year if month == "Jan" else f"{year}-10/P1Y"


def with_interval(rows: pd.DataFrame) -> pd.DataFrame:
    """`rows` with lower, upper and a status: C without value, U without margin, else A."""
    low = rows["margin"].isna().map({True: Status.UNRELIABLE.value, False: Status.NORMAL.value})
    return rows.assign(
        lower=(rows["value"] - rows["margin"]).clip(lower=0),
        upper=rows["value"] + rows["margin"],
        status=low.mask(rows["value"].isna(), Status.SUPPRESSED.value),
    )


def by_part(rows: pd.DataFrame, *, part: str) -> dict[str, pd.DataFrame]:
    """Values and margins with a row per area and period and a column per part of the population."""
    return {column: rows.pivot(index=AREA, columns=part, values=column) for column in ("value", "margin")}


def summed(table: Mapping[str, pd.DataFrame], *, parts: Mapping[str, float]) -> pd.DataFrame:
    """The weighted sum of parts of each area and period, suppressed where one is.

    Parts are samples of different people, so the squares of their margins add up; a part without a margin is
    a small one, and adds none.
    """
    weights = pd.Series(parts)
    value = (table["value"][weights.index] * weights).sum(axis=1, skipna=False)
    margin = np.sqrt(((table["margin"][weights.index] * weights) ** 2).sum(axis=1, min_count=1))
    return with_interval(pd.DataFrame({"value": value, "margin": margin}).reset_index())


def share(counts: pd.DataFrame, *, top: str, base: str) -> pd.DataFrame:
    """100 · top / base of each area and period, with the weaker status and, where both have, an interval."""
    part, total = (counts[counts["indicator_id"] == name].set_index(AREA) for name in (top, base))
    total = total.reindex(part.index)
    status = part["status"].combine(total["status"], weaker)
    value = (100 * part["value"] / total["value"]).mask(status.isin(WITHOUT_VALUE))
    margin = margin_of_share(value / 100, total["value"], top_margin=part["margin"], base_margin=total["margin"])
    lower, upper = (value - 100 * margin).clip(lower=0), (value + 100 * margin).clip(upper=100)
    return pd.DataFrame({"value": value, "lower": lower, "upper": upper, "status": status}).reset_index()


def margin_of_share(
    ratio: pd.Series[float],
    base: pd.Series[float],
    *,
    top_margin: pd.Series[float],
    base_margin: pd.Series[float],
) -> pd.Series[float]:
    """Half-width of the interval of a share (0 to 1) of `base`, from those of the count and of its base.

    sqrt(top_margin² - ratio² · base_margin²) / base: U.S. Census Bureau, Understanding and Using American
    Community Survey Data, derived proportions. To take the base as exact would double the interval of a rate
    of 75%, because the survey's base is as uncertain as its count. No margin where the root is of nothing.
    """
    squared = top_margin**2 - ratio**2 * base_margin**2
    return squared.where(squared > 0) ** 0.5 / base


def weaker(one: str, other: str) -> str:
    """The weaker of two statuses."""
    return min(one, other, key=_WEAKEST_FIRST.index)
