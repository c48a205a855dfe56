"""Findings in words: what a title says of the figures that its picture shows."""

from __future__ import annotations

import pandas as pd

from geo.areas import Geography
from lis_data import measures
from lis_data.model import StoredIndicator
from lis_data.period import label
from lis_data.targets import Line
from lis_data.wording import NONE, place, plural, scale
from pages.ui.rows import row_at


def finding(
    figures: pd.DataFrame,
    area_code: str | None,
    *,
    indicator: StoredIndicator,
    line: Line | None,
    england: float | None,
    geography: Geography,
) -> str:
    """The sentence that the picture proves: of the chosen area, or of all of them against the line or England."""
    if figures["value"].isna().all():
        return f"{indicator.title}: {NONE} for any of the {geography.plural}"
    if area_code:
        return of_area(figures, area_code, indicator=indicator, line=line, england=england)
    if line:
        return count_better(figures, value=line.value, name=line.phrase, indicator=indicator, geography=geography)
    if england is not None:
        name = f"England’s {scale(indicator).number(england)}"
        return count_better(figures, value=england, name=name, indicator=indicator, geography=geography)
    return extremes(figures, indicator=indicator)


def count_better(
    figures: pd.DataFrame, *, value: float, name: str, indicator: StoredIndicator, geography: Geography
) -> str:
    """`Business R&D as % of GDP is above England's 1.23% in 12 of 33 NUTS 2 regions`; below, where lower is better."""
    lower = indicator.polarity == "lower"
    better = figures["value"] < value if lower else figures["value"] > value
    found = int(figures["value"].notna().sum())
    side = "below" if lower else "above"
    among = f"{found} {geography.plural}" if found == len(figures) else f"the {found} {geography.plural} with a figure"
    return f"{indicator.title} {_is(indicator)} {side} {name} in {int(better.sum())} of {among}"


def _is(indicator: StoredIndicator) -> str:
    return "are" if plural(indicator.title) else "is"


def extremes(figures: pd.DataFrame, *, indicator: StoredIndicator) -> str:
    """`Business R&D runs from £19m in Cornwall to £5.1bn in East Anglia`: where there is nothing to compare with."""
    found = figures.dropna(subset="value")
    if found.empty:
        return f"{indicator.title}: {NONE}"
    top, low = row_at(found, found["value"].idxmax()), row_at(found, found["value"].idxmin())
    if len(found) == 1:
        return f"{indicator.title}: {top['label']} in {top['area_name']}, the only place with a figure"
    if top["label"] == low["label"]:
        return f"{indicator.title}: {top['label']} in every one of the {len(found)} places with a figure"
    runs = "run" if plural(indicator.title) else "runs"
    return f"{indicator.title} {runs} from {low['label']} in {low['area_name']} to {top['label']} in {top['area_name']}"


def of_area(
    figures: pd.DataFrame, area_code: str, *, indicator: StoredIndicator, line: Line | None, england: float | None
) -> str:
    """`Cornwall: Business R&D as % of GDP is 0.21% (England 1.23%), 31st of 33, 1.44 points below the line`."""
    at = figures.set_index("area_code")
    row = at.loc[area_code]
    if pd.isna(row["value"]):
        return f"{row['area_name']}: {NONE} of {indicator.title}"
    ranks = measures.rank(at["value"], polarity=indicator.polarity)
    where = place(int(ranks[area_code]), of=int(ranks.count()), tied=bool(measures.tied(at["value"])[area_code]))
    if indicator.polarity == "neither":
        where = where.replace(" of ", " highest of ")
    compared = "" if england is None else f" (England {scale(indicator).number(england)})"
    sentence = f"{row['area_name']}: {indicator.title} {_is(indicator)} {row['label']}{compared}, {where}"
    return sentence if line is None else f"{sentence}, {_distance(row['value'], line.value)} {line.phrase}"


def against_line(value: float, line: Line) -> str:
    """`0.42 points below business's part of the 2.4% target (1.65%)`."""
    return f"{_distance(value, line.value)} {line.phrase}"


def change(name: str, history: pd.DataFrame, indicator: StoredIndicator) -> str:
    """`England went from £27.6 in 2004 to £42.4 in 2023`, of the first and the last figure that there are."""
    found = history.dropna(subset="value")
    first, last = found.iloc[0], found.iloc[-1]
    then, now = map(scale(indicator).number, (first["value"], last["value"]))
    return f"{name} went from {then} in {label(first['period'])} to {now} in {label(last['period'])}"


def gap_over_time(england: pd.DataFrame, line: Line | None) -> str:
    """`England was 0.51 points below the 1.65% line in 2011 and 0.42 points below in 2018`."""
    if line is None or england.empty:
        return "Over time"
    first, last = england.iloc[0], england.iloc[-1]
    then, now = (_distance(row["value"], line.value) for row in (first, last))
    return f"England was {then} the {line.name} in {label(first['period'])} and {now} it in {label(last['period'])}"


def broken_lines(england: pd.DataFrame) -> str:
    """`A line breaks where a figure is missing or suppressed. England has none for 2013.`"""
    rule = "A line breaks where a figure is missing or suppressed."
    without = [label(period) for period in england.loc[england["value"].isna(), "period"]]
    return f"{rule} England has none for {', '.join(without)}." if without else rule


def _distance(value: float, line: float) -> str:
    return f"{abs(value - line):.2f} points {'above' if value > line else 'below'}"


def why_missing(figures: pd.DataFrame, coverage: pd.DataFrame, geography: Geography) -> str:
    """Why an indicator that is published for NUTS 2 regions has few figures elsewhere; empty where that is not why."""
    found = set(coverage["geography_id"])
    from_regions = "nuts2-2016" in found and not any(name.startswith("lad-") for name in found)
    published = figures["derivation"].eq("published").any() or geography.level in (
        "nuts2",
        "region",
        "country",
    )
    if not from_regions or published or figures["value"].notna().all():
        return ""
    return f"It is published for NUTS 2 regions, so {geography.plural} have a figure only where they are whole regions."


def ranking(figures: pd.DataFrame, *, indicator: StoredIndicator) -> str:
    """A text alternative of ranked bars: all of them if they are few, else the first three and the last three."""
    columns = zip(figures["value"], figures["area_name"], figures["label"], strict=True)
    found = sorted((row for row in columns if pd.notna(row[0])), reverse=True)
    each = [f"{name} {text}" for _, name, text in found]
    some = each if len(each) <= 6 else [*each[:3], "…", *each[-3:]]
    return f"Bars of {indicator.title}, highest first: {', '.join(some)}."


def lines(england: pd.DataFrame, *, indicator: StoredIndicator) -> str:
    """A text alternative of the lines over time: England's first and last figure."""
    found = england.dropna(subset="value")
    if found.empty:
        return f"Lines of {indicator.title} over time, one for each place."
    return f"Lines of {indicator.title} over time, one for each place; {change('England', found, indicator)}."
