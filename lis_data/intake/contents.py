"""What the cells of a column look like: shares of areas, periods and figures among the first distinct ones."""

from __future__ import annotations

import re
from dataclasses import dataclass

import pyarrow as pa

from geo.search import normalised
from lis_data.intake import marks, periods, unseen
from lis_data.intake.areas import known_anywhere
from lis_data.intake.levels import is_total
from lis_data.intake.numbers import looks_like_figure
from lis_data.intake.reading import Column

_SAMPLE = 120
"""Distinct cells of a column that are looked at."""
_LIKE_A_FIGURE = re.compile(
    r"[£$€]?\s?[-+−–(]?\s?[£$€]?\d[\d,.]*\s?"
    r"(?:[^\w\s,;:/+-][^\d]{0,24}\d?\W?|(?!st\b|nd\b|rd\b|th\b|to\b|and\b|or\b|plus|years?|yrs)[a-z/]{1,8}\W?|note.{0,9}|\([^()]{1,12}\))",
    re.IGNORECASE,
)
"""A figure with more behind it than we understand, such as '451 (a)': its column is one of figures all the same."""
_DIGITS = re.compile(r"\d+")
_MARK = re.compile(r"[^\w\s]{1,4}|[A-Za-z]{1,2}|\[\w{1,8}\]|\(\w{1,3}\)")


@dataclass(frozen=True)
class Content:
    """What the first distinct cells of a column look like, in shares from 0 to 1.

    Shares of areas, periods and figures, and of `codes` of areas; `digits` of periods that are digits alone, which may
    be figures; `close` of figures and of what is nearly one; `marks` of short signs; `flags` of words and letters of
    statuses. `distinct` counts the different cells, `repeats` is the mean number of rows of each. `serial` says that
    they count the rows, `real` that one is more than a mark for a missing figure.
    """

    areas: float = 0.0
    codes: float = 0.0
    periods: float = 0.0
    figures: float = 0.0
    digits: float = 0.0
    close: float = 0.0
    marks: float = 0.0
    flags: float = 0.0
    distinct: int = 0
    repeats: float = 0.0
    serial: bool = False
    real: bool = False


def of(column: Column) -> Content:
    """The content of a column, from its first distinct cells."""
    texts = column.texts.slice(0, 2 * _SAMPLE).to_pylist()
    cells = [cell for text in texts if (cell := text.strip())][:_SAMPLE]
    if not cells:
        return Content()
    many = len(cells)
    figures = [looks_like_figure(cell) for cell in cells]
    both = list(zip(figures, cells, strict=True))
    close = [yes or bool(_LIKE_A_FIGURE.fullmatch(cell[:60])) or unseen.changes(cell) for yes, cell in both]
    nearly = zip(close, cells, strict=True)
    return Content(
        sum(known_anywhere(cell) and not is_total(normalised(cell)) for cell in cells) / many,
        sum(len(cell) == 9 and cell[0].isalpha() and cell[1:].isdigit() for cell in cells) / many,
        sum(bool(periods.read(cell).iso) for cell in cells) / many,
        sum(figures) / many,
        sum(bool(_DIGITS.fullmatch(cell)) for cell in cells) / many,
        sum(close) / many,
        sum(bool(_MARK.fullmatch(cell)) or marks.missing(cell) is not None for cell in cells) / many,
        sum(marks.status(cell) is not None or marks.flag(cell) is not None for cell in cells) / many,
        len(column.texts),
        len(column.codes) / len(column.texts),
        _serial(column),
        any(near and any(char.isdigit() for char in cell) and marks.missing(cell) is None for near, cell in nearly),
    )


def _serial(column: Column) -> bool:
    """Whether the cells count the rows: 1, 2, 3 … or 0, 1, 2 …"""
    first = column.texts.take(pa.array(column.codes[:_SAMPLE])).to_pylist()
    start = first[0].strip() if first else ""
    if start not in ("0", "1") or len(first) < 2:
        return False
    return [text.strip() for text in first] == [str(int(start) + index) for index in range(len(first))]
