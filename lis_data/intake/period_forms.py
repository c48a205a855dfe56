"""The forms in which people write a period, each with what reads it."""

from __future__ import annotations

import calendar
import re
from collections.abc import Callable
from datetime import date

from lis_data.intake.spans import (
    CENTURY,
    FINANCIAL,
    OTHER_YEAR,
    PAIR,
    YEAR,
    Reading,
    consecutive,
    ending,
    full,
    read_pair,
    stretch,
)

_MONTHS = {name.lower(): number for number, name in enumerate(calendar.month_name) if name}
_MONTHS |= {name.lower(): number for number, name in enumerate(calendar.month_abbr) if name}
_MONTHS |= {"sept": 9}
_MONTH = "(?P<{}>" + "|".join(sorted(_MONTHS, key=len, reverse=True)) + r")\.?"
_M, _N = _MONTH.format("m"), _MONTH.format("n")
_Y, _Z = YEAR, OTHER_YEAR
_YS = r"(?P<y>(?:19|20)\d\d|(?<=[\s'-])\d\d)"
"""A year, or the last two digits of one of this century behind a month."""
_ACADEMIC = 8


def _financial(found: re.Match[str]) -> Reading:
    first = int(found["y"])
    if found["z"] and full(found["y"], found["z"]) != first + 1:
        return Reading(why=f"{found['z']} does not follow {first}")
    return stretch(first, FINANCIAL, 12, f"the financial year April {first} to March {first + 1}")


def _academic(found: re.Match[str]) -> Reading:
    if not consecutive(found):
        return Reading(why=f"{found['z']} does not follow {found['y']}")
    return stretch(int(found["y"]), _ACADEMIC, 12, f"the academic year that begins in August {found['y']}")


def _financial_quarter(found: re.Match[str]) -> Reading:
    """'2018/19 Q1' is April to June 2018."""
    quarter, year = int(found["q"]), int(found["y"])
    if not 1 <= quarter <= 4 or not consecutive(found):
        return Reading(why="a year has four quarters" if consecutive(found) else f"{found['z']} does not follow {year}")
    start = f"Q{quarter} of the financial year {year}/{(year + 1) % CENTURY:02d}"
    return stretch(year + (quarter == 4), (3 * quarter + FINANCIAL - 4) % 12 + 1, 3, start)


def _compact(found: re.Match[str]) -> Reading:
    """'201718' is a financial year, '201803' a month."""
    return (
        read_pair(found)
        if (consecutive(found) and int(found["z"]) > 12) or found["z"] == "00"
        else _numbered_month(found)
    )


def _compact_day(found: re.Match[str]) -> Reading:
    """'20180331' is a day, '20172018' a financial year."""
    if found["d"] == "00" or int(found["k"]) > 12:
        pair = PAIR.fullmatch(f"{found[0][:4]}-{found[0][4:]}")
        return read_pair(pair) if pair else Reading(why="the form is not known")
    return _day(found)


def _year_ending(found: re.Match[str]) -> Reading:
    """'FYE 2018' is the year that ends with March 2018."""
    return ending(int(found["y"]), FINANCIAL - 1)


def _short_pair(found: re.Match[str]) -> Reading:
    """'17/18' is the financial year 2017/18; '09/10' may be a month and is none of ours."""
    first, last = int(found["s"]), int(found["t"])
    if last != first + 1:
        return Reading(why=f"{last} does not follow {first}")
    return stretch(2000 + first, FINANCIAL, 12, f"the financial year April 20{first} to March 20{last}")


def _quarter(found: re.Match[str]) -> Reading:
    quarter = int(found["q"])
    if not 1 <= quarter <= 4:
        return Reading(why="a year has four quarters")
    return stretch(int(found["y"]), 3 * quarter - 2, 3)


def _named_month(found: re.Match[str]) -> Reading:
    return stretch(int(found["y"]), _MONTHS[found["m"]], 1)


def _short_month(found: re.Match[str]) -> Reading:
    return stretch(2000 + int(found["s"]), _MONTHS[found["m"]], 1, f"{found['m'].title()} 20{found['s']}")


def _numbered_month(found: re.Match[str]) -> Reading:
    month = int(found["k"])
    return stretch(int(found["y"]), month, 1) if 1 <= month <= 12 else Reading(why=f"there is no month {month}")


def _day(found: re.Match[str]) -> Reading:
    parts = found.groupdict()
    month = _MONTHS[parts["m"]] if parts.get("m") else int(parts["k"])
    try:
        day = date(int(parts["y"]), month, int(parts["d"]))
    except ValueError:
        return Reading(why="there is no such day")
    plain = bool(parts.get("m")) or day.day > 12 or found[0].startswith(parts["y"])
    return Reading(
        day.isoformat(), "" if plain else f"{day.day} {calendar.month_name[day.month]} {day.year}, day first"
    )


def _ending(found: re.Match[str]) -> Reading:
    """The twelve months, or three, that end with a month."""
    return ending(_century(found["y"]), _MONTHS[found["m"]], 3 if found.groupdict().get("three") else 12)


