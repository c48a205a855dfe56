"""What the page on sector strengths says: findings, subtitles, and why there is no figure."""

from __future__ import annotations

from typing import Any

import pandas as pd

from lis_data import measures
from lis_data.period import label
from lis_data.wording import place
from pages.ui.rows import each_row, row_at
from pages.ui.views.sectors.choice import DETAILS, Choice

QUOTIENT = (
    "The location quotient is an industry’s share of the place’s economy divided by its share of England’s: "
    "2 means twice England’s share, 1 the same."
)

EVERY_INDUSTRY = "An index needs a figure of every industry."


def of_place(rows: pd.DataFrame, choice: Choice) -> str:
    """`Oxfordshire is most specialised in publishing: 2.9 times England’s share, £1.2bn`; `rows` best first."""
    best = rows.iloc[0]
    return f"{best['area_name']} is most specialised in {_title(best)}: {_times(best)}, {_size(best, choice)}"


def of_all(rows: pd.DataFrame, choice: Choice) -> str:
    """Which place is more specialised than any other, and in what; `rows` best first."""
    best = rows.iloc[0]
    return (
        f"The most specialised {choice.geography.singular} is {best['area_name']}, in {_title(best)}: "
        f"{_times(best)}, {_size(best, choice)}"
    )


def of_comparison(rows: pd.DataFrame, choice: Choice, *, places: int) -> str:
    """What sets one of several places apart; `rows` best first."""
    best = rows.iloc[0]
    return f"Of {places} places, {best['area_name']} stands out most, in {_title(best)}: {_times(best)}" + (
        f", {_size(best, choice)}"
    )


def where_else(bars: pd.DataFrame, title: str, choice: Choice) -> str:
    """`Manufacturing: Oxfordshire is 12th of 36 LEPs`, or who leads."""
    ranks = measures.rank(bars["value"].set_axis(bars["area_code"]))
    if choice.area_code is None or choice.area_code not in ranks.index:
        return f"{title}: strongest in {bars['area_name'].iloc[0]}"
    tied = measures.tied(bars["value"].set_axis(bars["area_code"]))[choice.area_code]
    name = bars.set_index("area_code")["area_name"][choice.area_code]
    where = place(int(ranks[choice.area_code]), of=len(bars), tied=bool(tied))
    return f"{title}: {name} is {where} {choice.geography.plural}"


def subtitle(choice: Choice) -> str:
    """What the view is about: measure, years, detail."""
    since = f", compared with {label(choice.base)}" if choice.base else ""
    detail = DETAILS[choice.detail].lower()
    size = choice.number(choice.least).replace(".0", "")
    return (
        f"{_measure(choice)} in {label(choice.period)}{since}; {choice.geography.title}; "
        f"industries {detail}, of {size} or more."
    )


def bubbles(rows: pd.DataFrame) -> str:
    """A text alternative of the bubbles: the three most specialised industries."""
    first = "; ".join(f"{row.title} {row.location_quotient:.2f}" for row in each_row(rows.head(3)))
    return f"Bubbles of {len(rows)} industries by location quotient and growth. Most specialised: {first}."


def bars(rows: pd.DataFrame, title: str) -> str:
    """A text alternative of the ranked bars."""
    first = "; ".join(f"{row.area_name} {row.label}" for row in each_row(rows.head(5)))
    return f"Bars, highest first, of {title}: {first}."


def leaders(rows: pd.DataFrame) -> str:
    """A text alternative of the leaders: the first three industries with their strongest place."""
    first = "; ".join(f"{row.title}: {row.leader} {row.largest:.1f}" for row in each_row(rows.head(3)))
    return f"For each of {len(rows)} industries, the location quotients of all places. Strongest: {first}."


def grid(rows: pd.DataFrame) -> str:
    """A text alternative of the comparison: the three strongest cells."""
    first = "; ".join(f"{row.area_name}, {row.title} {row.location_quotient:.2f}" for row in each_row(rows.head(3)))
    return f"A grid of places and industries with their location quotients. Strongest: {first}."


