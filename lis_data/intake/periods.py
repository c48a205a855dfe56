"""Periods as people write them, as the product's ISO periods; forms that could mean two things are said to.

'2011-12' is December 2011 by ISO and 2011/12 to many: the other cells of the column decide, not the cell.
"""

from __future__ import annotations

import re
from datetime import date

from lis_data import period
from lis_data.intake.period_forms import FORMS, PAIR, Reading, consecutive, read_pair, stretch

_LONGEST = 60
_FIRST_DAY = re.compile(r"\d{4}-\d\d-01")
_YEAR_WITHIN = re.compile(r"(?<![\d.,£])(?:19|20)\d\d(?:\s?[/–-]\s?(?:\d{4}|\d\d))?(?!\d)(?![.,]\d)")
_SAYS_NOTHING = re.compile(r"[\[(]?\s*(?:%|£\s?\w{0,8}|[pre]|note\s?\d+|\d|\*+|)\s*[\])]?", re.IGNORECASE)


def read(text: str, *, years: bool = False) -> Reading:
    """A cell as a period; `years` says that '2011-12' is a financial year."""
    plain = " ".join(text.split()).lower().replace("–", "-").replace("—", "-").strip(" .")
    if not plain or len(plain) > _LONGEST:
        return Reading(why="it is empty" if not plain else "it is too long")
    if years and (pair := PAIR.fullmatch(plain)):
        return read_pair(pair)
    if iso := _iso(plain.upper()):
        return iso
    for form, reader in FORMS:
        if found := form.fullmatch(plain):
            return reader(found)
    return Reading(why="the form is not known")


def are_years(texts: list[str]) -> bool:
    """Whether '2011-12' in these cells is a financial year: one of them, such as '2012-13', cannot be a month."""
    pairs = [found for text in texts if (found := PAIR.fullmatch(text.strip().replace("–", "-")))]
    return any(int(pair["z"]) > 12 or pair["z"] == "00" for pair in pairs) and all(consecutive(pair) for pair in pairs)


def of_first_days(readings: list[Reading], name: str) -> list[Reading]:
    """Days as months where all are the first of one, as spreadsheets save them; as years where all are 1 January."""
    days = {reading.iso for reading in readings if reading.iso}
    words = name.lower()
    if not days or not all(_FIRST_DAY.fullmatch(day) for day in days) or (len(days) == 1 and "date" in words):
        return readings
    whole = "year" in words or (len(days) > 1 and all(day.endswith("-01-01") for day in days))
    if whole and not all(day.endswith("-01-01") for day in days):
        return readings
    length, what = (4, "the year") if whole else (7, "the month")
    return [Reading(found.iso[:length], f"{what} {found.iso[:length]}") if found.iso else found for found in readings]


def within(name: str, *, years: bool = False) -> tuple[str, str]:
    """The ISO period in a column name and what else it says: '2018' and 'Jobs' of 'Jobs, 2018'; blanks where none.

    A unit, a flag or the number of a note behind a year says nothing else: '2018 (%)', '2018p', '2018 [note 1]'.
    """
    if whole := read(name, years=years).iso:
        return whole, ""
    found = _YEAR_WITHIN.search(name)
    iso = read(found[0], years=years).iso if found else ""
    if not found or not iso:
        return "", ""
    around = re.sub(r"[(\[]\s*[)\]]", "", f"{name[: found.start()]} {name[found.end() :]}")
    rest = " ".join(around.split()).strip(" ,;:-–_")
    return iso, "" if _SAYS_NOTHING.fullmatch(rest) else rest


def in_future(iso: str, today: date) -> bool:
    """Whether a period has not begun its last month yet."""
    parsed = period.parse(iso)
    last = parsed.year * 12 + parsed.month - 1 + max(parsed.months, 1) - 1
    return last > today.year * 12 + today.month - 1


def _iso(text: str) -> Reading | None:
    """Forms that the product writes, and a reason for days and months that do not exist."""
    try:
        parsed = period.parse(text)
    except ValueError:
        return Reading(why="there is no such day") if re.fullmatch(r"\d{4}-\d\d-\d\d", text) else None
    if "/P" not in text:
        return Reading(text)
    return stretch(parsed.year, parsed.month, parsed.months) if parsed.day == 1 else None
