"""Periods as ISO 8601 text: what is allowed, how they sort, and how a reader sees them.

    2018            the calendar year 2018
    2018-03         the month of March 2018, or a count taken in it
    2018-09-30      one day
    2018-Q3         a quarter
    2018-04/P1Y     a year that starts in April 2018 (a financial year: 2018/19; a school year starts in September)
    2011/P3Y        three calendar years pooled (2011–13)

This module must not know about any indicator.
"""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass

_FORM = re.compile(
    r"(?P<year>(?:19|20)\d\d)"
    r"(?:-Q(?P<quarter>[1-4])|-(?P<month>0[1-9]|1[0-2])(?:-(?P<day>0[1-9]|[12]\d|3[01]))?)?"
    r"(?:/P(?P<years>[1-9]\d?)Y)?"
)


@dataclass(frozen=True, order=True)
class Period:
    """A stretch of time; sorts by its start, then by its length."""

    year: int
    month: int
    day: int
    months: int
    text: str

    @property
    def label(self) -> str:
        """How a page writes it: `2018`, `March 2018`, `2018/19`, `Oct 2017 – Sep 2018`, `2011–13`."""
        return _label(self)


def parse(text: str) -> Period:
    """The period that `text` denotes; ValueError says which forms are allowed."""
    found = _FORM.fullmatch(text)
    if not found or (found["quarter"] and found["years"]):
        raise ValueError(f"'{text}' is not a period; write 2018, 2018-03, 2018-Q3, 2018-09-30, 2018-04/P1Y or 2011/P3Y")
    year, quarter = int(found["year"]), int(found["quarter"] or 0)
    month = 3 * quarter - 2 if quarter else int(found["month"] or 1)
    day = int(found["day"] or 1)
    if day > calendar.monthrange(year, month)[1]:
        raise ValueError(f"'{text}' is not a day of the calendar")
    return Period(year, month, day, _months(found), text)


def label(text: str) -> str:
    """The reader's form of an ISO period."""
    return parse(text).label


def _months(found: re.Match[str]) -> int:
    """Length in months; 0 for a single day."""
    if found["years"]:
        return 12 * int(found["years"])
    if found["quarter"]:
        return 3
    if found["day"]:
        return 0
    return 1 if found["month"] else 12


def _label(period: Period) -> str:
    name = calendar.month_name[period.month]
    if period.months == 0:
        return f"{period.day} {name} {period.year}"
    if period.months == 1:
        return f"{name} {period.year}"
    if period.months == 3:
        return f"{period.year} Q{(period.month + 2) // 3}"
    return _years_label(period)


def _years_label(period: Period) -> str:
    years = period.months // 12
    if period.month == 1:
        last = period.year + years - 1
        return str(period.year) if years == 1 else f"{period.year}–{last % 100:02d}"
    if years == 1 and period.month in (4, 8, 9):
        return f"{period.year}/{(period.year + 1) % 100:02d}"
    end = calendar.month_abbr[period.month - 1]
    return f"{calendar.month_abbr[period.month]} {period.year} – {end} {period.year + years}"