def of_tests(rows: pd.DataFrame, choice: Choice) -> str:
    """How many industries pass all three tests, or all that can be made, and which is the most specialised."""
    all_three = rows[rows["tests_passed"] == 3]
    passed = all_three if len(all_three) else rows[(rows["tests_passed"] == 2) & (rows["tests_made"] == 2)]
    which = "all three tests" if len(all_three) else "both tests that can be made"
    who = rows["area_name"].iloc[0] if choice.area_code else ""
    if passed.empty:
        return f"{who}: no industry passes every test" if who else "No industry passes every test"
    first = passed.sort_values("location_quotient", ascending=False)
    names = " and ".join(_title(row) for _, row in first.head(2).iterrows())
    if who:
        count = "One industry passes" if len(passed) == 1 else f"{len(passed)} industries pass"
        return f"{who}: {count} {which}, first of all {names}"
    best = first.iloc[0]
    if len(passed) == 1:
        return f"One local industry passes {which}: {_title(best)} in {best['area_name']}"
    places_ = passed["area_name"].nunique()
    return (
        f"{len(passed)} local industries in {places_} places pass {which}, first of all {_title(best)} in "
        f"{best['area_name']}"
    )


def verdicts(rows: pd.DataFrame) -> str:
    """A text alternative of the tests: how many industries pass how many."""
    counts = rows["tests_passed"].value_counts().sort_index(ascending=False)
    verdicts = ", ".join(f"{count} pass {passed}" for passed, count in counts.items())
    return f"A grid of {len(rows)} industries and three tests: {verdicts}."


def first_rows(rows: int, most: int) -> str:
    """How much of the list the picture has."""
    said = "A tick is a test passed, a cross one not passed."
    return said if rows <= most else f"{said} The first {most} of {rows}; the files have all."


def first_industries(most: int) -> str:
    """In what order a comparison has its industries."""
    return f"First come the industries in which one of the places stands out; the table has more than these {most}."


def few_tested(possible: pd.DataFrame, choice: Choice) -> str:
    """That a test can be made in some of the places only, or in none; `possible` is of `queries.possible_tests`."""
    row = possible.set_index("test").loc["productive"]
    if row["areas"] == row["of_areas"]:
        return ""
    where = f"only {row['areas']} of {row['of_areas']}" if row["areas"] else f"none of the {row['of_areas']}"
    return f"Productivity can be tested in {where} {choice.geography.plural}."


def can_be_tested(row: Any, choice: Choice) -> str:
    """`Possible for 9 of 38 LEPs (2021).`"""
    if row.possible == "no":
        return "Cannot be tested here."
    when = f" ({row.period})" if row.period else ""
    return f"Can be tested for {row.areas} of {row.of_areas} {choice.geography.plural}{when}."


def of_structure(rows: pd.DataFrame, choice: Choice) -> str:
    """How unlike England the chosen economy is, or which is the most unlike; `rows` the most specialised first."""
    row = row_at(rows.set_index("area_code"), choice.area_code) if choice.area_code else rows.iloc[0]
    where = place(int(row["krugman_rank"]), of=len(rows), tied=False)
    rank = f", {where} {choice.geography.plural} for specialisation" if choice.area_code else ""
    more = "" if choice.area_code else f", more than any other {choice.geography.singular}"
    return (
        f"{row['area_name']}: {row['krugman']:.0f}% of the economy would have to change industry to look like "
        f"England’s{rank}{more}"
    )


def about_structure(choice: Choice, industries: int) -> str:
    """What the whole economy is measured by."""
    return f"{choice.title}, {industries} industries, in {label(choice.period)}; {choice.geography.title}."


def ranked(rows: pd.DataFrame, measure: str) -> str:
    """A text alternative of a ranking of economies."""
    first = rows.sort_values(measure, ascending=False).head(5)
    figures = "; ".join(f"{name} {value:.1f}" for name, value in zip(first["area_name"], first[measure], strict=True))
    return f"Bars of {len(rows)} places by {measure}, highest first: {figures}."


def _measure(choice: Choice) -> str:
    """`Gross value added by industry`; once is enough for a measure that says so itself."""
    return choice.title if "industry" in choice.title else f"{choice.title} by industry"


def _title(row: pd.Series) -> str:
    """An industry's title within a sentence."""
    title = str(row["title"])
    return title[0].lower() + title[1:] if title[1:2].islower() else title


def _times(row: pd.Series) -> str:
    return f"{row['location_quotient']:.1f} times England’s share"


def _size(row: pd.Series, choice: Choice) -> str:
    return choice.number(row["value"])
