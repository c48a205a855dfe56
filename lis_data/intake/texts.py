"""Rows that hold no figures: blank ones, headings inside the table, and footnotes below it."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from lis_data.counting import count
from lis_data.intake.problems import Problems
from lis_data.intake.reading import Mask, Rows, Table

_MOST_FOOTNOTES = 100


@dataclass(frozen=True)
class Texts:
    """`figures` marks the rows that hold some; `headings` are the numbers of rows of mere text, `blank` counts.

    `unfilled` are the numbers of rows with an area but neither period nor figure, as in a template.
    """

    figures: Mask
    headings: Rows
    unfilled: Rows
    footnotes: tuple[str, ...]
    blank: int


def apart(table: Table, roles: dict[str, str], textual: Mask, problems: Problems) -> Texts:
    """The rows of a table told apart; `textual` marks those whose cell of the area is not known to be one.

    Texts below the last figure are footnotes; the others are listed, and blank rows counted.
    """
    blanks = {column.name: column.blank() for column in table.columns}
    filled = np.sum([~blank for blank in blanks.values()], axis=0)
    no_figure = np.logical_and.reduce([blanks[name] for name, role in roles.items() if role in ("value", "period")])
    texts, blank = no_figure & textual & (filled <= 2) & (filled > 0), filled == 0
    dated = "period" in roles.values()
    unfilled = no_figure & ~texts & ~blank & dated
    figures = np.asarray(~(texts | blank | unfilled), dtype=bool)
    last = np.flatnonzero(figures).max(initial=-1)
    below = np.flatnonzero(texts & (np.arange(len(texts)) > last))[:_MOST_FOOTNOTES]
    inside = np.setdiff1d(np.flatnonzero(texts), below)
    for place in inside.tolist():
        problems.add("text-row", row=int(table.rows[place]), value=_line(table, place))
    _tell("blank-rows", table.rows[blank], count(int(blank.sum()), "row is", "rows are"), problems)
    _tell("unfilled", table.rows[unfilled], count(int(unfilled.sum()), "row has", "rows have"), problems)
    return Texts(
        figures,
        table.rows[inside],
        table.rows[unfilled],
        tuple(_line(table, place) for place in below.tolist()),
        int(blank.sum()),
    )


def _tell(kind: str, rows: Rows, found: str, problems: Problems) -> None:
    """Rows of one kind as one problem, where there are any."""
    if len(rows):
        problems.add(kind, row=int(rows[0]), rows=len(rows), found=found)


def _line(table: Table, place: int) -> str:
    """The cells of a row that are not blank."""
    cells = (column.texts[column.codes[place]].as_py().strip() for column in table.columns)
    return " ".join(cell for cell in cells if cell)
