"""Where the table is in the text: its delimiter, its header, and the lines before it.

Downloads of Nomis and ONS have lines about the table above it. Footnotes are found later, in `texts`.
"""

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from dataclasses import dataclass, field

from lis_data.errors import UnreadableError
from lis_data.intake import headers, names, periods
from lis_data.intake.areas import known_anywhere
from lis_data.intake.numbers import looks_like_figure
from lis_data.intake.problems import hidden
from lis_data.settings import settings

_DELIMITERS = (",", "\t", ";", "|")
_SAMPLE = 256_000
"""Characters that are looked at to find the header."""
_RECORDS = 200
_HIGHEST = 60
"""The last record that may be a header."""
_FIRST = 3
"""Cells of a record among which its area is looked for."""
_SENTENCE = re.compile(r"(?:table|figure|chart|sources?|notes?|title)\b\s*(?:\d|:)", re.IGNORECASE)
"""How a line about a table begins."""
_HINT = re.compile(r"sep=.?", re.IGNORECASE)
"""A line that tells a spreadsheet how columns are parted, which we find out."""
_THOUSANDS = re.compile(r"\d{3}(?!\d)")
_EUROSTAT = re.compile(r"^[\w,]+\\\w+ ?\t", re.MULTILINE)
"""The header of a file whose first column holds several things, parted by commas."""
_AREA_CODE = re.compile(r"[EKWSN]\d{8}")


@dataclass(frozen=True)
class Layout:
    """Where a table is: `row` is the number of its header's record, `start` the byte after it.

    `header` has the column names, made unique; `bases` the name of each column in the file, where several may have one
    name, or none.
    """

    delimiter: str
    header: tuple[str, ...]
    row: int
    start: int
    preamble: tuple[str, ...]
    bases: dict[str, str] = field(default_factory=dict)


def find(content: bytes, *, delimiter: str = "", chosen: frozenset[str] = frozenset()) -> Layout:
    """The layout of a text; `chosen` are column names that the header is known to have.

    Raises UnreadableError where there is no table, or a limit is passed.
    """
    text = _sample(content)
    parted = delimiter or _delimiter(text)
    records = _records(text, parted)
    row = _header(records, chosen)
    _check_width(records[row][0])
    pair = headers.two_lines([cells for cells, _ in records], row)
    first, row = (pair.first, pair.first + 1) if pair else (row, row)
    cells = _trimmed(pair.cells if pair else records[row][0])
    cells += [""] * (min(len(records[row][0]), _widest(records[row + 1 :])) - len(cells))  # nameless columns at the end
    cells, about = headers.about(cells, [below for below, _ in records[row + 1 : row + 9]])
    row += about
    _check(cells, records[row + 1 :], cut=len(content) > _SAMPLE)
    above = (_as_line(cells, parted) for cells, _ in records[:first] if any(cells))
    preamble = tuple(line for line in above if not _HINT.fullmatch(line))
    start = _byte_of_line(content, records[row][1])
    named = _unique(cells)
    return Layout(parted, named, row + 1, start, preamble, dict(zip(named, map(_visible, cells), strict=True)))


def _as_line(cells: list[str], delimiter: str) -> str:
    """The text of a line above the table; a comma within a sentence parted it and comes back: '1,200, or more'."""
    line = ""
    for cell in filter(str.strip, cells):
        sentence = delimiter != "\t" and (cell[0] == " " or (line[-1:].isdigit() and _THOUSANDS.match(cell)))
        line += f"{delimiter}{cell.rstrip()}" if line and sentence else f" {cell.strip()}"
    return line.strip()


def _sample(content: bytes) -> str:
    """The first lines; the last, if it is cut, is left away."""
    text = content[:_SAMPLE].decode("utf-8", errors="ignore")
    if len(content) > _SAMPLE and "\n" in text:
        text = text[: text.rindex("\n") + 1]
    return text


