"""What the cells of a column of periods mean, from all of them together with the column's name.

One cell alone may mean two things. '2011-12' is December 2011 by ISO and 2011/12 to many; '2018-03-31' is a day, or the
quarter that ends with it; 'March 2018' under 'Year ending' is twelve months. What the name, the order of the cells and
the text around do not settle is asked of the analyst, and `Choices.years` is the answer.
"""

from __future__ import annotations

import calendar
import itertools
import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from lis_data import period
from lis_data.intake.period_forms import MONTHS
from lis_data.intake.periods import read
from lis_data.intake.spans import DOUBTFUL, PAIR, Reading, consecutive, ending, stretch

YEARS = ("month", "calendar", "financial", "ending")
"""What '2011-12', or a year alone under 'Year ending', may be: a month; a calendar year; the financial year that begins
in the (first) year; the one that ends in it."""
_FINANCIAL = re.compile(r"financial|fiscal|\bf\.?y\.?e?\b|\btax year", re.IGNORECASE)
_ACADEMIC = re.compile(r"academic|school year|\ba\.?y\.?\b", re.IGNORECASE)
_ENDING = re.compile(
    r"(?:\b(?P<three>3|three|12|twelve)[ -]months?|\b(?P<quarter>quarter)|year|\bfy)[\s(]*(?:end(?:ing|ed|s)?\b"
    r"|to\b(?! date))"
    r"|\b(?:f?ye)\b",
    re.IGNORECASE,
)
_A_MONTH = re.compile(r"\b(" + "|".join(sorted(MONTHS, key=len, reverse=True)) + r")\b", re.IGNORECASE)
_MONTHLY = re.compile(r"(?:\b|year)month(?:s|ly)?\b(?! (?:to|ending|ended))|yyyymm", re.IGNORECASE)
_YEARS_SAID = re.compile(r"financial|fiscal|\bfy|(?:19|20)\d\d/(?:\d\d){1,2}\b", re.IGNORECASE)
_QUARTERS_OF_A_RUN = 3
"""From so many first days on, three months apart, they are quarters rather than months; of last days two are enough."""


@dataclass(frozen=True)
class Name:
    """What the name of a column says of its periods.

    `months` are the length of those that end with what a cell says, 0 where they do not; `month` the one in which they
    end, 0 where it does not say.
    """

    financial: bool
    academic: bool
    months: int
    month: int
    monthly: bool
    words: str


def said_by(name: str) -> Name:
    """What a name says: 'Year ending March', 'Financial year', 'Quarter'."""
    words = " ".join(re.sub(r"[_\W]+", " ", name).split())
    found = _ENDING.search(words)
    months = (3 if found["quarter"] or (found["three"] or "").lower() in ("3", "three") else 12) if found else 0
    named = _A_MONTH.search(words)
    fye = bool(re.search(r"\bfye\b|financial year end", words, re.IGNORECASE))
    month = MONTHS[named[1].lower()] if named else (3 if months and (fye or _FINANCIAL.search(words)) else 0)
    monthly = bool(_MONTHLY.search(words)) and not months
    return Name(bool(_FINANCIAL.search(words)), bool(_ACADEMIC.search(words)), months, month, monthly, words.lower())


def of_column(cells: list[str], name: str, *, answer: str = "", around: Iterable[str] = ()) -> list[Reading]:
    """The distinct cells of a column of periods as periods; `around` are texts about the table, `answer` is of
    YEARS."""
    said = said_by(name)
    sort = pairs(cells, name, answer=answer, around=around)
    readings = [_one(cell, sort) for cell in cells]
    readings = [_by_name(reading, said, answer) for reading in readings]
    return _of_last_days(_of_first_days(readings, said), said)


def pairs(cells: list[str], name: str = "", *, answer: str = "", around: Iterable[str] = ()) -> str:
    """Whether '2011-12' among these cells is `years` or a `month`, or `open`; blank where none is like that."""
    texts = {" ".join(cell.split()).replace("–", "-").replace("_", "-").lower() for cell in cells}
    found = [pair for text in texts if (pair := PAIR.fullmatch(text) or DOUBTFUL.fullmatch(text))]
    doubtful = {pair[0] for pair in found if _doubtful(pair)}
    if not doubtful:
        return "years" if found and all(consecutive(pair) for pair in found) else ""
    if answer:
        return "month" if answer == "month" else "years"
    if not all(consecutive(pair) for pair in found) or said_by(name).monthly:
        return "month"
    if len({pair["y"] for pair in found}) > 1 or any(pair[0] not in doubtful for pair in found):
        return "years"
    return _from_around(texts - doubtful, said_by(name), around)


def _doubtful(pair: re.Match[str]) -> bool:
    """Whether a pair may be a month of its first year as well as two years that follow each other."""
    slashed = "/" in pair[0] and len(pair["z"]) == 2  # nobody writes a month so
    return (
        not slashed and "to" not in pair[0] and consecutive(pair) and 1 <= int(pair["z"]) <= 12 and len(pair["z"]) < 4
    )


def _from_around(others: set[str], said: Name, around: Iterable[str]) -> str:
    """What a pair is that stands alone, by the column's name, its other cells and what is said about the table."""
    if said.financial or said.academic or said.months or re.search(r"\byears?\b", said.words):
        return "years"
    lengths = {period.parse(iso).months for other in others if (iso := read(other).iso)}
    texts = [*around]
    if lengths == {1} or (not lengths and any(_MONTHLY.search(text) for text in texts)):
        return "month"
    return "years" if any(_YEARS_SAID.search(text) for text in texts) else "open"


