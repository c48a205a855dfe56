"""The rows of a text table as columns of distinct cells, which is what makes a million rows quick to judge.

PyArrow reads them as text, dictionary-encoded: each column is a list of distinct cells and a number per row.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
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
from lis_data.intake.irregular import END, Irregular
from lis_data.intake.problems import Problems
from lis_data.intake.shape import Layout
from lis_data.settings import settings

Codes = npt.NDArray[np.int32]
Rows = npt.NDArray[np.int64]
Mask = npt.NDArray[np.bool_]
_LINE = 1 << 20
"""The longest record that is read, in bytes."""
_HIDDEN = (
    r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\x{ad}\x{61c}\x{200b}-\x{200f}\x{2028}-\x{202e}\x{2060}-\x{206f}\x{feff}]"
)


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
        """How many rows have each distinct cell."""
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
        """The cells of a column in the rows of these numbers, as text."""
        column = self.column(name)
        codes = column.codes[np.searchsorted(self.rows, rows)]
        return pd.Series(column.texts.take(pa.array(codes)).to_pandas(), dtype="str")

    def distinct(self, column: Column) -> Iterator[tuple[int, int, int]]:
        """Each distinct cell that a row has: its index, the number of its first row, and how many rows have it."""
        firsts, counts = column.firsts(), column.counts()
        for index in np.flatnonzero(counts).tolist():
            yield index, int(self.rows[firsts[index]]), int(counts[index])

    def where(self, keep: Mask) -> Table:
        """Only some of the rows."""
        columns = tuple(Column(item.name, item.texts, item.codes[keep]) for item in self.columns)
        return Table(columns, self.rows[keep], self.too_long)


def read(content: bytes, layout: Layout, problems: Problems) -> Table:
    """All rows below the header. Short ones are filled up; those with too many cells are listed, and not among them.

    Raises UnreadableError for a limit that is passed.
    """
    odd = Irregular(len(layout.header), layout.delimiter)
    table = _parsed(pa.PythonFile(_Body(content, layout.start), mode="r"), layout, odd)
    if odd.end is None:
        raise UnreadableError("long-line")
    last = odd.end.number
    _check_number(last - 1)
    numbers = np.setdiff1d(np.arange(1, last, dtype=np.int64), odd.numbers(), assume_unique=True)
    odd.tell(layout.row, problems)
    table, numbers = _with_short(table, numbers, odd, layout)
    columns = tuple(_column(name, table[index]) for index, name in enumerate(layout.header))
    _check_cells(columns)
    rows = numbers + layout.row
    return Table(tuple(_visible(column, rows, problems) for column in columns), rows, odd.too_long() + layout.row)


class _Body(io.RawIOBase):
    """A file of the text from one byte on, and a last record; nothing is copied but what is read."""

    def __init__(self, content: bytes, start: int) -> None:
        end = f"{END}\n" if content.endswith((b"\n", b"\r")) else f"\n{END}\n"
        self._parts = [memoryview(content)[start:], memoryview(end.encode())]

    def readable(self) -> bool:
        return True

    def read(self, size: int = -1) -> bytes:
        while len(self._parts) > 1 and not self._parts[0]:
            self._parts.pop(0)
        piece = self._parts[0][: None if size < 0 else size]
        self._parts[0] = self._parts[0][len(piece) :]
        return bytes(piece)


def _parsed(file: Any, layout: Layout, odd: Irregular) -> Any:
    """The regular records as an Arrow table of dictionaries; the others are handed to `odd`."""
    names = [str(index) for index in range(len(layout.header))]
    kind = pa.dictionary(pa.int32(), pa.string())
    try:
        return arrow_csv.read_csv(
            file,
            read_options=arrow_csv.ReadOptions(use_threads=False, block_size=_LINE, column_names=names, skip_rows=0),
            parse_options=arrow_csv.ParseOptions(
                delimiter=layout.delimiter,
                newlines_in_values=True,
                ignore_empty_lines=False,
                invalid_row_handler=odd,
            ),
            convert_options=arrow_csv.ConvertOptions(
                check_utf8=False, strings_can_be_null=False, column_types=dict.fromkeys(names, kind)
            ),
        )
    except pa.ArrowInvalid as error:
        if odd.too_many:
            most = f"{settings().intake_rows:,}"
            raise UnreadableError("too-many-rows", found=f"more than {most}", what="rows", most=most) from error
        raise UnreadableError("long-line") from error


def _check_number(rows: int) -> None:
    most = settings().intake_rows
    if rows > most:
        raise UnreadableError("too-many-rows", found=f"{rows:,}", what="rows", most=f"{most:,}")


def _with_short(table: Any, numbers: Rows, odd: Irregular, layout: Layout) -> tuple[Any, Rows]:
    """The table with its short records in their places."""
    short, filled = odd.short()
    if not len(short):
        return table, numbers
    more = _parsed(pa.BufferReader(filled), layout, odd)
    both = np.concatenate([numbers, short])
    order = np.argsort(both, kind="stable")
    return pa.concat_tables([table, more]).unify_dictionaries().take(pa.array(order)), both[order]


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
