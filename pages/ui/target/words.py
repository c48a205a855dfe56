"""What the way to the target says in words: findings, and what each rule and each key stands for."""

from __future__ import annotations

import pandas as pd

from lis_data.model import ENGLAND
from lis_data.queries.paths import Rule
from lis_data.targets import Line
from pages.ui import wording
from pages.ui.target.choices import EVERYTHING, Choice

_NAMED = 3
IF: dict[Rule, str] = {
    "alike": "if all regions gain alike",
    "converge": "if the laggards catch up",
    "follow": "if money follows today’s R&D",
}
MEANS: dict[Rule, str] = {
    "alike": "Every region gains the same points of its GDP, in equal steps from year to year.",
    "converge": (
        "Regions below one common level rise to it in equal steps, and those above it keep theirs. The level is the "
        "one at which England reaches the target; it is lower than the target because of the regions above it."
    ),
    "follow": "Every region’s R&D grows by the same per cent each year, so each keeps its part of England’s R&D.",
}
HELD = (
    "This is arithmetic, not a forecast: GDP and prices stay those of {first} throughout. If GDP grows, the same "
    "share takes more money. The target is the UK’s; here England alone is held against it."
)
RANGE = (
    "R&D is published for NUTS 2 regions and not for LEPs, so each range runs from the lowest to the highest of three "
    "estimates: R&D shared out by people, by output, or by R&D-intensive industries."
)
KEYS = {"population": "population", "gva": "GVA", "industries": "R&D-intensive industries"}
"""What R&D is shared out by, after "By"."""
BELIEFS = {
    "population": "By population: R&D per resident is taken to be the same across a region.",
    "gva": "By GVA: R&D per pound of output is taken to be the same across a region.",
    "industries": "By R&D-intensive industries: R&D per pound of their GVA is taken to be the same across a region.",
}
METHOD = (
    "Business R&D is published for NUTS 2 regions, not for LEPs. Each region’s R&D is shared out among its districts "
    "in three ways, and each LEP has the R&D of its districts, in % of their GDP (the region’s GDP, shared out by the "
    "districts’ own GDP). The range runs from the lowest to the highest of the three. It is not a confidence interval: "
    "where a few firms do most of the R&D, the truth can lie outside it. A LEP that is made of whole regions needs no "
    "model and has its published figure. LEPs overlap, so their amounts must not be added up."
)


def money(value: float) -> str:
    """`£157m`, `£11.6bn`."""
    return wording.number(value, unit="£ million", decimals=0)


def share(value: float) -> str:
    """`1.67%`."""
    return wording.number(value, unit="%", decimals=2)


def of_way(row: pd.Series, most: pd.Series, choice: Choice) -> str:
    """`For England to reach 2.4% by 2027 if all regions gain alike, Kent rises to 1.98% for £305m more a year`; `row`
    is the chosen place's of `queries.paths_compared`, `most` the region's that needs most (area_name, short).
    """
    extra = row[f"{choice.rule}_extra_gbp_m"]
    if choice.area_code is None:
        start = f"Reaching {choice.target.aim} by {choice.year} {IF[choice.rule]} takes"
        return f"{start} {money(extra)} more a year in England, {most['short']} of it in {most['area_name']}"
    start = f"For England to reach {choice.target.aim} by {choice.year} {IF[choice.rule]}, {row['area_name']}"
    if extra == 0:
        return f"{start} needs no more money: it is above the level that the others rise to"
    return f"{start} rises to {share(row[f'{choice.rule}_intensity'])} for {money(extra)} more a year"


def about_way(choice: Choice) -> str:
    """What the picture is of: measure, years."""
    measure = (
        "All R&D (business, government, universities)" if choice.target.indicator_id == EVERYTHING else "Business R&D"
    )
    return (
        f"{measure}, % of GDP, NUTS 2 regions, from {choice.first}, the last year published for all of them, "
        f"to {choice.year}."
    )


def rule(rows: pd.DataFrame, chosen: Rule) -> str:
    """What a rule means, with the level that the laggards reach; `rows` as of `queries.paths_compared`."""
    level = f" Here it is {share(rows['converge_intensity'].min())}." if chosen == "converge" else ""
    return f"{MEANS[chosen]}{level}"


def who_by_rule(rows: pd.DataFrame, chosen: Rule) -> str:
    """`Most a year in Inner London - West (£1.3bn); …; 3 regions need nothing. £81.2bn in all years together.`"""
    whole, regions = rows[rows["area_code"] == ENGLAND].iloc[0], rows[rows["area_code"] != ENGLAND]
    extra = regions.set_index("area_name")[f"{chosen}_extra_gbp_m"]
    most = "; ".join(f"{name} ({money(value)})" for name, value in extra.nlargest(_NAMED).items())
    none = int((extra == 0).sum())
    others = f" {none} region{'' if none == 1 else 's'} need{'s' if none == 1 else ''} nothing." if none else ""
    return f"Most a year: {most}.{others} {money(whole[f'{chosen}_total_gbp_m'])} in all years together."


def of_rules(row: pd.Series) -> str:
    """`Tees Valley and Durham: £297m more a year if the laggards catch up, £84m if money follows today's R&D`."""
    extra = {rule: row[f"{rule}_extra_gbp_m"] for rule in IF}
    most, least = max(extra, key=extra.__getitem__), min(extra, key=extra.__getitem__)
    name = row["area_name"]
    return f"{name}: {money(extra[most])} more a year {IF[most]}, {money(extra[least])} {IF[least]}"


def of_leps(rows: pd.DataFrame, line: Line, *, exact: int) -> str:
    """`By our model business R&D is above … in at least 9 and at most 14 of 38 LEPs; 9 are exact, 29 modelled`."""
    low, high = int((rows["low"] > line.value).sum()), int((rows["high"] > line.value).sum())
    held = int(rows["low"].notna().sum())
    count = f"in {low}" if low == high else f"in at least {low} and at most {high}"
    among = f"{len(rows)} LEPs" if held == len(rows) else f"the {held} LEPs with a figure"
    told = f"By our model business R&D is above {line.phrase} {count} of {among}"
    return f"{told}; {exact} are exact, {held - exact} modelled"


def of_lep(row: pd.Series, line: Line) -> str:
    """`Oxfordshire: business R&D is 1.88 to 2.87% of GDP by our model, above … by every key`."""
    name = row["area_name"]
    if pd.isna(row["low"]):
        return f"{name}: no figure, because that of a region around it is not published"
    if row["exact"]:
        return f"{name}: business R&D is {share(row['low'])} of GDP, {wording.against_line(row['low'], line)}"
    told = f"{name}: business R&D is {spread(row)} of GDP by our model"
    if row["low"] <= line.value < row["high"]:
        return f"{told}, on both sides of {line.phrase}"
    side = "above" if row["low"] > line.value else "below"
    return f"{told}, {side} {line.phrase} by every key"


def spread(row: pd.Series) -> str:
    """`1.88 to 2.87%`, or one figure where the keys agree or the figure is exact."""
    low, high = f"{row['low']:.2f}", f"{row['high']:.2f}"
    if pd.isna(row["low"]):
        return wording.NONE
    return f"{low}%" if low == high else f"{low} to {high}%"
