"""A column of figures read by its distinct cells: plain numbers all at once, the others one by one."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Any

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from lis_data.intake import doubtful, numbers
from lis_data.intake.choices import Choices
from lis_data.intake.problems import Problems
from lis_data.intake.reading import Column, Mask, Rows
from lis_data.model import Status

Floats = npt.NDArray[np.float64]
Small = npt.NDArray[np.int8]
_Finding = tuple[int, str, dict[str, Any]]
STATUSES = tuple(status.value for status in Status)
"""Statuses by the number that stands for them, from the weakest."""
_PLAIN = {".": r"^-?\d{1,15}(\.\d{1,15})?$", ",": r"^-?\d{1,15}$"}
_THOUSANDS = r"^-?\d{1,3}(,\d{3}){1,4}(\.\d{1,15})?$"
_NAMED = 6
"""As many columns that have a mark are named."""
_NORMAL = STATUSES.index("A")
_NO_CHOICES = Choices()


@dataclass(frozen=True)
class Figures:
    """The figures of a column, one entry per distinct cell: value (NaN where missing), status, kind of problem or ''.

    `odd` are the cells that are not plain numbers, each with its index; `minus` is the index of the first one in
    brackets that is read as below zero, -1 where there is none.
    """

    values: Floats
    statuses: Small
    faults: npt.NDArray[Any]
    unit: str
    odd: tuple[tuple[int, numbers.Figure], ...]
    minus: int = -1

    def faulty(self, kind: str) -> Mask:
        """Per distinct cell, whether it has that kind of problem."""
        return np.asarray(self.faults == kind, dtype=bool)

    def kinds(self) -> list[str]:
        """The kinds of problems that there are."""
        return sorted(set(self.faults) - {""})


def decimal_mark(columns: list[Column]) -> tuple[str, bool]:
    """'.' or ',' by all figures of the file, and whether any cell was unmistakable."""
    points = commas = 0
    rest: list[str] = []
    for column in columns:
        trimmed = pc.utf8_trim_whitespace(column.texts)
        points += _count(trimmed, numbers.POINT_SIGNS)
        commas += _count(trimmed, numbers.COMMA_SIGNS)
        odd = trimmed.filter(pc.invert(pc.match_substring_regex(trimmed, r"^[-+\d.,]*$")))
        rest += odd.slice(0, 10_000).to_pylist()
    return numbers.decimal_mark(rest, points=points, commas=commas)


def _count(texts: Any, form: str) -> int:
    return int(pc.sum(pc.match_substring_regex(texts, form)).as_py() or 0)


def read(column: Column, mark: str, choices: Choices = _NO_CHOICES) -> Figures:
    """The figures of a column; `Telling` reports what is not plain. `mark` is the decimal mark."""
    trimmed = pc.utf8_trim_whitespace(column.texts)
    values, plain = _plain(trimmed, mark)
    statuses = np.full(len(values), _NORMAL, dtype=np.int8)
    faults = np.full(len(values), "", dtype=object)
    others = np.flatnonzero(~plain).tolist()
    cells = [numbers.read(text, mark) for text in trimmed.take(pa.array(others, pa.int64())).to_pylist()]
    counts = column.counts()
    unit = numbers.column_unit(cells, [int(counts[index]) for index in others])
    for index, figure in zip(others, cells, strict=True):
        values[index] = np.nan if figure.value is None else figure.value
        statuses[index] = STATUSES.index(figure.status)
        faults[index] = figure.problem or ("mixed-units" if figure.unit and figure.unit != unit else "")
    odd = tuple(zip(others, cells, strict=True))
    return _settled(column, Figures(values, statuses, faults, unit, odd), choices)


def _settled(column: Column, figures: Figures, choices: Choices) -> Figures:
    """The figures with those that could mean two things as they are answered, or as faults."""
    values, statuses, faults = figures.values, figures.statuses, figures.faults
    indexes, negative = doubtful.brackets(column.name, values, figures.odd)
    for index in indexes:
        if choices.brackets == "unreliable":
            values[index], statuses[index] = -values[index], STATUSES.index("U")
        elif not (negative or choices.brackets):
            faults[index] = "brackets"
    used = (column.counts() > 0) & (faults == "")
    for index in [] if choices.negatives == "figures" else doubtful.sentinels(column.name, values, used):
        if choices.negatives:
            values[index], statuses[index] = np.nan, STATUSES.index("C" if choices.negatives == "suppressed" else "M")
        else:
            faults[index] = "sentinel"
    settled = bool(indexes) and negative and not choices.brackets
    return replace(figures, minus=indexes[0] if settled else -1)


def mixed(column: Column, mark: str) -> bool:
    """Whether the cells of a column name several units, as those of several series do."""
    return len({figure.unit for _, figure in read(column, mark).odd if figure.unit}) > 1


def _plain(texts: Any, mark: str) -> tuple[Floats, Mask]:
    """Values of the cells that are plain numbers, with or without thousands separators, and which those are."""
    plain = pc.match_substring_regex(texts, _PLAIN[mark])
    if mark == ".":
        grouped = pc.match_substring_regex(texts, _THOUSANDS)
        texts = pc.if_else(grouped, pc.replace_substring(texts, ",", ""), texts)
        plain = pc.or_(plain, grouped)
    values = pc.cast(pc.if_else(plain, texts, pa.scalar(None, pa.string())), pa.float64())
    floats = np.array(values.to_numpy(zero_copy_only=False), dtype=np.float64)
    return floats, np.asarray(plain.to_numpy(zero_copy_only=False), dtype=bool)


@dataclass(frozen=True)
class Telling:
    """Says of one column's figures what is not plain, each distinct cell once."""

    column: Column
    figures: Figures
    rows: Rows
    problems: Problems

    def faults(self, mark: str) -> None:
        """Cells that are no figures, or in another unit."""
        others = {".": "a point", ",": "a comma"}[mark]
        units = {index: figure.unit for index, figure in self.figures.odd}
        indexes = np.flatnonzero(self.figures.faults != "").tolist()
        self._add(
            [
                (index, str(self.figures.faults[index]), {"mark": others, "found": units.get(index, "")})
                for index in indexes
            ]
        )

    def marks(self, gathered: Marks) -> None:
        """Report figures without the unit of the others, and gather marks and flags, to report once for all columns."""
        self._add(self._bare())
        if self.figures.minus >= 0:
            self._add([(self.figures.minus, "minus", {})])
        firsts, counts = self.rows[self.column.firsts()], self.column.counts()
        for index, figure in self.figures.odd:
            if figure.meaning and counts[index]:
                text = self.column.texts[index].as_py()
                gathered.add(figure, text, self.column.name, row=int(firsts[index]), rows=int(counts[index]))

    def _bare(self) -> list[_Finding]:
        """The first plain number of a column where others name a unit, standing for all of them."""
        plain = np.isfinite(self.figures.values) & (self.column.counts() > 0)
        plain[[index for index, figure in self.figures.odd if figure.unit]] = False
        if not self.figures.unit or not plain.any():
            return []
        return [(int(np.argmax(plain)), "bare-number", {"rows": int(self.column.counts()[plain].sum())})]

    def _add(self, findings: list[_Finding]) -> None:
        if not findings:
            return
        firsts, counts = self.rows[self.column.firsts()], self.column.counts()
        for index, kind, detail in findings:
            if counts[index]:
                where = {"row": int(firsts[index]), "rows": int(counts[index]), "column": self.column.name}
                text = self.column.texts[index].as_py()
                self.problems.add(kind, **{"value": text, "unit": self.figures.unit, **where, **detail})


