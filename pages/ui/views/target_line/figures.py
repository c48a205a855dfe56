"""The figures of the way to the target, arranged for pictures and tables, and cached by what is chosen."""

from __future__ import annotations

import pandas as pd

from lis_data import queries
from lis_data.model import ENGLAND, Series
from lis_data.period import label
from lis_data.queries.paths import REGIONS, Rule
from pages.ui.rows import row_at
from pages.ui.state.cache import answer, cached
from pages.ui.views.target_line import text
from pages.ui.views.target_line.choices import SHORT, Choice

BOTH = {
    "Since 2022": ("business_rd_new_method_gbp_m", "business_rd_new_method_pct_gdp"),
    "To 2018": ("business_rd_gbp_m", "business_rd_pct_gdp"),
}
"""The indicators of business R&D, in £ million and in % of GDP, by the name of their measure."""
MODEL = (
    Series("gva_detailed", REGIONS),
    Series("gva", "lad-2023"),
    Series("population", "lad-2023"),
    Series("gdp_per_head", "lad-2023"),
)
"""What R&D of LEPs is modelled by, besides that of regions."""
_SINCE = "2014"


def compared(choice: Choice) -> pd.DataFrame:
    """A row for England, each region and each NUTS 2 region, as `queries.paths_compared`."""
    return answer(queries.paths_compared, choice.target.indicator_id, target=choice.target.value, year=choice.year)


def drawn(choice: Choice) -> pd.DataFrame:
    """Those of `compared` that are drawn: England and the NUTS 2 regions."""
    rows = compared(choice)
    return rows[rows["geography_id"] != "region"].reset_index(drop=True)


def of_lep(choice: Choice) -> pd.Series:
    """What the rules ask of the chosen LEP, a row of `queries.paths_of_leps`."""
    rows = answer(queries.paths_of_leps, choice.target.indicator_id, target=choice.target.value)
    return row_at(rows.set_index("area_code", drop=False), choice.area_code)


def years(choice: Choice, rule: Rule) -> pd.DataFrame:
    """Every region's and England's years by a rule, as `queries.paths`."""
    return answer(queries.paths, choice.target.indicator_id, target=choice.target.value, year=choice.year, rule=rule)


@cached
def ways(choice: Choice) -> pd.DataFrame:
    """England, then the regions from the highest share of today: area_code, area_name, now, then, short."""
    known = drawn(choice)
    regions = known[known["area_code"] != ENGLAND].sort_values("intensity", ascending=False)
    rows = pd.concat([known[known["area_code"] == ENGLAND], regions])
    then = rows[f"{choice.rule}_intensity"]
    return rows[["area_code", "area_name"]].assign(
        now=rows["intensity"], then=then, short=_marked(then.map(text.share), rows)
    )


@cached
def money(choice: Choice) -> pd.DataFrame:
    """The regions with their extra money in the target year, most first: area_code, area_name, value, short."""
    known = drawn(choice)
    regions = known[known["area_code"] != ENGLAND]
    value = regions[f"{choice.rule}_extra_gbp_m"]
    rows = regions[["area_code", "area_name"]].assign(value=value, short=_marked(value.map(text.money), regions))
    return rows.sort_values("value", ascending=False)


def _marked(texts: pd.Series, rows: pd.DataFrame) -> pd.Series:
    """`texts` with a mark where a region's figure of today is of low reliability."""
    return texts.where(rows["status"] != "U", texts + " low rel.")


@cached
def by_rule(choice: Choice) -> pd.DataFrame:
    """The chosen place's years by each rule: the columns of `queries.paths`, rule and name."""
    paths = [of_place(choice, rule).assign(rule=rule, name=name) for rule, name in SHORT.items()]
    return pd.concat(paths, ignore_index=True)


@cached
def two_measures() -> pd.DataFrame:
    """Business R&D in England by either measure, a row a year: what the paths start from and what went before."""
    columns = {
        f"{name}, {unit}": _of_england(indicator_id).set_index("period")["value"]
        for name, indicators in BOTH.items()
        for unit, indicator_id in zip(("£m", "%"), indicators, strict=True)
    }
    rows = pd.DataFrame(columns).sort_index(ascending=False)
    recent = rows[rows.index >= _SINCE].rename_axis("year").reset_index()
    return recent.assign(year=recent["year"].map(label))


@cached
def of_two_measures() -> pd.DataFrame:
    """The same with a row a figure: the columns of `queries.benchmark`, indicator and measure."""
    rows = [
        _of_england(indicator_id).assign(indicator=indicator_id, measure=name)
        for name, indicators in BOTH.items()
        for indicator_id in indicators
    ]
    return pd.concat(rows, ignore_index=True)


def of_place(choice: Choice, rule: Rule) -> pd.DataFrame:
    """The years of the chosen place by a rule; England's for a LEP, which has no figures of its own."""
    rows = years(choice, rule)
    code = ENGLAND if choice.of_lep or not choice.area_code else choice.area_code
    return rows[rows["area_code"] == code]


def _of_england(indicator_id: str) -> pd.DataFrame:
    return answer(queries.benchmark, indicator_id).dropna(subset="value")
