"""Spans of time as the product writes them: so many months from one on, or the years of a pair."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass

YEAR = r"(?P<y>(?:19|20)\d\d)"
OTHER_YEAR = r"(?P<z>(?:19|20)\d\d|\d\d)"
FINANCIAL = 4
"""The month in which a financial year begins."""
CENTURY = 100
PAIR = re.compile(rf"{YEAR}\s?(?:[/-]|to)\s?{OTHER_YEAR}")
DOUBTFUL = re.compile(rf"{YEAR}(?:\s?[/.-]\s?|(?=\d\d$))(?P<z>\d\d?)")
"""What may be a year with a month or two years: '2011-12', '201112', '2017/8'."""


@dataclass(frozen=True)
class Reading:
    """One distinct cell read: the ISO period, and a meaning where it is not plain; or why it is none.

    `status` is the one that a flag behind it says of its figures, such as P of '2018p'; `open` marks what
    could mean two things, for `why` to say which.
    """

    iso: str = ""
    meaning: str = ""
    why: str = ""
    status: str = ""
    open: bool = False


def stretch(year: int, month: int, months: int, meaning: str = "") -> Reading:
    """So many months from a month on, in the product's form."""
    years, rest = divmod(months, 12)
    if months == 1:
        iso = f"{year}-{month:02d}"
    elif months == 3 and month % 3 == 1:
        iso = f"{year}-Q{(month + 2) // 3}"
    elif rest or not 1 <= years <= 9:
        return Reading(why="it is neither a month, a quarter nor whole years")
    else:
        iso = f"{year}" + (f"-{month:02d}" if month > 1 else "") + (f"/P{years}Y" if years > 1 or month > 1 else "")
    return Reading(iso, meaning) if 1900 <= year <= 2099 else Reading(why="the year is out of range")


def full(year: str, short: str) -> int:
    """The second year of a pair: '19' of '2018/19' is 2019, '00' of '1999/00' is 2000, '8' of '2017/8' is 2018."""
    if len(short) == 4:
        return int(short)
    if len(short) == 1:
        decade = int(year) // 10 * 10
        return decade + int(short) + (10 if int(short) < int(year) % 10 else 0)
    century = int(year) // 100 * 100
    return century + int(short) + (100 if int(short) < int(year) % 100 else 0)


def consecutive(pair: re.Match[str]) -> bool:
    return full(pair["y"], pair["z"]) == int(pair["y"]) + 1


def read_pair(found: re.Match[str]) -> Reading:
    """'2018/19' is a financial year; '2016-18' is three years pooled."""
    first, last = int(found["y"]), full(found["y"], found["z"])
    if last == first + 1:
        return stretch(first, FINANCIAL, 12, f"the financial year April {first} to March {last}")
    if "/" in found[0]:
        return Reading(why=f"{found['z']} does not follow {first}")
    if not first < last < first + 9:
        return Reading(why=f"{_no_month(found)}{_no_span(found)}")
    return stretch(first, 1, 12 * (last - first + 1), f"the years {first} to {last} together")


def _no_month(found: re.Match[str]) -> str:
    """What '13' of '2018-13' is not; nothing of four digits is meant as a month."""
    return f"there is no month {found['z']}, and " if len(found["z"]) == 2 else ""


def _no_span(found: re.Match[str]) -> str:
    """Why no years are pooled from the one to the other; '13' of '2018-13' was not meant as 2113."""
    first, last = int(found["y"]), full(found["y"], found["z"])
    last -= CENTURY if len(found["z"]) == 2 and last - first > CENTURY // 2 else 0
    return f"{first} to {last} is {'more than nine years' if last > first else 'no span of years'}"


def ending(year: int, month: int, months: int = 12) -> Reading:
    """So many months, a year as a rule, that end with a month."""
    first = year * 12 + month - months
    what = {12: "the twelve months", 3: "the three months"}.get(months, f"the {months} months")
    return stretch(first // 12, first % 12 + 1, months, f"{what} to {calendar.month_name[month]} {year}")
