"""Columns of whom the figures are: one value belongs in the title, several make series of their own.

A column that parts figures is found by what would be wrong without it: figures of one area and period that differ.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from lis_data.intake import names
from lis_data.intake.choices import Guess
from lis_data.intake.numbers import looks_like_figure
from lis_data.intake.periods import read
from lis_data.intake.problems import Problems
from lis_data.intake.reading import Column, Rows, Table
from lis_data.intake.titles import EVERYBODY

_MOST = 60
"""Different cells of a column that parts figures; more are texts."""
_LONGEST, _SHORT = 60, 25
"""Characters of such a cell; where nearly each row has another, a longer one is a note."""
_LOOKED_AT = 100_000
"""Rows that are looked at."""
_NO_BREAKDOWN = re.compile(
    r"note|comment|source|remark|url|link|licen[cs]e|publish|release|updated?|version|freq|dataflow|\btype\b|\blevel\b|\bcode\b|\bid\b"
    r"|contact|coverage|geography|country|region|area|status|flag|symbol|trend|compar|description|title|topic|theme|decimals|file|industr|\bsic|sector",
    re.IGNORECASE,
)
_SAYS_NOTHING = {"value", "variable", "number", "a", "n/a", "na", "-", "none", "yes", "no", "y", "n", "annual"}
_KEY = ("area", "period", "industry", "indicator")


def found(table: Table, guesses: tuple[Guess, ...], problems: Problems) -> tuple[Guess, ...]:
    """The guesses with each column that breaks figures down (by sex, by age) given the role `indicator`.

    Each is reported in `problems`.
    """
    if not any(item.role == "value" for item in guesses) or not any(item.role == "area" for item in guesses):
        return guesses
    candidates = [item for item in guesses if _may_part(item, table)]
    if not candidates:
        return guesses
    rows = _rows(table, guesses)
    keys = [table.column(item.column) for item in guesses if item.role in _KEY]
    parting = _needed(keys, [table.column(item.column) for item in candidates], rows)
    for column in parting:
        examples = ", ".join(list(dict.fromkeys(filter(None, column.cells())))[:5])
        problems.add("breakdown", column=column.name, value=column.name, found=examples)
    named, why = {column.name for column in parting}, "figures of one area and period differ by it"
    return tuple(
        replace(item, role="indicator", confidence=0.8, why=why) if item.column in named else item for item in guesses
    )


def _needed(keys: list[Column], candidates: list[Column], rows: Rows) -> list[Column]:
    """The columns without which rows of one key would repeat; none where even all of them leave most repeated."""
    again = _repeated(keys, rows)
    if not again or 2 * _repeated([*keys, *candidates], rows) > again:
        return []
    fewest, needed = _repeated([*keys, *candidates], rows), list(candidates)
    for column in reversed(candidates):
        fewer = [other for other in needed if other is not column]
        if _repeated([*keys, *fewer], rows) <= fewest:
            needed = fewer
    return needed


def _may_part(item: Guess, table: Table) -> bool:
    """Whether a column that is not used has a few different texts, each in many rows."""
    column = table.column(item.column)
    if item.role not in ("ignore", "unit") or item.confidence == 1.0 or not 1 < len(column.texts) <= _MOST:
        return False
    if _NO_BREAKDOWN.search(item.column) and not re.search(r"sex|gender|\bage\b|measure", item.column, re.IGNORECASE):
        return False
    different = len({cell.casefold() for cell in column.cells()})
    longest = max(map(len, column.cells()))
    return longest <= (_LONGEST if 2 * different <= len(table.rows) else _SHORT)


def _rows(table: Table, guesses: Sequence[Guess]) -> Rows:
    """The first rows with an area and figures."""
    area = next(item for item in guesses if item.role == "area")
    values = [table.column(item.column) for item in guesses if item.role == "value"]
    filled = ~table.column(area.column).blank() & ~np.logical_and.reduce([column.blank() for column in values])
    return np.flatnonzero(filled)[:_LOOKED_AT]


def _repeated(keys: list[Column], rows: Rows) -> int:
    """How many rows have the cells of an earlier one in all these columns."""
    key = np.zeros(len(rows), dtype=np.int64)
    for column in keys:
        key = np.unique(key * len(column.texts) + column.codes[rows], return_inverse=True)[1].astype(np.int64)
    return len(key) - len(np.unique(key))


def constant(table: Table, guesses: tuple[Guess, ...]) -> list[tuple[str, str]]:
    """Columns that have one value in all rows, which every series is therefore about: [('Sex', 'Female')]."""
    constants = []
    for item in guesses:
        column = table.column(item.column)
        cell = _only(column)
        if item.role != "ignore" or item.confidence == 1.0 or not cell or len(cell) > _LONGEST:
            continue
        says_nothing = cell.casefold() in EVERYBODY | _SAYS_NOTHING or looks_like_figure(cell) or read(cell).iso
        if not (says_nothing or _NO_BREAKDOWN.search(item.column.replace("_", " ")) or names.role_of(item.column)):
            constants.append((item.column, cell))
    return constants


def _only(column: Column) -> str:
    """The one cell of a column that is not blank; blank where there are several or none."""
    if len(column.texts) > _MOST:
        return ""
    cells = {" ".join(cell.split()) for cell in column.cells() if cell}
    return cells.pop() if len(cells) == 1 else ""
