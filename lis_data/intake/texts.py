"""Rows without figures: blank ones, headings inside the table, and footnotes below it."""

from __future__ import annotations

import re
from dataclasses import dataclass

import numpy as np

from lis_data.intake.areas import known_anywhere
from lis_data.intake.numbers import looks_like_figure
from lis_data.intake.problems import Problems
from lis_data.intake.reading import Mask, Rows, Table
from lis_data.wording import count

_MOST_FOOTNOTES = 100
_MOST_LOOKED_AT = 2000
"""Rows of text that are looked at for other separators."""
_SEPARATORS = (";", "\t", "|", ",", "  ")


@dataclass(frozen=True)
class Texts:
    """The rows of a table by what they are.

    `figures` marks those with figures; `headings` are the numbers of rows of text alone, `parted` of rows whose cells
    are separated by another mark than the table's, `unfilled` of rows with an area but neither period nor figure, as in
    a template; `blank` counts the rest.
    """

    figures: Mask
    headings: Rows
    parted: Rows
    unfilled: Rows
    footnotes: tuple[str, ...]
    blank: int


def apart(table: Table, roles: dict[str, str], textual: Mask, problems: Problems) -> Texts:
    """Which rows of a table hold figures, and which hold text or nothing.

    `textual` marks those whose cell of the area is not known to be one. Texts below the last figure are footnotes; the
    others are listed as problems, and blank rows are counted.
    """
    texts, blank, unfilled = _masks(table, roles, textual)
    figures = np.asarray(~(texts | blank | unfilled), dtype=bool)
    last = np.flatnonzero(figures).max(initial=-1)
    below = np.flatnonzero(texts & (np.arange(len(texts)) > last))[:_MOST_FOOTNOTES]
    parted = _other_separators(table, np.flatnonzero(texts)[:_MOST_LOOKED_AT].tolist())
    below = np.setdiff1d(below, parted)
    inside = np.setdiff1d(np.flatnonzero(texts), [*below.tolist(), *parted])
    for kind, found in (("other-separator", parted), ("text-row", inside.tolist())):
        for index in found:
            problems.add(kind, row=int(table.rows[index]), value=_line(table, index))
    _tell("blank-rows", table.rows[blank], count(int(blank.sum()), "row is", "rows are"), problems)
    _tell("unfilled", table.rows[unfilled], count(int(unfilled.sum()), "row has", "rows have"), problems)
    footnotes = tuple(_line(table, index) for index in below.tolist())
    return Texts(figures, table.rows[inside], table.rows[parted], table.rows[unfilled], footnotes, int(blank.sum()))


def _masks(table: Table, roles: dict[str, str], textual: Mask) -> tuple[Mask, Mask, Mask]:
    """Which rows are text, which are blank, and which have an area but neither period nor figure."""
    blanks = {column.name: column.blank() for column in table.columns}
    filled = np.sum([~blank for blank in blanks.values()], axis=0)
    no_value = np.logical_and.reduce([blanks[name] for name, role in roles.items() if role == "value"])
    dates = [blanks[name] for name, role in roles.items() if role == "period"]
    no_figure = np.logical_and.reduce([no_value, *dates])
    no_area = np.logical_and.reduce([blanks[name] for name, role in roles.items() if role in ("area", "area_name")])
    texts = no_figure & textual & (filled <= 2) & (filled > 0)
    texts |= _notes(table, roles, no_area & (filled == 1))
    blank = (filled == 0) | (no_value & no_area & ~texts & (filled <= 1 + len(dates)))
    unfilled = no_figure & ~texts & ~blank & bool(dates)
    return texts, blank, unfilled


def _notes(table: Table, roles: dict[str, str], where: Mask) -> Mask:
    """Rows of one cell that is a text in a column of figures, as notes below a table are that begin further right."""
    notes = np.zeros(len(where), dtype=bool)
    for column in table.columns if where.any() else ():
        if roles[column.name] == "value":
            here = np.flatnonzero(where)
            cells = {code: column.texts[code].as_py().strip() for code in np.unique(column.codes[here]).tolist()}
            texts = [code for code, cell in cells.items() if " " in cell and not looks_like_figure(cell)]
            notes[here] |= np.isin(column.codes[here], texts)
    return notes


def _other_separators(table: Table, rows: list[int]) -> list[int]:
    """Of rows of text those that are rows of figures, whose cells are parted by something else."""
    width = len(table.columns)
    return [index for index in rows if any(_is_row(_line(table, index), mark, width) for mark in _SEPARATORS)]


def _is_row(line: str, mark: str, width: int) -> bool:
    """Whether a line, parted by a mark, is like a row: about as many cells, an area first, and a figure."""
    cells = [cell.strip().strip('"') for cell in (line.split(mark) if mark.strip() else re.split(r"\s{2,}|\t", line))]
    if len(cells) < 2 or abs(len(cells) - width) > 1:
        return False
    figures = [cell for cell in cells if looks_like_figure(cell)]
    return bool(figures) and (len(cells) == width or known_anywhere(cells[0]))


def _tell(kind: str, rows: Rows, found: str, problems: Problems) -> None:
    """Rows of one kind as one problem, where there are any."""
    if len(rows):
        problems.add(kind, row=int(rows[0]), rows=len(rows), found=found)


def _line(table: Table, index: int) -> str:
    """The cells of a row that are not blank."""
    cells = (column.texts[column.codes[index]].as_py().strip() for column in table.columns)
    return " ".join(cell for cell in cells if cell)