def _century(year: str) -> int:
    """A year of two digits is one of this century."""
    return int(year) + (2000 if len(year) == 2 else 0)


def _months_between(found: re.Match[str]) -> Reading:
    parts = found.groupdict()
    last_year = _century(parts["y"])
    first_year = _century(parts["f"]) if parts["f"] else last_year
    first, last = _MONTHS[parts["m"]], _MONTHS[parts["n"]]
    return stretch(first_year, first, 12 * (last_year - first_year) + last - first + 1)


def _interval(found: re.Match[str]) -> Reading:
    """An ISO interval of two months or days, the last one included; or of a day and a duration in years or months."""
    year, month = int(found["y"]), int(found["k"])
    if found["p"]:
        return stretch(year, month, int(found["p"]) * (12 if found["u"] == "y" else 1))
    last_year, last_month = int(found["ly"]), int(found["lk"])
    full_month = not found["ld"] or int(found["ld"]) == calendar.monthrange(last_year, min(max(last_month, 1), 12))[1]
    if not full_month or (found["d"] or "01") != "01":
        return Reading(why="it does not begin and end with a month")
    return stretch(year, month, 12 * (last_year - year) + last_month - month + 1)


def _year(found: re.Match[str]) -> Reading:
    return Reading(found["y"])


def _out_of_range(_: re.Match[str]) -> Reading:
    return Reading(why="years from 1900 to 2099 are known")


MONTHS = _MONTHS
"""Months by their names and by those shortened."""
_KNOWN: tuple[tuple[str, Callable[[re.Match[str]], Reading]], ...] = (
    (rf"(?:cy|calendar year|year)?\s?{_Y}(?:\.0)?", _year),
    (rf"(?:fy|f\.y\.|financial year|fiscal year)\s?{_Y}(?:\s?[/-]\s?{_Z})?", _financial),
    (rf"{_Y}\s?[/-]\s?{_Z}\s?(?:fy|financial year)", _financial),
    (rf"(?:fye|financial year end(?:ing|ed)?)(?: (?:in )?)?{_Y}", _year_ending),
    (rf"{_Y}\s?[/-]\s?{_Z}[\s,/-]*(?:q|qtr |quarter )\s?(?P<q>\d)", _financial_quarter),
    (rf"(?:q|qtr |quarter )\s?(?P<q>\d)[\s,/-]*{_Y}\s?[/-]\s?{_Z}", _financial_quarter),
    (rf"{_Y}(?P<z>(?P<k>\d\d))", _compact),
    (rf"{_Y}(?P<k>\d\d)(?P<d>\d\d)", _compact_day),
    (rf"(?:ay|academic year)\s?{_Y}\s?[/-]\s?{_Z}", _academic),
    (PAIR.pattern, read_pair),
    (r"(?P<s>1[3-9]|[2-4]\d)/(?P<t>\d\d)", _short_pair),
    (rf"(?:q|qtr |quarter )\s?(?P<q>\d)[\s,/-]*{_Y}", _quarter),
    (rf"{_Y}[\s,/-]*(?:q|qtr |quarter )\s?(?P<q>\d)", _quarter),
    (rf"{_M}[\s,/-]*{_Y}", _named_month),
    (rf"{_Y}[\s,/-]*{_M}", _named_month),
    (rf"{_M}[\s/'-]+(?P<s>\d\d)", _short_month),
    (rf"(?P<k>\d\d?)[/.-]{_Y}", _numbered_month),
    (rf"{_Y}[/.-](?P<k>\d\d?)", _numbered_month),
    (rf"(?P<d>\d\d?)[/.-](?P<k>\d\d?)[/.-]{_Y}", _day),
    (rf"{_Y}/(?P<k>\d\d?)/(?P<d>\d\d?)", _day),
    (rf"(?P<d>\d\d?)(?:st|nd|rd|th)?[\s-]{_M}[\s-]{_Y}", _day),
    (rf"{_Y}-(?P<k>\d\d)-(?P<d>\d\d)[t ]00:00(?::00(?:\.0+)?)?z?", _day),
    (
        rf"(?:(?:(?:financial |rolling )?year|12[ -]months?|twelve months|(?P<three>3[ -]months?|three months|quarter))"
        rf" ?(?:ending|ended|end|to)|f?ye)(?: in)?\s(?:\d\d?(?:st|th)?\s)?{_M}[\s-]{_YS}",
        _ending,
    ),
    (rf"{_M}(?:[\s-](?P<f>(?:19|20)\d\d|\d\d))?\s?(?:-|to)\s?{_N}[\s-]{_YS}", _months_between),
    (
        rf"{_Y}-(?P<k>0[1-9]|1[0-2])(?:-(?P<d>\d\d))?/"
        r"(?:p(?P<p>\d{1,2})(?P<u>[ym])|(?P<ly>(?:19|20)\d\d)-(?P<lk>0[1-9]|1[0-2])(?:-(?P<ld>\d\d))?)",
        _interval,
    ),
    (r"\d{4}", _out_of_range),
)
FORMS = tuple((re.compile(form, re.ASCII), reader) for form, reader in _KNOWN)
"""Every form with its reader, in the order in which they are tried."""
