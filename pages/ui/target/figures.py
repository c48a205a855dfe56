"""The figures of the way to the target, arranged for pictures and tables and kept by what is chosen."""

from __future__ import annotations

import pandas as pd

from lis_data.model import ENGLAND
from lis_data.period import label
from lis_data.queries.paths import Rule
from pages.ui import cache
from pages.ui.target import words
from pages.ui.target.choices import SHORT, Choice

NEW_METHOD, SPENT = "business_rd_new_method_gbp_m", "business_rd_gbp_m"
_SINCE = "2016"


def compared(choice: Choice) -> pd.DataFrame:
    """A row for England and one for each region, as `queries.paths_compared`."""
    return cache.paths_compared(choice.target.indicator_id, target=choice.target.value, year=choice.year)


def years(choice: Choice, rule: Rule) -> pd.DataFrame:
    """Every region's and England's years by a rule, as `queries.paths`."""
    return cache.paths(choice.target.indicator_id, target=choice.target.value, year=choice.year, rule=rule)


@cache.kept
def ways(choice: Choice) -> pd.DataFrame:
    """England, then the regions from the highest share of today: area_code, area_name, now, then, short."""
    held = compared(choice)
    regions = held[held["area_code"] != ENGLAND].sort_values("intensity", ascending=False)
    rows = pd.concat([held[held["area_code"] == ENGLAND], regions])
    then = rows[f"{choice.rule}_intensity"]
    return rows[["area_code", "area_name"]].assign(now=rows["intensity"], then=then, short=then.map(words.share))


@cache.kept
def money(choice: Choice) -> pd.DataFrame:
    """The regions with their extra money in the target year, most first: area_code, area_name, value, short."""
    held = compared(choice)
    regions = held[held["area_code"] != ENGLAND]
    rows = regions[["area_code", "area_name"]].assign(value=regions[f"{choice.rule}_extra_gbp_m"])
    return rows.sort_values("value", ascending=False).assign(short=lambda sorted_: sorted_["value"].map(words.money))


@cache.kept
def by_rule(choice: Choice) -> pd.DataFrame:
    """The chosen place's years by each rule: rule, name, year, value (% of GDP)."""
    paths = [_of_place(choice, rule).assign(rule=rule, name=name) for rule, name in SHORT.items()]
    return pd.concat(paths).rename(columns={"intensity": "value"})


@cache.kept
def by_year(choice: Choice) -> pd.DataFrame:
    """The chosen place's years by the chosen rule, as a table to read."""
    rows = _of_place(choice, choice.rule)
    return pd.DataFrame(
        {
            "Year": rows["year"].astype(str),
            "Of GDP, %": rows["intensity"],
            "R&D, £m": rows["rd_gbp_m"],
            f"More than in {choice.first}, £m": rows["extra_gbp_m"],
        }
    )


@cache.kept
def two_methods() -> tuple[str, pd.DataFrame]:
    """What has been counted since by another method, in words and beside the figures that the paths start from."""
    old, new = _spent(SPENT), _spent(NEW_METHOD)
    told = (
        f"Business R&D in England was {words.money(old.iloc[-1])} in {old.index[-1]} by the method that the paths "
        f"start from, which ended then. A new method, not comparable, finds {words.money(new.iloc[0])} in "
        f"{new.index[0]} and {words.money(new.iloc[-1])} in {new.index[-1]}. No GDP of these years is held for "
        "regions, so no share of GDP can be given, and the two together do not tell whether England is on its way."
    )
    both = pd.DataFrame({"Old method, £m": old[old.index >= _SINCE], "New method, £m": new})
    shown = both.rename_axis("Year").reset_index()
    return told, shown.assign(Year=shown["Year"].map(label))


def _of_place(choice: Choice, rule: Rule) -> pd.DataFrame:
    rows = years(choice, rule)
    return rows[rows["area_code"] == (choice.area_code or ENGLAND)]


def _spent(indicator_id: str) -> pd.Series:
    return cache.benchmark(indicator_id).dropna(subset="value").set_index("period")["value"]