def _one(cell: str, sort: str) -> Reading:
    plain = " ".join(cell.split()).replace("–", "-").replace("_", "-").lower()
    pair = DOUBTFUL.fullmatch(plain)
    if sort != "open" or not pair or not _doubtful(pair):
        return read(cell, years=sort == "years")
    years = read(cell, years=True).iso
    month = f"{calendar.month_name[int(pair['z'])]} {pair['y']}"
    return Reading(why=f"it may be {month} or the financial year {period.label(years)}", open=True)


def _by_name(reading: Reading, said: Name, answer: str) -> Reading:
    """A reading as the column's name has it: twelve months that end then, or a financial or academic year."""
    if not reading.iso or ("/P" in reading.iso and not said.academic):
        return reading
    at = period.parse(reading.iso)
    alone = len(reading.iso) == 4  # a year without more
    if said.months:
        return _ending(reading, at, said, answer, alone=alone)
    if said.academic and (alone or reading.iso.endswith("-04/P1Y")):
        return stretch(at.year, 8, 12, f"the academic year that begins in August {at.year}")
    first = reading.iso[4:] in ("-04-01", "-04")
    if not said.financial or not (alone or first or reading.iso.endswith("-03-31")) or answer == "calendar":
        return reading
    if answer == "ending" or reading.iso.endswith("-03-31"):
        return replace(ending(at.year, 3), status=reading.status)
    found = stretch(at.year, 4, 12, f"the financial year April {at.year} to March {at.year + 1}")
    return replace(found, status=reading.status)


def _ending(reading: Reading, at: period.Period, said: Name, answer: str, *, alone: bool) -> Reading:
    """The months that end with a month, a day or a quarter; a year alone needs a month, from the name or an answer."""
    month = at.month + (2 if "Q" in reading.iso else 0)
    if alone and said.months == 12:
        month = said.month or {"calendar": 12, "financial": 3, "ending": 3}.get(answer, 0)
        if answer == "financial" and not said.month:
            return stretch(at.year, 4, 12, f"the financial year April {at.year} to March {at.year + 1}")
    elif alone:
        return reading
    if not month:
        return Reading(why=f"which month the year ending in {at.year} ends with is not said", open=True)
    return replace(ending(at.year, month, said.months), status=reading.status)


def _of_first_days(readings: list[Reading], said: Name) -> list[Reading]:
    """Days as months where all are the first of one, as spreadsheets save them; as quarters and years where all are
    those of one."""
    days = _days(readings)
    if not days or not all(day.endswith("-01") for day in days) or (len(days) == 1 and "date" in said.words):
        return readings
    newyears = all(day.endswith("-01-01") for day in days)
    if "year" in said.words and not newyears:
        return readings
    yearly = "year" in said.words or (len(days) > 1 and newyears)
    steps = _steps(days)
    quarters = all(int(day[5:7]) % 3 == 1 for day in days) and (
        "quarter" in said.words or (min(steps, default=0) == 3 and len(days) >= _QUARTERS_OF_A_RUN)
    )
    return [_shortened(found, "year" if yearly else "quarter" if quarters else "month", "first") for found in readings]


def _of_last_days(readings: list[Reading], said: Name) -> list[Reading]:
    """Days as quarters, years or months where all are the last of one, and they follow each other so."""
    days = _days(readings)
    if not days or not all(_is_last(day) for day in days) or (len(days) == 1 and "date" in said.words):
        return readings
    step, ends = min(_steps(days), default=0), {int(day[5:7]) for day in days}
    if "year" in said.words and len(ends) == 1 and step in (0, 12):
        return [ending(int(found.iso[:4]), int(found.iso[5:7])) if found.iso else found for found in readings]
    if ends <= {3, 6, 9, 12} and ("quarter" in said.words or step == 3):
        return [_shortened(found, "quarter", "last") for found in readings]
    if ends == {12} and step and step % 12 == 0:
        return [_shortened(found, "year", "last") for found in readings]
    if said.monthly or 0 < step < 12:
        return [_shortened(found, "month", "last") for found in readings]
    return readings


def _days(readings: list[Reading]) -> set[str]:
    """The different days, none where any cell is something else."""
    isos = {reading.iso for reading in readings if reading.iso}
    return isos if all(len(iso) == 10 and iso[4] == iso[7] == "-" for iso in isos) else set()


def _steps(days: set[str]) -> list[int]:
    """Months between each day and the next."""
    months = sorted(int(day[:4]) * 12 + int(day[5:7]) for day in days)
    return [later - earlier for earlier, later in itertools.pairwise(months)]


def _is_last(day: str) -> bool:
    return int(day[8:]) == calendar.monthrange(int(day[:4]), int(day[5:7]))[1]


def _shortened(found: Reading, what: str, which: str) -> Reading:
    """The year, quarter or month of a day, the first or last of it."""
    if not found.iso:
        return found
    year, month = found.iso[:4], int(found.iso[5:7])
    iso = {"year": year, "quarter": f"{year}-Q{(month + 2) // 3}", "month": found.iso[:7]}[what]
    return replace(found, iso=iso, meaning=f"the {what} {iso}, of which it is the {which} day")
