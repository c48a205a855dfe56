"""The rows of a text table as columns of distinct cells, which is what makes a million rows quick to judge.

PyArrow reads them as text, dictionary-encoded: each column is a list of distinct cells and a number per row.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc
from pyarrow import csv as arrow_csv

from lis_data.errors import UnreadableError
from lis_data.intake import unseen
from lis_data.intake.problems import Problems
from lis_data.intake.shape import Layout
from lis_data.settings import settings

Codes = npt.NDArray[np.int32]
Rows = npt.NDArray[np.int64]
Mask = npt.NDArray[np.bool_]
_Record = tuple[int, list[str]]
_LINE = 1 << 20
"""The longest record that is read, in bytes."""
_HIDDEN = (
    r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\x{ad}\x{61c}\x{200b}-\x{200f}\x{2028}-\x{202e}\x{2060}-\x{206f}\x{feff}]"
)
_END = "\x04"
"""A last record of one cell: where it does not come out alone, a quotation mark was never closed."""


@dataclass(frozen=True)
class Column:
    """`texts` are the distinct cells (Arrow strings), `codes` says which of them stands in each row."""

    name: str
    texts: Any
    codes: Codes

    def cells(self) -> list[str]:
        """The distinct cells without blanks around them."""
        cells: list[str] = self.texts.to_pylist()
        return [text.strip() for text in cells]

    def counts(self) -> Rows:
        """In how many rows each distinct cell stands."""
        return np.bincount(self.codes, minlength=len(self.texts)).astype(np.int64, copy=False)

    def firsts(self) -> Rows:
        """The position of the first row with each distinct cell; 0 for a cell that no row has any more."""
        firsts = np.zeros(len(self.texts), dtype=np.int64)
        firsts[self.codes[::-1]] = np.arange(len(self.codes))[::-1]
        return firsts

    def among(self, wanted: list[bool]) -> Mask:
        """Per row, whether its distinct cell is a wanted one."""
        return np.asarray(wanted, dtype=bool)[self.codes]

    def blank(self) -> Mask:
        """Per row, whether the cell is blank."""
        return self.among(pc.equal(pc.utf8_trim_whitespace(self.texts), "").to_pylist())


@dataclass(frozen=True)
class Table:
    """Columns of equal length; `rows` are the numbers of the rows as a spreadsheet shows them.

    `too_long` are the numbers of rows with more cells than the header, which are not in it.
    """

    columns: tuple[Column, ...]
    rows: Rows
    too_long: Rows

    def column(self, name: str) -> Column:
        """The column of that name."""
        return next(column for column in self.columns if column.name == name)

    def cells_at(self, name: str, rows: Rows) -> pd.Series[str]:
        """The cells of a column in the rows of these numbers, as they stand."""
        column = self.column(name)
        codes = column.codes[np.searchsorted(self.rows, rows)]
        return pd.Series(column.texts.take(pa.array(codes)).to_pandas(), dtype="str")

    def distinct(self, column: Column) -> Iterator[tuple[int, int, int]]:
        """Each distinct cell that a row has: its place, the number of its first row, and in how many rows it stands."""
        firsts, counts = column.firsts(), column.counts()
        for place in np.flatnonzero(counts).tolist():
            yield place, int(self.rows[firsts[place]]), int(counts[place])

    def where(self, keep: Mask) -> Table:
        """Only some of the rows."""
        columns = tuple(Column(item.name, item.texts, item.codes[keep]) for item in self.columns)
        return Table(columns, self.rows[keep], self.too_long)


def read(content: bytes, layout: Layout, problems: Problems) -> Table:
    """All rows below the header. Short ones are filled up; those with too many cells are listed, and not among them.

    Raises UnreadableError for a limit that is passed.
    """
    table, odd = _parsed(pa.PythonFile(_Body(content, layout.start), mode="r"), layout)
    if not odd or odd[-1].text != _END:
        raise UnreadableError("long-line")
    last = odd.pop().number
    _check_number(last - 1)
    numbers = np.setdiff1d(np.arange(1, last, dtype=np.int64), [item.number for item in odd], assume_unique=True)
    short, long = _odd(odd, layout)
    _tell_long(long, layout, problems)
    table, numbers = _with_short(table, numbers, short, layout)
    columns = tuple(_column(name, table[place]) for place, name in enumerate(layout.header))
    _check_cells(columns)
    rows = numbers + layout.row
    too_long = np.array([number + layout.row for number, _ in long], dtype=np.int64)
    return Table(tuple(_visible(column, rows, problems) for column in columns), rows, too_long)


class _Body(io.RawIOBase):
    """A file of the text from one byte on, and a last record; nothing is copied but what is read."""

    def __init__(self, content: bytes, start: int) -> None:
        end = f"{_END}\n" if content.endswith((b"\n", b"\r")) else f"\n{_END}\n"
        self._parts = [memoryview(content)[start:], memoryview(end.encode())]

    def readable(self) -> bool:
        return True

    def read(self, size: int = -1) -> bytes:
        while len(self._parts) > 1 and not self._parts[0]:
            self._parts.pop(0)
        piece = self._parts[0][: None if size < 0 else size]
        self._parts[0] = self._parts[0][len(piece) :]
        return bytes(piece)


def _parsed(file: Any, layout: Layout) -> tuple[Any, list[Any]]:
    """The regular records as an Arrow table of dictionaries, and the others as they stand."""
    odd: list[Any] = []
    names = [str(place) for place in range(len(layout.header))]
    kind = pa.dictionary(pa.int32(), pa.string())
    try:
        table = arrow_csv.read_csv(
            file,
            read_options=arrow_csv.ReadOptions(use_threads=False, block_size=_LINE, column_names=names, skip_rows=0),
            parse_options=arrow_csv.ParseOptions(
                delimiter=layout.delimiter,
                newlines_in_values=True,
                ignore_empty_lines=False,
                invalid_row_handler=_keeper(odd),
            ),
            convert_options=arrow_csv.ConvertOptions(
                check_utf8=False, strings_can_be_null=False, column_types=dict.fromkeys(names, kind)
            ),
        )
    except pa.ArrowException as error:
        raise UnreadableError("long-line") from error
    return table, odd


def _keeper(odd: list[Any]) -> Callable[[Any], str]:
    """A handler that keeps irregular records aside, no more of them than rows are allowed."""

    def keep(record: Any) -> str:
        odd.append(record)
        return "skip"

    return keep


def _check_number(rows: int) -> None:
    most = settings().intake_rows
    if rows > most:
        raise UnreadableError("too-many-rows", found=f"{rows:,}", what="rows", most=f"{most:,}")


def _odd(records: list[Any], layout: Layout) -> tuple[list[_Record], list[_Record]]:
    """Irregular records below the header as number and cells: short ones filled up, and those with cells too many."""
    width = len(layout.header)
    short: list[_Record] = []
    long: list[_Record] = []
    for record in records:
        cells = _cells(record.text, layout.delimiter)
        extra = any(cell.strip() for cell in cells[width:])
        (long if extra else short).append((record.number, cells if extra else (cells + [""] * width)[:width]))
    return short, long


def _tell_long(long: list[_Record], layout: Layout, problems: Problems) -> None:
    for number, cells in long:
        text = layout.delimiter.join(cells)
        problems.add("extra-cells", row=number + layout.row, value=text, found=len(cells), most=len(layout.header))


def _with_short(table: Any, numbers: Rows, short: list[_Record], layout: Layout) -> tuple[Any, Rows]:
    """The table with its short records in their places."""
    if not short:
        return table, numbers
    text = io.StringIO(newline="")
    writer = csv.writer(text, delimiter=layout.delimiter, lineterminator="\n", quoting=csv.QUOTE_ALL)
    writer.writerows(cells for _, cells in short)
    more, _ = _parsed(pa.BufferReader(text.getvalue().encode("utf-8", errors="replace")), layout)
    both = np.concatenate([numbers, np.array([number for number, _ in short], dtype=np.int64)])
    order = np.argsort(both, kind="stable")
    return pa.concat_tables([table, more]).unify_dictionaries().take(pa.array(order)), both[order]


def _cells(record: str, delimiter: str) -> list[str]:
    try:
        return next(csv.reader([record], delimiter=delimiter), [])
    except csv.Error:
        return record.split(delimiter)


def _column(name: str, chunks: Any) -> Column:
    encoded = chunks.unify_dictionaries().combine_chunks()
    if isinstance(encoded, pa.ChunkedArray):
        encoded = encoded.chunk(0) if encoded.num_chunks else pa.array([], pa.dictionary(pa.int32(), pa.string()))
    return Column(name, encoded.dictionary, encoded.indices.to_numpy(zero_copy_only=False).astype(np.int32, copy=False))


def _check_cells(columns: tuple[Column, ...]) -> None:
    most = settings().intake_cell
    for column in columns:
        if len(column.texts) and pc.max(pc.utf8_length(column.texts)).as_py() > most:
            raise UnreadableError("long-cell", most=f"{most:,}")


def _visible(column: Column, rows: Rows, problems: Problems) -> Column:
    """The column without characters that cannot be seen; cells that had some are listed."""
    found = pc.match_substring_regex(column.texts, _HIDDEN).to_numpy(zero_copy_only=False)
    if not found.any():
        return column
    texts, counts, firsts = column.texts.to_pylist(), column.counts(), column.firsts()
    for index in np.flatnonzero(found).tolist():
        if unseen.changes(texts[index]):
            continue  # what reads figures and periods says so
        row = int(rows[firsts[index]])
        problems.add("hidden-characters", row=row, column=column.name, value=texts[index], rows=int(counts[index]))
        texts[index] = unseen.seen(texts[index])
    return Column(column.name, pa.array(texts, pa.string()), column.codes)
