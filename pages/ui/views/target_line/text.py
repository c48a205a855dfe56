"""What the way to the target says in words: findings, and what each rule and each key stands for."""

from __future__ import annotations

import pandas as pd

from lis_data import wording
from lis_data.model import ENGLAND
from lis_data.queries.paths import Rule
from lis_data.targets import Line
from pages.ui.exhibit import findings
from pages.ui.views.target_line import choices
from pages.ui.views.target_line.choices import EVERYTHING, TODAY, Choice

_NAMED = 3
IF: dict[Rule, str] = {
    "alike": "if every region gains alike",
    "converge": "if lagging regions catch up",
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
_OF_THE_UK = "The target is the UK’s; here it is applied to England alone."
WHY_RULES_DIFFER = (
    "England’s total is the same by every rule; they differ in who spends it. Alike shares it out by GDP, catching up "
    "asks only those that are behind, and following asks most of those that spend most already."
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
    "where a few firms do most of the R&D, the truth can lie outside it. Each key is of the latest year up to that of "
    "the R&D (for 2024: residents of 2020, GVA and GDP of 2023, industries of 2022). A LEP that is made of whole "
    "regions needs no model: its figure is the region’s. LEPs overlap, so their amounts must not be added up."
)


def money(value: float) -> str:
    """`£157m`, `£11.6bn`."""
    return wording.number(value, unit="£ million", decimals=0)


def share(value: float) -> str:
    """`1.67%`."""
    return wording.number(value, unit="%", decimals=2)


def assumptions(choice: Choice) -> str:
    """What the arithmetic takes for granted; whose the target is, where it is not the reader's own."""
    arithmetic = (
        f"This is arithmetic, not a forecast: GDP and prices stay those of {choice.first} throughout. If GDP grows, "
        "the same share takes more money."
    )
    return arithmetic if choice.target.indicator_id == TODAY else f"{arithmetic} {_OF_THE_UK}"


ESTIMATED_TODAY = (
    "Today’s shares are estimates: regional GDP ends in 2023 and is moved on with the UK’s. Four regions marked “low "
    "rel.” more than doubled or halved within a year: what they are asked for is of low reliability too."
)


def of_way(row: pd.Series, choice: Choice) -> str:
    """`Raising England’s business R&D to 2.12% of GDP takes £851m more a year, in 2024 prices`, or of a place `Kent
    would spend £22m more a year, in 2024 prices`; `row` is of `queries.paths_compared`.
    """
    extra, name = row[f"{choice.rule}_extra_gbp_m"], choices.places(choice.target.indicator_id)[choice.area_code or ""]
    if choice.area_code is None:
        return f"Raising {choice.target.aim} takes {money(extra)} more a year, in {choice.first} prices"
    return _of_place(name, money(extra), needs=extra > 0, choice=choice)


def of_lep_way(lep: pd.Series, choice: Choice) -> str:
    """`Oxfordshire would spend £9m to £14m more a year, in 2024 prices`; `lep` is of `queries.paths_of_leps`."""
    if pd.isna(lep["low"]):
        return f"{lep['area_name']}: no figure, because that of a region around it is not published"
    needs, modelled = lep[f"{choice.rule}_high"] > 0, "" if lep["exact"] else "by our model "
    name = choices.places(choice.target.indicator_id)[choice.area_code or ""]
    return _of_place(name, f"{modelled}{span(lep, choice.rule)}", needs=bool(needs), choice=choice)


def _of_place(name: str, amount: str, *, needs: bool, choice: Choice) -> str:
    if not needs:
        return f"{name} needs no more R&D: it is above the level that others would rise to"
    return f"{name} would spend {amount} more a year on R&D, in {choice.first} prices"


def span(lep: pd.Series, rule: Rule) -> str:
    """`£9m to £14m`, or one amount where both ends are the same."""
    low, high = (money(lep[f"{rule}_{end}"]) for end in ("low", "high"))
    return low if low == high else f"{low} to {high}"


def about_way(choice: Choice) -> str:
    """What is asked, how it is shared, and of which years."""
    measure = "R&D of business, government and universities" if choice.target.indicator_id == EVERYTHING else "R&D"
    return (
        f"{choice.target.aim} by {choice.year}, {IF[choice.rule]}. {measure[:1]}{measure[1:]} from {choice.first}, the "
        "last year with a figure for every NUTS 2 region."
    )


def rule(rows: pd.DataFrame, chosen: Rule) -> str:
    """What a rule means, with the level that the laggards reach; `rows` as of `figures.drawn`."""
    level = f" Here it is {share(rows['converge_intensity'].min())}." if chosen == "converge" else ""
    return f"{MEANS[chosen]}{level}"


def who_by_rule(rows: pd.DataFrame, chosen: Rule) -> str:
    """`Most a year in Inner London - West (£1.3bn); …; 3 regions need nothing. £81.2bn in all years together.`"""
    england, regions = rows[rows["area_code"] == ENGLAND].iloc[0], rows[rows["area_code"] != ENGLAND]
    extra = regions.set_index("area_name")[f"{chosen}_extra_gbp_m"]
    most = "; ".join(f"{name} ({money(value)})" for name, value in extra.nlargest(_NAMED).items())
    none = int((extra == 0).sum())
    others = f" {none} region{'' if none == 1 else 's'} need{'s' if none == 1 else ''} nothing." if none else ""
    return f"Most a year: {most}.{others} {money(england[f'{chosen}_total_gbp_m'])} in all years together."


def of_rules(row: pd.Series) -> str:
    """`Tees Valley and Durham: £297m more a year if lagging regions catch up, £84m if money follows today's R&D`."""
    extra = {rule: row[f"{rule}_extra_gbp_m"] for rule in IF}
    most, least = max(extra, key=extra.__getitem__), min(extra, key=extra.__getitem__)
    name = row["area_name"]
    return f"{name}: {money(extra[most])} more a year {IF[most]}, {money(extra[least])} {IF[least]}"


def of_leps(rows: pd.DataFrame) -> str:
    """`Business R&D is known for 9 of 38 LEPs; for the other 29 it can only be modelled, as a range`."""
    known = rows[rows["low"].notna()]
    exact = int(known["exact"].sum())
    among = f"{len(rows)} LEPs" if len(known) == len(rows) else f"the {len(known)} LEPs with a figure"
    return f"Business R&D is known for {exact} of {among}; for {len(known) - exact} it can only be modelled, as a range"


def of_lep(row: pd.Series, line: Line | None) -> str:
    """`Oxfordshire: business R&D is 1.88 to 2.87% of GDP by our model`, and where there is a line, on which side."""
    name = row["area_name"]
    if pd.isna(row["low"]):
        return f"{name}: no figure, because that of a region around it is not published"
    sentence = f"{name}: business R&D is {spread(row)} of GDP" + ("" if row["exact"] else " by our model")
    if line is None:
        return sentence
    if row["exact"]:
        return f"{sentence}, {findings.against_line(row['low'], line)}"
    if row["low"] <= line.value < row["high"]:
        return f"{sentence}, on both sides of {line.phrase}"
    side = "above" if row["low"] > line.value else "below"
    return f"{sentence}, {side} {line.phrase} by every key"


def spread(row: pd.Series) -> str:
    """`1.88 to 2.87%`, or one figure where the keys agree or the figure is exact."""
    low, high = f"{row['low']:.2f}", f"{row['high']:.2f}"
    if pd.isna(row["low"]):
        return wording.NONE
    return f"{low}%" if low == high else f"{low} to {high}%"
