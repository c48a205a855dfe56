"""A sheet of a workbook as CSV: the sheet that has the table, its hidden and merged cells, and its cells as displayed.

Rows are streamed: no row is made longer than its cells, and none is stored.
"""

from __future__ import annotations

import csv
import io
import re
import warnings
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from openpyxl import load_workbook
from openpyxl.styles.numbers import BUILTIN_FORMATS
from openpyxl.utils import get_column_letter, range_boundaries
from openpyxl.worksheet._reader import WorkSheetParser

from lis_data.errors import UnreadableError
from lis_data.intake import archives, formats, shape
from lis_data.intake.areas import known_anywhere
from lis_data.intake.numbers import looks_like_figure
from lis_data.settings import settings

_CUSTOM = 164
"""The number of the first format that a workbook defines itself."""
_MERGED = re.compile(rb'<(?:\w+:)?mergeCell\b[^>]*?\bref="([A-Z]{1,3}\d+:[A-Z]{1,3}\d+)"')
_MOST_MERGED = 20_000
_PIECE = 1 << 20
_LOOKED_AT = 80
"""Rows of a sheet that are looked at to see whether it has a table."""
_MOST_SHEETS = 60
"""Sheets that are looked at."""
_TRUE = ("1", "true")


@dataclass
class Sheet:
    """A sheet as CSV in UTF-8, with its name, the names of all sheets, and its layout.

    `hidden_rows` and `hidden_columns` have cells; `merged` are areas, periods and texts that were merged over rows,
    each with its first row and how many rows; `scaled` is the first cell displayed in thousands or millions.
    """

    name: str
    names: tuple[str, ...]
    content: bytes = b""
    hidden_rows: list[int] = field(default_factory=list)
    hidden_columns: list[str] = field(default_factory=list)
    merged: list[tuple[int, str, int]] = field(default_factory=list)
    figures_merged: list[tuple[int, str, int]] = field(default_factory=list)
    scaled: tuple[int, str, str] | None = None


def read(data: bytes, name: str) -> Sheet:
    """One sheet; the first visible one that has a table unless one is named. Raises UnreadableError.

    Formulas give the values saved with them.
    """
    archives.inspect(archives.open_zip(data))
    try:
        with warnings.catch_warnings(action="ignore"):  # of parts that are not read, such as validations
            book = load_workbook(io.BytesIO(data), read_only=True, data_only=True, keep_links=False)
            used = name or _with_table(book)
            if used not in book.sheetnames:
                raise UnreadableError("no-sheet", value=used, sheets=", ".join(book.sheetnames) or "no sheet at all")
            return _Reader(book, used).read()
    except (UnreadableError, MemoryError):
        raise
    except Exception as error:  # the reader raises nearly anything on a broken workbook
        raise UnreadableError("spreadsheet", what="is broken") from error


def _with_table(book: Any) -> str:
    """The first visible sheet with rows of an area and a figure; the first visible one where none has."""
    visible = [page.title for page in book.worksheets if page.sheet_state == "visible"]
    if len(visible) < 2:
        return (visible or [""])[0]
    return next((name for name in visible[:_MOST_SHEETS] if _has_table(_Reader(book, name))), visible[0])


def _has_table(reader: _Reader) -> bool:
    """Whether the first rows of a sheet are a table of areas and figures."""
    rows = [cells for _, cells in zip(range(_LOOKED_AT), reader.rows(), strict=False)]
    content = io.StringIO(newline="")
    csv.writer(content, lineterminator="\n").writerows(rows)
    try:
        layout = shape.find(content.getvalue().encode("utf-8", errors="replace"), delimiter=",")
    except UnreadableError:
        return False
    return any(
        any(known_anywhere(cell.strip()) for cell in cells if cell.strip())
        and any(looks_like_figure(cell) and cell[:1].isdigit() for cell in cells)
        for cells in rows[layout.row :]
    )


class _Cells(WorkSheetParser):
    """Reads rows without making a cell for each blank one, nor for those beyond the last column allowed."""

    def parse_row(self, row: Any) -> tuple[int, list[dict[str, Any]]]:
        row[:] = [element for element in row if len(element) or element.get("r") is None]
        number, cells = super().parse_row(row)
        return int(number), [cell for cell in cells if cell["value"] is not None]


