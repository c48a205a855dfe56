r"""One column for each thing, before roles are guessed: columns that have several things are split, others joined.

Eurostat puts all dimensions into the first column ('unit,sex,geo\time'); a year and its quarter often have one each.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

import numpy as np
import pyarrow as pa

from lis_data.intake import names, runs
from lis_data.intake.draft import numbered
from lis_data.intake.period_forms import MONTHS
from lis_data.intake.periods import read
from lis_data.intake.problems import Problems
from lis_data.intake.reading import Column, Table
from lis_data.period import parse

_YEAR = re.compile(r"(?P<y>(?:19|20)\d\d)(?:\.0)?(?:\s?[/–-]\s?(?P<z>\d{4}|\d\d?))?")
_QUARTER = re.compile(
    r"(?:q|qtr|quarter)?\s?(?P<q>[1-4])(?:\.0|st|nd|rd|th)?(?:\s?(?:q|qtr|quarter))?|(?P<w>first|second|third"
    r"|fourth)(?: quarter)?"
)
_MONTHS_OF = re.compile(r"([a-z]{3,9})\s?(?:-|to|–)\s?([a-z]{3,9})")
_NUMBER = re.compile(r"(?:m|month)?\s?0?(?P<m>[1-9]|1[0-2])(?:\.0)?")
_FULL_YEAR = frozenset(
    ["annual", "year", "total", "all", "full year", "whole year", "q1-q4", "all quarters", "all months", "annual total"]
)
_PERIOD = r"(?: (?:date|year|month|period|of period))?"
_START = re.compile(rf"(?:(?:period|date|year|month) )?(?:start|from|begin|beginning|starts|begins){_PERIOD}")
_END = re.compile(rf"(?:(?:period|date|year|month) )?(?:end|to|until|ends|finish){_PERIOD}")
_WORDS = ("first", "second", "third", "fourth")
_FIRST_OF_YEAR = 4
"""The month in which a financial year begins."""


@dataclass(frozen=True)
class _Part:
    """A part of a year: a quarter or a month by its number; neither for the whole year.

    `named` says that a quarter is that of the calendar by its months: 'Apr-Jun'.
    """

    quarter: int = 0
    month: int = 0
    named: bool = False


def columns(table: Table, bases: dict[str, str], problems: Problems) -> tuple[Table, dict[str, str]]:
    """The table with one column for each thing, and for each column its name in the file."""
    found = [part for column in table.columns for part in _split(column)]
    found = _with_ends(_with_parts_of_years(found, problems), problems)
    own_names = {column.name: bases.get(column.name, column.name) for column in found}
    return Table(tuple(found), table.rows, table.too_long), own_names


def _split(column: Column) -> Iterator[Column]:
    r"""The dimensions of a column such as 'unit,sex,geo\time'; or the column as it is."""
    head, slash, _ = column.name.partition("\\")
    own = [name.strip() for name in head.split(",")]
    if not slash:
        yield column
        return
    cells = [[part.strip() for part in cell.split(",")] for cell in column.cells()]
    if not all(own) or any(len(parts) != len(own) for parts in cells):
        yield replace(column, name=head.strip()) if head.strip() and len(own) == 1 else column
        return
    for index, name in enumerate(own):
        codes, different = numbered([parts[index] for parts in cells])
        yield Column(name, pa.array(different, pa.string()), codes[column.codes])


def _with_parts_of_years(found: list[Column], problems: Problems) -> list[Column]:
    """The columns with a year and its quarter, or its month, as one."""
    years = [column for column in found if _has_years(column)]
    if len(years) != 1:
        return found
    parts = [(column, read) for column in found if column is not years[0] and (read := _parts(column))]
    if not parts:
        return found
    part, read = next(((column, read) for column, read in parts if any(one.month for one in read)), parts[0])
    joined = _joined(years[0], part, read)
    problems.add(
        "read-as", column=f"{years[0].name}, {part.name}", value=part.name, meaning=f"the part of '{years[0].name}'"
    )
    return [joined if column is years[0] else column for column in found if column is not part]


def _with_ends(found: list[Column], problems: Problems) -> list[Column]:
    """The columns with the start of a period and its end as one."""
    dated = [column for column in found if _are_periods(column)]
    start = next((column for column in dated if _START.fullmatch(names.plain(column.name))), None)
    end = next((column for column in dated if _END.fullmatch(names.plain(column.name))), None)
    if not start or not end:
        return found
    ends, key = end.cells(), start.codes.astype(np.int64) * len(end.texts) + end.codes
    different, codes = np.unique(key, return_inverse=True)
    pairs = [(start.cells()[index // len(ends)], ends[index % len(ends)]) for index in different.tolist()]
    name = f"{start.name} {end.name}"
    problems.add("read-as", column=name, value=end.name, meaning=f"the end of what begins with '{start.name}'")
    both = Column(f"period {name}", pa.array([_from_to(*pair) for pair in pairs], pa.string()), codes.astype(np.int32))
    return [both if column is start else column for column in found if column is not end]


def _are_periods(column: Column) -> bool:
    """Whether a column with the name of a start or an end has periods alone."""
    words = names.plain(column.name)
    if not (_START.fullmatch(words) or _END.fullmatch(words)):
        return False
    cells = [cell for cell in column.cells() if cell]
    return bool(cells) and all(read(cell).iso for cell in cells)


def _from_to(start: str, end: str) -> str:
    """A period from one to another, as an interval of months, the last one included."""
    if not start or not end:
        return start or end
    first, last = (read(cell).iso for cell in (start, end))
    if len(first) == len(last) == 4:  # years
        years = int(last) - int(first) + 1
        return f"{first}/P{years}Y" if years > 1 else first
    begins, ends = parse(first), parse(last)
    after = ends.year * 12 + ends.month - 1 + max(ends.months, 1) - 1
    return f"{begins.year}-{begins.month:02d}/{after // 12}-{after % 12 + 1:02d}"


def _has_years(column: Column) -> bool:
    """Whether a column is called as one of periods, and has years alone."""
    cells = [cell for cell in column.cells() if cell]
    named = names.role_of(column.name) == "period" and not re.search(r"quarter|month|qtr", column.name, re.IGNORECASE)
    return named and bool(cells) and all(_YEAR.fullmatch(cell) for cell in cells)


def _parts(column: Column) -> list[_Part]:
    """The part of a year that each distinct cell is; empty where any is none, or the name speaks of something else."""
    words = names.plain(column.name)
    quarterly = bool(re.search(r"\b(?:quarter|qtr|q)\b", words))
    monthly = bool(re.search(r"\b(?:month|mth|mon)\b", words))
    generic = words in ("period", "part", "time", "period name", "season") or words.endswith(" period")
    if not (quarterly or monthly or generic) or not any(column.cells()):
        return []
    read = [_part(cell.casefold(), quarterly=quarterly, monthly=monthly) for cell in column.cells()]
    return [part for part in read if part is not None] if None not in read else []


def _part(cell: str, *, quarterly: bool, monthly: bool) -> _Part | None:
    if cell in _FULL_YEAR:
        return _Part()
    if cell.strip(".") in MONTHS:
        return _Part(month=MONTHS[cell.strip(".")])
    if found := _MONTHS_OF.fullmatch(cell):
        first, last = MONTHS.get(found[1], 0), MONTHS.get(found[2], 0)
        return _Part(quarter=(first + 2) // 3, named=True) if first % 3 == 1 and last == first + 2 else None
    if monthly and (number := _NUMBER.fullmatch(cell)):
        return _Part(month=int(number["m"]))
    found = _QUARTER.fullmatch(cell)
    if found and (quarterly or not cell.isdigit()):
        return _Part(quarter=int(found["q"]) if found["q"] else _WORDS.index(found["w"]) + 1)
    return None


def _joined(years: Column, part: Column, read: list[_Part]) -> Column:
    """One column of periods: '2019 Q4', 'March 2019', '2018/19 Q1', or the year alone."""
    said = runs.said_by(f"{years.name} {part.name}")
    key = years.codes.astype(np.int64) * len(read) + part.codes
    different, codes = np.unique(key, return_inverse=True)
    cells = years.cells()
    texts = [_text(cells[index // len(read)], read[index % len(read)], said.financial) for index in different.tolist()]
    name = f"{years.name} {part.name}"
    return Column(name, pa.array(texts, pa.string()), codes.astype(np.int32))


def _text(year: str, part: _Part, financial: bool) -> str:
    """A year with a part of it; of a financial year '2018/19', or one so called, the quarters begin in April."""
    found = _YEAR.fullmatch(year)
    if not found or not (part.quarter or part.month):
        return year
    first = int(found["y"])
    if part.month:
        later = bool(found["z"]) and part.month < _FIRST_OF_YEAR
        return f"{list(MONTHS)[part.month - 1].title()} {first + later}"
    if part.named:
        return f"{first + (bool(found['z']) and part.quarter == 1)} Q{part.quarter}"
    if found["z"] or financial:
        return f"{first}/{(first + 1) % 100:02d} Q{part.quarter}"
    return f"{first} Q{part.quarter}"
