"""Figures and findings in words: how a number is written, and what a title says."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

import pandas as pd

from geo.areas import Geography
from lis_data import measures
from lis_data.counting import count as count
from lis_data.model import Status, StoredIndicator, told_of
from lis_data.period import label
from lis_data.targets import Line
from lis_data.uploads import DERIVED, upload_of

NONE = "no figure"
_BARE = ("ratio", "index", "score")
_MONEY = {"£ billion": 1e9, "£bn": 1e9, "£ million": 1e6, "£m": 1e6, "£ thousand": 1e3, "£k": 1e3, "£": 1.0}
"""Units of money in pounds: as the catalogue writes them, and as the intake reads them in uploads."""
UPLOADED = ("uploaded", "uploaded-sum", DERIVED)
"""How uploaded figures were made: as they are in the file, added up from its areas, or derived from kept ones."""
MARKS = {Status.ESTIMATED: ("estimated", "est."), Status.UNRELIABLE: ("low reliability", "low rel.")}
"""What is said of a figure wherever it stands, in words and where there is little room."""
_OF_UPLOADS = {
    Status.NORMAL: "uploaded",
    Status.ESTIMATED: "uploaded, estimated by its owner",
    Status.PROVISIONAL: "uploaded, provisional",
    Status.UNRELIABLE: "uploaded, low reliability",
    Status.SUPPRESSED: "suppressed in the upload",
}
_OF_DERIVED = {
    Status.NORMAL: "derived from uploaded figures",
    Status.ESTIMATED: "derived, from figures of different years or from an estimate",
}
_AFTER = re.compile(
    r",|\(|:| (?:per|in|of|as|on|at|by|for|from|with|without|near|to|alive|aged|since|before|who|that|worked)\b",
    re.IGNORECASE,
)
"""What ends the part of a title that says whether it speaks of one or of many."""
_TOO_LONG = 1e15
"""From here on a number is written as a power of ten."""
_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_MANY = ("people", "children", "men", "women", "staff")
_ONE = ("ss", "us", "is", "maths")


def number(value: float | None, *, unit: str, decimals: int) -> str:
    """A figure as a reader expects it: `1.23%`, `£72.2bn`, `£41,350`, `£35.40 per hour`, `26,800 jobs`,
    `0.85`; NONE where missing."""
    if value is None or pd.isna(value):
        return NONE
    if unit.startswith("%"):
        return f"{_minus(value, decimals)}%"
    if unit in _MONEY:
        return _money(value * _MONEY[unit], pounds=unit == "£", decimals=decimals)
    plain = _minus(value, decimals)
    if unit.startswith("£ "):
        return f"£{plain} {unit[2:]}".replace("£−", "−£")
    return plain if not unit or unit.startswith(_BARE) else f"{plain} {unit}"


def difference(value: float, *, unit: str, decimals: int) -> str:
    """A difference with its sign; of percentages in points: `+0.31 points`, `−£1.2bn`."""
    if pd.isna(value):
        return NONE
    sign = "+" if round(value, decimals) > 0 else "−" if round(value, decimals) < 0 else "±"
    if unit.startswith("%"):
        return f"{sign}{abs(value):,.{decimals}f} points"
    return sign + number(abs(value), unit=unit, decimals=decimals)


def ordinal(place: int) -> str:
    """`1st`, `2nd`, `3rd`, `11th`, `33rd`."""
    suffix = "th" if place % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(place % 10, "th")
    return f"{place}{suffix}"


def place(rank: int, *, of: int, tied: bool) -> str:
    """`3rd of 33`, `joint 3rd of 33`."""
    return f"{'joint ' if tied else ''}{ordinal(rank)} of {of}"


def listed(names: Sequence[str]) -> str:
    """`A`, `A and B`, `A, B and C`; a comma before the last where a name has an “and” of its own."""
    last = ", and " if any(" and " in name for name in names) else " and "
    return last.join([*([", ".join(names[:-1])] if len(names) > 1 else []), *names[-1:]])


def inside(title: str) -> str:
    """A title within a sentence: `residents near a railway station`, but `GVA per hour worked`, `5G coverage`."""
    return title if title[1:2].isupper() or title[:1].isdigit() else title[:1].lower() + title[1:]


def plural(title: str) -> bool:
    """Whether a title speaks of many: `Horizon 2020 grants per head`, `Residents in work`; not `Happiness`."""
    last = _AFTER.split(title, maxsplit=1)[0].lower().split()[-1:]
    return any(word in _MANY or (word.endswith("s") and not word.endswith(_ONE)) for word in last)


def scale(indicator: StoredIndicator) -> dict[str, Any]:
    """How the figures of an indicator are written; a unit that the title has already is not said again."""
    said = indicator.unit.startswith("per ") and indicator.unit in indicator.title
    return {"unit": "index" if said else indicator.unit, "decimals": indicator.decimals}


def status(code: str, *, derivation: str) -> str:
    """What a reader is told of a figure: `published`, `calculated here as a sum`, and as `model.told_of`; that of an
    uploaded figure is what its owner says of it. What has no figure may have no derivation.
    """
    if derivation == DERIVED and code in _OF_DERIVED:
        return _OF_DERIVED[Status(code)]
    if derivation in UPLOADED:
        return _OF_UPLOADS.get(code, Status(code).label)
    return told_of(code, derivation or "published")


def statuses(figures: pd.DataFrame) -> list[str]:
    """`status` of each row, by its status and derivation; empty where it has neither."""
    pairs = figures[["status", "derivation"]].fillna("").itertuples(index=False)
    return [status(code, derivation=derivation) if code else "" for code, derivation in pairs]


def marked(status: str, *, indicator_id: str) -> str:
    """What is said of several figures of an indicator with a status of MARKS at once."""
    return _OF_UPLOADS[Status(status)] if upload_of(indicator_id) else Status(status).label


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
        name = f"England’s {number(england, **scale(indicator))}"
        return count_better(figures, value=england, name=name, indicator=indicator, geography=geography)
    return extremes(figures, indicator=indicator)


def count_better(
    figures: pd.DataFrame, *, value: float, name: str, indicator: StoredIndicator, geography: Geography
) -> str:
    """`Business R&D as % of GDP is above England's 1.23% in 12 of 33 NUTS 2 regions`; below, where lower is better."""
    lower = indicator.polarity == "lower"
    better = figures["value"] < value if lower else figures["value"] > value
    held = int(figures["value"].notna().sum())
    side = "below" if lower else "above"
    among = f"{held} {geography.plural}" if held == len(figures) else f"the {held} {geography.plural} with a figure"
    return f"{indicator.title} {_is(indicator)} {side} {name} in {int(better.sum())} of {among}"


def _is(indicator: StoredIndicator) -> str:
    return "are" if plural(indicator.title) else "is"


def extremes(figures: pd.DataFrame, *, indicator: StoredIndicator) -> str:
    """`Business R&D runs from £19m in Cornwall to £5.1bn in East Anglia`: where there is nothing to compare with."""
    held = figures.dropna(subset="value")
    if held.empty:
        return f"{indicator.title}: {NONE}"
    top, low = held.loc[held["value"].idxmax()], held.loc[held["value"].idxmin()]
    if len(held) == 1:
        return f"{indicator.title}: {top['label']} in {top['area_name']}, the only place with a figure"
    if top["label"] == low["label"]:
        return f"{indicator.title}: {top['label']} in every one of the {len(held)} places with a figure"
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
    beside = "" if england is None else f" (England {number(england, **scale(indicator))})"
    told = f"{row['area_name']}: {indicator.title} {_is(indicator)} {row['label']}{beside}, {where}"
    return told if line is None else f"{told}, {_distance(row['value'], line.value)} {line.phrase}"


def against_line(value: float, line: Line) -> str:
    """`0.42 points below business's part of the 2.4% target (1.65%)`."""
    return f"{_distance(value, line.value)} {line.phrase}"


def course(name: str, history: pd.DataFrame, indicator: StoredIndicator) -> str:
    """`England went from £27.6 in 2004 to £42.4 in 2023`, of the first and the last figure that there are."""
    held = history.dropna(subset="value")
    first, last = held.iloc[0], held.iloc[-1]
    then, now = (number(row["value"], **scale(indicator)) for row in (first, last))
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
    told = "A line breaks where a figure is missing or suppressed."
    without = [label(period) for period in england.loc[england["value"].isna(), "period"]]
    return f"{told} England has none for {', '.join(without)}." if without else told


def _distance(value: float, line: float) -> str:
    return f"{abs(value - line):.2f} points {'above' if value > line else 'below'}"


def why_missing(figures: pd.DataFrame, coverage: pd.DataFrame, geography: Geography) -> str:
    """Why an indicator that is published for NUTS 2 regions has few figures elsewhere; empty where that is not why."""
    held = set(coverage["geography_id"])
    from_regions = "nuts2-2016" in held and not any(name.startswith("lad-") for name in held)
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
    held = sorted((row for row in columns if pd.notna(row[0])), reverse=True)
    told = [f"{name} {text}" for _, name, text in held]
    shown = told if len(told) <= 6 else [*told[:3], "…", *told[-3:]]
    return f"Bars of {indicator.title}, highest first: {', '.join(shown)}."


def trend(england: pd.DataFrame, *, indicator: StoredIndicator) -> str:
    """A text alternative of the lines over time: England's first and last figure."""
    held = england.dropna(subset="value")
    if held.empty:
        return f"Lines of {indicator.title} over time, one for each place."
    return f"Lines of {indicator.title} over time, one for each place; {course('England', held, indicator)}."


def _money(pounds_value: float, *, pounds: bool, decimals: int) -> str:
    size = abs(pounds_value)
    sign = "−" if pounds_value < 0 else ""
    if size >= _TOO_LONG:
        return f"{sign}£{_power(size)}"
    if pounds and size < 1e6:
        return f"{sign}£{size:,.{decimals}f}"
    for limit, name in ((1e9, "bn"), (1e6, "m"), (1e3, "k")):
        if size >= limit:
            scaled = size / limit
            return f"{sign}£{scaled:,.{0 if scaled >= 100 else 1}f}{name}"
    return f"{sign}£{size:,.0f}"


def _minus(value: float, decimals: int) -> str:
    """With thousands separators and a true minus sign."""
    text = _power(value) if abs(value) >= _TOO_LONG else f"{value:,.{decimals}f}"
    return text.replace("-", "−")


def _power(value: float) -> str:
    """`1.70 × 10³⁰⁸`: what a file may have, and nobody can read in full; `∞` for what is larger still."""
    digits, _, power = f"{value:.2e}".partition("e+")
    return f"{digits} × 10{power.translate(_RAISED)}" if power else digits.replace("inf", "∞")
