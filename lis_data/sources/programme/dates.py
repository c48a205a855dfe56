"""Dates as the programme's documents give them: to the day, to a month, or "early 2020".

A date is the first day of the time that is stated, with a precision that says how much of it is meant, and
the words for a reader. A missing date has a reason.
"""

from __future__ import annotations

import calendar
import datetime
import re
from dataclasses import dataclass

NO_DATE = {
    "none found": "no text of a strategy was found",
    "not dated": "the document bears no date",
    "none": "no date applies",
}
"""What the compiled tables write in place of a date, and what that means."""

MONTHS = 12
_FORM = re.compile(r"(?P<early>early )?(?P<year>\d{4})(?:-(?P<month>\d\d)(?:-(?P<day>\d\d))?)?(?P<rest>.*)")


@dataclass(frozen=True)
class StatedDate:
    """A date or the reason for none; `precision`: day, month, year, early-year, financial-year or years."""

    date: datetime.date | None
    precision: str | None
    text: str | None
    reason: str | None


def stated_date(text: str, *, hint: str = "") -> StatedDate:
    """The date that `text` (2019-05-16, 2018-07, 2027, early 2020, 2018/19, 2018-2020) states.

    `hint` is a remark on precision such as `month (by)` or `year part (early)`. ValueError for anything else.
    """
    if text in NO_DATE:
        return StatedDate(None, None, None, NO_DATE[text])
    years = re.fullmatch(r"(\d{4})-(?:20)?(\d\d)", text)
    if years and int(years[2]) > MONTHS:
        return StatedDate(datetime.date(int(years[1]), 1, 1), "years", f"{years[1]}–{years[2]}", None)
    found = _FORM.fullmatch(text)
    if not found:
        raise ValueError(f"'{text}' is not a date of the programme")
    return _dated(found, hint=hint)


def _dated(found: re.Match[str], *, hint: str) -> StatedDate:
    year, month, day = (int(found[part] or 1) for part in ("year", "month", "day"))
    if re.fullmatch(r"/\d\d", found["rest"]):
        return StatedDate(datetime.date(year, 4, 1), "financial-year", found[0], None)
    precision = _precision(found, hint=hint)
    words = f"{_words(precision, year=year, month=month, day=day)}{found['rest']}"
    if "(by)" in hint:
        words = f"by {words}"
    alternative = re.search(r"\((\w+ or \w+)\)", hint)
    if alternative:
        words = f"{alternative[1]} {year}"
    return StatedDate(datetime.date(year, month, day), precision, words, None)


def _precision(found: re.Match[str], *, hint: str) -> str:
    if found["early"] or "early" in hint:
        return "early-year"
    if found["day"]:
        return "day"
    return "month" if found["month"] else "year"


def _words(precision: str, *, year: int, month: int, day: int) -> str:
    name = calendar.month_name[month]
    return {
        "day": f"{day} {name} {year}",
        "month": f"{name} {year}",
        "year": str(year),
        "early-year": f"early {year}",
    }[precision]