class _Reader:
    """Reads one sheet of a workbook."""

    def __init__(self, book: Any, name: str) -> None:
        self.book, self.page = book, book[name]
        self.sheet = Sheet(name, tuple(book.sheetnames))
        self.kinds: dict[int, str] = {}

    def read(self) -> Sheet:
        """The sheet, within the limits of rows and columns, without blank rows at the end."""
        file = io.BytesIO()
        text = io.TextIOWrapper(file, encoding="utf-8", errors="replace", newline="")
        writer, blank = csv.writer(text, lineterminator="\n"), 0
        for cells in self.rows():
            if not cells:
                blank += 1
                continue
            writer.writerows([[""]] * blank)
            writer.writerow(cells)
            blank = 0
        text.flush()
        self.sheet.content = file.getvalue()
        return self.sheet

    def rows(self) -> Iterator[list[str]]:
        """Every row up to the last that has cells, as texts."""
        merges, over = self._merges(), dict[int, tuple[int, str]]()
        with self.page._get_source() as source:
            parser = _Cells(
                source,
                self.page._shared_strings,
                data_only=True,
                epoch=self.book.epoch,
                date_formats=self.book._date_formats,
                timedelta_formats=self.book._timedelta_formats,
            )
            expected = 1
            for number, found in parser.parse():
                cells = self._texts(number, found, merges, over)
                yield from [self._merged_only(row, over) for row in range(expected, _checked(number))]
                expected = number + 1
                self._note_hidden(number, found, parser)
                yield cells

    def _merges(self) -> dict[tuple[int, int], int]:
        """The last row of each cell that is merged over several rows, by its row and column."""
        found: dict[tuple[int, int], int] = {}
        with self.page._get_source() as source:
            end = b""
            while piece := source.read(_PIECE):
                text = end + piece
                for match in _MERGED.finditer(text):
                    left, top, _, bottom = range_boundaries(match[1].decode())
                    if bottom > top and len(found) < _MOST_MERGED:
                        found[top, left] = bottom
                end = text[-200:]
        return found

    def _texts(
        self,
        number: int,
        found: list[dict[str, Any]],
        merges: dict[tuple[int, int], int],
        over: dict[int, tuple[int, str]],
    ) -> list[str]:
        """The cells of a row as texts, with what is merged over it from above."""
        for column in [column for column, (bottom, _) in over.items() if bottom < number]:
            del over[column]
        texts = {column: text for column, (_, text) in over.items()}
        for cell in found:
            text = self._text(cell)
            if (bottom := merges.get((number, cell["column"]))) and text:
                self._note_merged(number, text, bottom, cell["column"], over)
            texts[cell["column"]] = text
        return _row(texts)

    def _merged_only(self, number: int, over: dict[int, tuple[int, str]]) -> list[str]:
        """A row that has no cells of its own."""
        return _row({column: text for column, (bottom, text) in over.items() if bottom >= number})

    def _note_merged(self, number: int, text: str, bottom: int, column: int, over: dict[int, tuple[int, str]]) -> None:
        """Carry an area, a period or a text down over its rows; a figure is not, for it is of them together."""
        figure = looks_like_figure(text) and not (len(text) == 4 and text[:2] in ("19", "20"))
        (self.sheet.figures_merged if figure else self.sheet.merged).append((number, text, bottom - number + 1))
        if not figure:
            over[column] = (bottom, text)

    def _text(self, cell: dict[str, Any]) -> str:
        """A cell as it is shown."""
        style = cell["style_id"]
        if style not in self.kinds:
            self.kinds[style] = formats.kind(self._format(style))
        kind = self.kinds[style]
        text = formats.text(cell["value"], kind)
        if formats.is_scaled(kind) and not self.sheet.scaled and isinstance(cell["value"], int | float):
            self.sheet.scaled = cell["row"], formats.text(cell["value"], ""), text
        return text

    def _format(self, style: int) -> str:
        """The format of numbers of a style."""
        number = self.book._cell_styles[style].numFmtId
        own = self.book._number_formats
        if _CUSTOM <= number < _CUSTOM + len(own):
            return str(own[number - _CUSTOM])
        return str(BUILTIN_FORMATS.get(number, ""))

    def _note_hidden(self, number: int, found: list[dict[str, Any]], parser: Any) -> None:
        """Note a row that is hidden, and columns that are, where they have cells."""
        attributes = parser.row_dimensions.pop(str(number), {})
        if not found:
            return
        if attributes.get("hidden") in _TRUE or attributes.get("ht") == "0":
            self.sheet.hidden_rows.append(number)
        for entry in parser.column_dimensions.values():
            if entry.get("hidden") in _TRUE or entry.get("width") == "0":
                for cell in found:
                    letter = get_column_letter(cell["column"])
                    if (
                        int(entry["min"]) <= cell["column"] <= int(entry["max"])
                        and letter not in self.sheet.hidden_columns
                    ):
                        self.sheet.hidden_columns.append(letter)


def _row(texts: dict[int, str]) -> list[str]:
    """Texts by their columns as a row, up to the last that is not blank."""
    last = max((column for column, text in texts.items() if text), default=0)
    most = settings().intake_columns
    if last > most:
        raise UnreadableError("too-many-columns", found=f"{last:,}", most=most)
    return [texts.get(column, "") for column in range(1, last + 1)]


def _checked(number: int) -> int:
    """The number of a row. Raises UnreadableError where it is beyond those allowed."""
    most = settings().intake_rows
    if number > most:
        raise UnreadableError("too-many-rows", found=f"more than {most:,}", what="rows", most=f"{most:,}")
    return number
