"""What the page says: findings of each state, and the words for roles, severities and states."""

from __future__ import annotations

import pandas as pd

from geo.areas import GEOGRAPHIES
from lis_data.intake import Area, DescribedSeries, Severity, Verdict
from lis_data.intake.areas import ACCEPTED
from lis_data.period import parse
from lis_data.wording import count, listed
from pages.ui.views.uploads import draft

TO_CHOOSE = ("doubtful", "ambiguous", "unmatched", "split")
"""Decisions on an area that wait for the analyst's."""
KNOWN = (*ACCEPTED, "merged")
_NO_NAMES = ("blank", "total")
ROLES = {
    "area": "Places",
    "area_name": "Place names",
    "period": "Period",
    "industry": "Industry",
    "indicator": "Indicator",
    "value": "Figures",
    "lower": "Lower",
    "upper": "Upper",
    "margin": "± margin",
    "status": "Status",
    "unit": "Unit",
    "ignore": "Not used",
}
SEVERITIES = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTICE: "notice"}
STATES = {
    "session": "private to this browser, not saved yet",
    "saved": "saved",
    "published": "listed for everyone",
}
NO_TOTALS = "Totals are on the map and in profiles, but not compared side by side: the larger place always leads."
HOW = {
    "name": "its name",
    "alias": "another name for it",
    "code": "its code",
    "old code": "a code of another year, the same ground",
    "near": "spelt nearly like it",
    "other level": "an area of another level",
    "chosen": "your choice",
}


def named(verdict: Verdict) -> list[Area]:
    """The different cells that name a place."""
    return [area for area in verdict.areas if area.decision not in _NO_NAMES]


def to_choose(verdict: Verdict) -> list[Area]:
    """The cells that wait for a choice, the likeliest first."""
    waiting = [area for area in verdict.areas if area.decision in TO_CHOOSE]
    return sorted(waiting, key=lambda area: (TO_CHOOSE.index(area.decision), area.row))


def readable(verdict: Verdict) -> bool:
    """Whether the file was read as a table as far as its figures."""
    return bool(verdict.areas) and verdict.counts.get("rows", 0) > 0


def headline(verdict: Verdict) -> tuple[str, str]:
    """The finding on an open file, and what it is about."""
    return _finding(verdict), " · ".join(_facts(verdict))


def _finding(verdict: Verdict) -> str:
    if not readable(verdict):
        return f"Not read yet: {verdict.problems[-1].message}"  # what stopped the reading is noted last
    cells, waiting = named(verdict), len(to_choose(verdict))
    if not cells:
        return "No single place is named: its rows are totals or blank"
    known = sum(area.decision in KNOWN for area in cells)
    if waiting:
        need = "needs" if waiting == 1 else "need"
        return f"{known} of {count(len(cells), 'place')} understood: {waiting} {need} your choice"
    places = f"{known} of {count(len(cells), 'place')}"
    if known == len(cells):
        places = {1: "The one place is", 2: "Both places"}.get(known, f"All {known} places")
    errors = verdict.counts.get("errors", 0)
    return f"{places} understood" + (f", {count(errors, 'problem')} to look at" if errors else ": ready to describe")


def what_to_do(verdict: Verdict) -> str:
    """What is allowed and what to do where the reading stopped."""
    last = verdict.problems[-1]
    return f"Allowed: {last.allowed}. What to do: {last.action}."


def _facts(verdict: Verdict) -> list[str]:
    """What file it is: name, form, geography, encoding."""
    form = _FORMS.get(verdict.form, "")
    place = GEOGRAPHIES[verdict.geography].title if verdict.geography else ""
    return [text for text in (verdict.name, form, place, _ENCODINGS.get(verdict.encoding, "")) if text]


_FORMS = {
    "long": "a row a figure",
    "wide by period": "a column a period",
    "wide by indicator": "a column an indicator",
}
_ENCODINGS = {
    "utf-8": "UTF-8",
    "utf-8-sig": "UTF-8",
    "utf-16": "UTF-16",
    "utf-16-le": "UTF-16",
    "utf-16-be": "UTF-16",
    "cp1252": "Windows-1252",
    "workbook": "workbook",
}


def summary(verdict: Verdict) -> str:
    """`36 of 38 names of places are known; 108 figures of 2016 to 2018; 2 need your choice.`"""
    cells, waiting = named(verdict), len(to_choose(verdict))
    known = sum(area.decision in KNOWN for area in cells)
    are = "is" if known == 1 else "are"
    parts = [f"{known} of {count(len(cells), 'name of a place', 'names of places')} {are} known"]
    added = draft.once("added", lambda: int(verdict.observations["value"][verdict.rows == 0].notna().sum()))
    sums = f" ({figures(verdict) - added:,} read and {added:,} added up)" if added else ""
    parts.append(f"{count(figures(verdict), 'figure')}{_of_periods(verdict)} can be used{sums}")
    without = verdict.counts.get("missing", 0) + verdict.counts.get("suppressed", 0)
    if without:
        parts.append(f"{without:,} {'is' if without == 1 else 'are'} marked as missing or suppressed")
    if out := verdict.counts.get("left_out", 0):
        parts.append(f"{out:,} {'is' if out == 1 else 'are'} left out so far")
    if waiting:
        parts.append(f"{waiting} {'name needs' if waiting == 1 else 'names need'} your choice")
    return "; ".join(parts) + "."


def series_of(verdict: Verdict) -> dict[str, DescribedSeries]:
    """Its series by their ids."""
    return {item.indicator_id: item for item in verdict.series}


def summed(verdict: Verdict) -> str:
    """The geography that its districts are added up to; empty where they are not."""
    return draft.once("summed", lambda: _summed(verdict))


def _summed(verdict: Verdict) -> str:
    added = verdict.observations["geography_id"][verdict.rows == 0].unique()
    return next((str(key) for key in added if key != verdict.geography), "")


def figures(verdict: Verdict) -> int:
    """How many observations have a value."""
    return draft.once("figures", lambda: int(verdict.observations["value"].notna().sum()))


def _of_periods(verdict: Verdict) -> str:
    span = draft.once("span", lambda: periods(verdict.observations["period"]))
    return f" of {span}" if span else ""


def periods(texts: pd.Series) -> str:
    """`2016 to 2018` of the periods in a column; empty for none."""
    ordered = sorted(parse(text) for text in texts.unique())
    if not ordered:
        return ""
    first, last = ordered[0].label, ordered[-1].label
    return first if first == last else f"{first} to {last}"


def waiting(verdict: Verdict) -> str:
    """The heading above the places that wait."""
    many = len(to_choose(verdict))
    if not many:
        return "Every name of a place is decided"
    return f"{count(many, 'name of a place needs', 'names of places need')} your choice"


def problems(verdict: Verdict) -> str:
    """`3 errors, 1 warning and 2 notices`."""
    parts = [
        count(verdict.counts.get(f"{word}s", 0), word)
        for word in SEVERITIES.values()
        if verdict.counts.get(f"{word}s", 0)
    ]
    return listed(parts) if parts else "No problem found"


def cell(area: Area) -> str:
    """A cell as it stands in the file, with where: `“Tees Vally”, row 5 and 2 more`."""
    more = f" and {area.rows - 1:,} more" if area.rows > 1 else ""
    return f"“{area.cell[:80]}”, row {area.row:,}{more}"
