"""Records with more or fewer cells than the header.

Short ones are filled up as text and read with the others. Of those with too many cells a few are listed and the rest
counted, so that a file of nothing else takes little memory.
"""

from __future__ import annotations

import csv
import io
from array import array
from typing import Any

import numpy as np
import numpy.typing as npt

from lis_data.intake.problems import Problems
from lis_data.settings import settings

END = "\x04"
"""A last record of one cell: where it does not come out alone, a quotation mark was never closed."""
_Numbers = npt.NDArray[np.int64]


class Irregular:
    """Takes irregular records one by one as they are read, no more of them than rows are allowed.

    `end` is the record that closes the text, `too_many` says that reading was stopped.
    """

    def __init__(self, width: int, delimiter: str) -> None:
        self.end: Any = None
        self.too_many = False
        self._width, self._delimiter = width, delimiter
        self._filled = io.BytesIO()
        self._short, self._long = array("q"), array("q")
        self._reported: list[tuple[int, list[str]]] = []

    def __call__(self, record: Any) -> str:
        """What is to be done with a record: 'skip' it, or 'error' to stop reading."""
        earlier, self.end = self.end, record if record.text == END else None
        for item in (earlier, None if self.end else record):
            if item is not None:
                self._take(item)
        self.too_many = len(self._short) + len(self._long) > settings().intake_rows
        return "error" if self.too_many else "skip"

    def numbers(self) -> _Numbers:
        """The numbers of all irregular records but the end."""
        return np.concatenate([_as_numbers(self._short), _as_numbers(self._long)])

    def too_long(self) -> _Numbers:
        """The numbers of records with cells too many."""
        return _as_numbers(self._long)

    def short(self) -> tuple[_Numbers, memoryview]:
        """The numbers of short records, and their text with as many cells as the header."""
        return _as_numbers(self._short), self._filled.getbuffer()

    def tell(self, above: int, problems: Problems) -> None:
        """Report records with too many cells, which have `above` rows above them; beyond the limit they are counted."""
        for number, cells in self._reported:
            text = self._delimiter.join(cells)
            problems.add("extra-cells", row=number + above, value=text, found=len(cells), most=self._width)
        more = len(self._long) - len(self._reported)
        problems.more("extra-cells", found=more, rows=more)

    def _take(self, record: Any) -> None:
        text: str = record.text
        if record.actual_columns <= self._width and '"' not in text:
            self._fill(record.number, text.rstrip("\r\n") + self._delimiter * (self._width - record.actual_columns))
            return
        cells = _cells(text, self._delimiter)
        if not any(cell.strip() for cell in cells[self._width :]):
            self._fill(record.number, self._quoted((cells + [""] * self._width)[: self._width]))
            return
        self._long.append(record.number)
        if len(self._reported) < settings().intake_problems:
            self._reported.append((record.number, cells))

    def _fill(self, number: int, text: str) -> None:
        self._short.append(number)
        self._filled.write(text.encode("utf-8", errors="replace") + b"\n")

    def _quoted(self, cells: list[str]) -> str:
        return self._delimiter.join('"' + cell.replace('"', '""') + '"' for cell in cells)


def _as_numbers(numbers: array[int]) -> _Numbers:
    return np.array(numbers, dtype=np.int64)


def _cells(record: str, delimiter: str) -> list[str]:
    try:
        return next(csv.reader([record], delimiter=delimiter), [])
    except csv.Error:
        return record.split(delimiter)
