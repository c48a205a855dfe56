"""Tables below each other in one file.

Either the same header comes again, for another date or group, as Nomis writes it; or another table begins, which is
reported and left out.
"""

from __future__ import annotations

import re

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from lis_data.intake import names, periods
from lis_data.intake.areas import known_anywhere
from lis_data.intake.draft import numbered
from lis_data.intake.numbers import looks_like_figure
from lis_data.intake.problems import Problems
from lis_data.intake.reading import Column, Table
from lis_data.wording import count

_WORDS = "(?:area|local|lep|la|lad|region|district|council|authority|geograph|geo|place|code|name|county|ward|mnemonic)"
"""How names of columns of areas begin."""
_MOST = 2000
"""Headers further down that are looked at."""
_LINES = 40
"""Rows above a header that may say what its table is of."""


def joined(
    table: Table, bases: dict[str, str], preamble: tuple[str, ...], problems: Problems
) -> tuple[Table, tuple[str, ...]]:
    """The table without the headers further down, and the other lines between the tables.

    What the lines above each table say becomes a column, where they differ.
    """
    headers = [row for row in _like_a_header(table, bases) if _says(table, row, bases) is not None]
    if not headers:
        return table, ()
    other = next((row for row in headers if not _says(table, row, bases)), None)
    if other is not None:
        rest = len(table.rows) - other
        problems.add(
            "second-table", row=int(table.rows[other]), rows=rest, value=_line(table, other), found=count(rest, "row")
        )
        table = table.where(np.arange(len(table.rows)) < other)
        headers = [row for row in headers if row < other]
    return _as_one(table, headers, preamble, problems) if headers else (table, ())


def _like_a_header(table: Table, bases: dict[str, str]) -> list[int]:
    """The indexes of rows whose first cell is the first name of the header, or the name of a column of areas."""
    first = table.columns[0]
    own = (bases.get(first.name) or first.name).casefold()
    likely = pc.match_substring_regex(first.texts, rf"(?i)^\s*(?:{_WORDS}|{re.escape(own)})")
    wanted = np.zeros(len(first.texts), dtype=bool)
    for row in np.flatnonzero(likely.to_numpy(zero_copy_only=False))[:_MOST].tolist():
        cell = first.texts[row].as_py().strip()
        wanted[row] = cell.casefold() == own or names.role_of(cell) == "area"
    return np.flatnonzero(wanted[first.codes])[:_MOST].tolist() if wanted.any() else []


def _says(table: Table, row: int, bases: dict[str, str]) -> bool | None:
    """Whether a row is the header again (True), that of another table (False), or none."""
    cells = _cells(table, row)
    own = [bases.get(column.name, column.name) for column in table.columns]
    if [cell.casefold() for cell in cells] == [name.casefold() for name in own]:
        return True
    rest = [cell for cell in cells[1:] if cell]
    named = [cell for cell in rest if periods.read(cell).iso or not looks_like_figure(cell)]
    return False if len(rest) >= 1 and len(named) == len(rest) and not known_anywhere(cells[0]) else None


def _as_one(
    table: Table, headers: list[int], preamble: tuple[str, ...], problems: Problems
) -> tuple[Table, tuple[str, ...]]:
    """The rows of all sections, with a column for each thing that the lines above them say differently."""
    out, notes = np.zeros(len(table.rows), dtype=bool), []
    said = [_pairs([_parted(line) for line in preamble])]
    for header in headers:
        start = _above(table, header)
        out[start : header + 1] = True
        notes += [_line(table, index) for index in range(start, header)]
        said.append(_pairs([_cells(table, index) for index in range(start, header)]))
    section = np.searchsorted(np.array(headers), np.arange(len(table.rows)), side="right")
    keys = [key for key in said[0] if all(key in one for one in said) and len({one[key] for one in said}) > 1]
    found = list(table.columns)
    for key in keys:
        codes, different = numbered([one[key] for one in said])
        found.append(Column(key, pa.array(different, pa.string()), codes[section]))
    problems.add(
        "stacked", row=int(table.rows[headers[0]]), rows=len(headers), value=", ".join(keys) or "nothing more",
        found=count(len(said), "table"),
    )  # fmt: skip
    return Table(tuple(found), table.rows, table.too_long).where(~out), tuple(filter(None, notes))


def _above(table: Table, header: int) -> int:
    """The first row of the lines above a header: behind the last row with an area and a figure."""
    for row in range(header - 1, max(header - _LINES, -1), -1):
        cells = _cells(table, row)
        if known_anywhere(cells[0]) and any(looks_like_figure(cell) for cell in cells[1:]):
            return row + 1
    return max(header - _LINES, 0)


def _parted(line: str) -> list[str]:
    """Name and value of a line above a table, 'Date : 2018' or 'Date 2018'."""
    return line.split(":", 1) if ":" in line else line.split(maxsplit=1)


def _pairs(lines: list[list[str]]) -> dict[str, str]:
    """What lines of a name and a value say: {'date': '2018'}."""
    filled = [[cell.strip().rstrip(":").strip() for cell in line if cell.strip()] for line in lines]
    return {line[0].casefold(): line[1] for line in filled if len(line) == 2 and line[0]}


def _cells(table: Table, row: int) -> list[str]:
    return [column.texts[int(column.codes[row])].as_py().strip() for column in table.columns]


def _line(table: Table, row: int) -> str:
    return " ".join(filter(None, _cells(table, row)))
