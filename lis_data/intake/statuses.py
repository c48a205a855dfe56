"""Statuses from columns of flags: which column of flags is of which figures, and what its cells say of them."""

from __future__ import annotations

import re
from collections.abc import Sequence

import numpy as np

from lis_data.intake import marks
from lis_data.intake.choices import Guess
from lis_data.intake.draft import Draft
from lis_data.intake.figures import STATUSES, Small
from lis_data.intake.problems import Problems
from lis_data.intake.reading import Column, Mask, Table
from lis_data.model import Status
from lis_data.settings import settings

_LEGEND = (
    (re.compile(r"suppress|confidential|disclos", re.IGNORECASE), Status.SUPPRESSED),
    (re.compile(r"missing|not available|unavailable", re.IGNORECASE), Status.MISSING),
    (re.compile(r"unreliab|reliabilit|caution|wide|imprecise|small sample", re.IGNORECASE), Status.UNRELIABLE),
    (re.compile(r"estimat|imput|modelled", re.IGNORECASE), Status.ESTIMATED),
    (re.compile(r"provisional", re.IGNORECASE), Status.PROVISIONAL),
)
"""What the words of a note below a table say of the figures with its sign."""
_NOTE_LENGTH = 120


def columns_of(column: str, guesses: Sequence[Guess], role: str = "status") -> list[str]:
    """The columns of flags, or of another role, that are of a column of figures: the one behind it, or the only one.

    The only one is of all columns of figures, unless it stands between two of them.
    """
    flags = [index for index, item in enumerate(guesses) if item.role == role]
    values = [index for index, item in enumerate(guesses) if item.role == "value"]
    own = next(index for index, item in enumerate(guesses) if item.column == column)
    following = min((index for index in values if index > own), default=len(guesses))
    behind = [index for index in flags if own < index < following]
    if len(flags) == 1 and not (values and values[0] < flags[0] < values[-1]):
        behind = flags
    return [guesses[index].column for index in behind[:1]]


def take(draft: Draft, column: Column, table: Table, footnotes: Sequence[str], problems: Problems) -> None:
    """Give figures the status that a column of flags says, where the cell of the figure does not say more."""
    said = column.cells()
    stated = [_meaning(cell, footnotes) for cell in said]
    codes = np.array([-1 if status is None else STATUSES.index(status.value) for status in stated], dtype=np.int8)
    rows = codes[column.codes]
    without = np.isnan(draft.values)
    gaps = (rows >= 0) & (rows <= STATUSES.index("C"))
    _tell(column, table, stated, footnotes, problems)
    draft.fault(rows < 0, "not-a-status")
    _tell_contradictions(draft, ~without & gaps, rows, problems)
    draft.fault(~without & gaps, "status-and-value")
    takes = np.where(without, gaps, rows != STATUSES.index("A")) & draft.good
    draft.statuses[takes] = rows[takes]


def _meaning(cell: str, footnotes: Sequence[str]) -> Status | None:
    """The status that a cell of flags names, by its words, its letters, or the note below the table with its sign."""
    if (known := marks.status(cell)) is not None:
        return known
    if note := _note(cell, footnotes):
        return next((status for words, status in _LEGEND if words.search(note)), Status.NORMAL)
    flagged = marks.flag(cell)
    return flagged[0] if flagged else None


def _note(cell: str, footnotes: Sequence[str]) -> str:
    """The line below the table that begins with a sign."""
    sign = cell.strip()
    starts = (f"{sign} ", f"{sign}=", f"{sign}:", f"[{sign}]", f"({sign})")
    return next((line for line in footnotes if sign and line.strip().startswith(starts)), "")


def _tell(
    column: Column, table: Table, stated: list[Status | None], footnotes: Sequence[str], problems: Problems
) -> None:
    """Cells that are no status, and signs that a note explains or nothing does."""
    for index, row, rows in table.distinct(column):
        text = column.texts[index].as_py()
        where = {"row": row, "column": column.name, "value": text, "rows": rows}
        if stated[index] is None:
            problems.add("not-a-status", **where)
        elif marks.status(text) is None:
            note = _note(text, footnotes)
            meaning = f"'{note[:_NOTE_LENGTH]}'" if note else (marks.flag(text) or ("", ""))[1]
            problems.add("sign", **where, meaning=meaning)


def _tell_contradictions(draft: Draft, where: Mask, said: Small, problems: Problems) -> None:
    entries = np.flatnonzero(where & draft.good)
    for index in entries[: settings().intake_problems].tolist():
        row, column = int(draft.rows[index]), str(draft.columns[index])
        value, status = f"{draft.values[index]:g}", STATUSES[int(said[index])]
        problems.add("status-and-value", row=row, column=column, value=value, status=status)
    rest = max(len(entries) - settings().intake_problems, 0)
    problems.more("status-and-value", found=rest, rows=rest)