def _records(text: str, delimiter: str) -> list[tuple[list[str], int]]:
    """The first records, each with the number of lines that are read when it ends."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    records: list[tuple[list[str], int]] = []
    try:
        for cells in reader:
            records.append((cells, reader.line_num))
            if len(records) == _RECORDS:
                break
    except csv.Error as error:
        if len(records) < 2:
            raise UnreadableError("long-line") from error
    return records


def _delimiter(text: str) -> str:
    """The mark that parts most records into the same number of cells, more cells being better."""
    if _EUROSTAT.search(text):
        return "\t"
    return max(_DELIMITERS, key=lambda mark: _regularity(text, mark))


def _regularity(text: str, mark: str) -> tuple[int, int]:
    if mark not in text:
        return 0, 0
    widths = Counter(len(cells) for cells, _ in _records(text, mark) if len(cells) > 1)
    if not widths:
        return 0, 0
    width, count = max(widths.items(), key=lambda item: (item[1], item[0]))
    return count, width


def _header(records: list[tuple[list[str], int]], chosen: frozenset[str]) -> int:
    """The index of the record that is most like a header: known names above figures, else the first full width."""
    if not any(any(cells) for cells, _ in records):
        raise UnreadableError("empty")
    width = Counter(_filled(cells) for cells, _ in records if _filled(cells) > 1).most_common(1)
    if not width:
        raise UnreadableError("one-column")
    scores = [_likeness(records, index, width[0][0], chosen) for index in range(min(len(records), _HIGHEST))]
    return max(range(len(scores)), key=lambda index: (scores[index], -index))


def _likeness(records: list[tuple[list[str], int]], index: int, width: int, chosen: frozenset[str]) -> float:
    """How much a record is like a header: by its names, by being as wide as the rows, and by figures below it."""
    cells = [cell.strip() for cell in _trimmed(records[index][0])]
    filled = [cell for cell in cells if cell]
    if len(filled) < 2 or headers.is_about(cells, [row for row, _ in records[:index]]):
        return 0.0
    years = len({cell for cell in filled if names.is_year(cell) or (cell[:1].isdigit() and periods.read(cell).status)})
    named = [cell for cell in filled if not (names.is_year(cell) or cell.endswith(":"))]
    known = sum(cell in chosen or bool(names.role_of(cell)) for cell in named)
    known += years if years > 1 else 0
    distinct = len(set(filled)) / len(filled)
    figures = sum(looks_like_figure(cell) and not names.is_year(cell) for cell in filled) / len(filled)
    codes = any(_AREA_CODE.fullmatch(cell) for cell in filled)
    below = any(any(looks_like_figure(cell) for cell in row) for row, _ in records[index + 1 : index + 6])
    likely = 2 * min(known, 4) + 2 * (len(filled) >= 0.7 * width) + distinct + (below or index + 1 == len(records))
    narrow = 2 * len(filled) <= _width_below(records[index + 1 : index + 21])
    below_it = next((row for row, _ in records[index + 1 : index + 6] if _filled(row) > 1), [])
    followed = _is_area(below_it) and any(looks_like_figure(cell) for cell in below_it)
    sentence = bool(_SENTENCE.match(filled[0]))
    return max(likely + 2 * followed - 4 * figures - 3 * (codes or _is_area(cells)) - 4 * (narrow or sentence), 0.1)


def _is_area(cells: list[str]) -> bool:
    """Whether one of the first cells of a record is an area."""
    return any(known_anywhere(cell.strip()) for cell in cells[:_FIRST] if cell.strip())


def _width_below(records: list[tuple[list[str], int]]) -> int:
    """The most usual number of filled cells of some records, of those that have several; the larger of equals."""
    widths = Counter(_filled(cells) for cells, _ in records if _filled(cells) > 1)
    return max(widths, key=lambda width: (widths[width], width), default=0)


def _check_width(cells: list[str]) -> None:
    most = settings().intake_columns
    if len(_trimmed(cells)) > most:
        raise UnreadableError("too-many-columns", found=f"{len(_trimmed(cells)):,}", most=most)


def _check(cells: list[str], below: list[tuple[list[str], int]], *, cut: bool) -> None:
    """Raise UnreadableError for a header that is none, or has nothing below it; `cut` where the text goes on."""
    _check_width(cells)
    if len(cells) < 2:
        raise UnreadableError("one-column")
    if any(_AREA_CODE.fullmatch(cell.strip()) for cell in cells) or headers.is_a_row(cells, [row for row, _ in below]):
        raise UnreadableError("no-header")
    if not any(any(cell.strip() for cell in row) for row, _ in below):
        raise UnreadableError("long-line" if cut else "empty")


def _trimmed(cells: list[str]) -> list[str]:
    """Without blank cells at the end."""
    last = max((index for index, cell in enumerate(cells) if cell.strip()), default=-1)
    return cells[: last + 1]


def _widest(records: list[tuple[list[str], int]]) -> int:
    """The most cells of a record, up to the last that is not blank."""
    return max((len(_trimmed(cells)) for cells, _ in records), default=0)


def _filled(cells: list[str]) -> int:
    return sum(bool(cell.strip()) for cell in cells)


def _unique(cells: list[str]) -> tuple[str, ...]:
    """Column names: blanks are called by their number, repeated ones get a number behind them."""
    seen: Counter[str] = Counter()
    unique = []
    for index, cell in enumerate(cells, start=1):
        name = _visible(cell) or f"Column {index}"
        seen[name] += 1
        unique.append(name if seen[name] == 1 else f"{name} ({seen[name]})")
    return tuple(unique)


def _visible(cell: str) -> str:
    """A name without characters that cannot be seen, of a settled length."""
    return "".join(char for char in " ".join(cell.split()) if not hidden(char))[:200]


def _byte_of_line(content: bytes, lines: int) -> int:
    """Where the line after so many lines begins; a line ends with CR, LF or both."""
    index = 0
    for _ in range(lines):
        ends = re.compile(rb"\r\n|\n|\r").search(content, index)
        index = ends.end() if ends else len(content)
    return index