@dataclass
class _Mark:
    """A mark with what it means, where it first stands, in how many cells, and in which columns."""

    figure: numbers.Figure
    text: str
    row: int
    rows: int = 0
    columns: dict[str, None] = field(default_factory=dict)


@dataclass
class Marks:
    """Marks for missing figures and flags, each gathered from all columns that have it."""

    found: dict[tuple[bool, str], _Mark] = field(default_factory=dict)

    def add(self, figure: numbers.Figure, text: str, column: str, *, row: int, rows: int) -> None:
        """Note a distinct cell of a column, which stands in so many rows, first in `row`."""
        key = text.strip() if figure.value is None else figure.flag
        mark = self.found.setdefault((figure.value is None, key), _Mark(figure, text, row))
        mark.row = min(mark.row, row)
        mark.rows += rows
        mark.columns[column] = None

    def tell(self, problems: Problems) -> None:
        """One notice a mark, with the columns that have it."""
        for (missing, _), mark in self.found.items():
            names = list(mark.columns)
            more = f" and {len(names) - _NAMED} more" if len(names) > _NAMED else ""
            problems.add(
                "missing" if missing else "flag",
                row=mark.row,
                rows=mark.rows,
                column=", ".join(names[:_NAMED]) + more,
                value=mark.text,
                meaning=mark.figure.meaning,
                status=mark.figure.status,
            )


def ambiguous(columns: list[Column]) -> str | None:
    """A figure such as '1,234', which is a thousand or a decimal; None where there is none."""
    for column in columns:
        trimmed = pc.utf8_trim_whitespace(column.texts)
        found = trimmed.filter(pc.match_substring_regex(trimmed, r"^[^\d]*[1-9]\d{0,2},\d{3}[^\d,.]*$"))
        if len(found):
            return str(found[0].as_py())
    return None
