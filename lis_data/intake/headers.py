"""Headers that are not one line of names: two lines of which the upper is merged over the lower, or none at all."""

from __future__ import annotations

import re
from dataclasses import dataclass

from lis_data.intake import names, periods
from lis_data.intake.areas import known_anywhere
from lis_data.intake.numbers import looks_like_figure

_ROWS = 5
"""Rows below a header that are held against it."""


_ABOUT = re.compile(
    r"(?:reference |time )?(?:dates?|periods?)|update frequency|frequency|sources?|units?|measures?|metric type"
    r"|polarity|publisher"
    r"|indicator id|last updated",
    re.IGNORECASE,
)
"""What a row below a header says of the columns, by its first cell."""
_PERIODS = re.compile(r"(?:reference |time )?(?:dates?|periods?)", re.IGNORECASE)


@dataclass(frozen=True)
class Pair:
    """Two records that are one header: the index of the first, and the names made of both."""

    first: int
    cells: list[str]


def two_lines(records: list[list[str]], row: int) -> Pair | None:
    """The header in two lines of which the record `row` is one; None where it is the only one."""
    for first in (row - 1, row):
        if first >= 0 and first + 2 < len(records):
            width = max(len(records[first]), len(records[first + 1]))
            upper, lower = _even(records[first], width), _even(records[first + 1], width)
            if _belong(upper, lower):
                return Pair(first, _joined(upper, lower))
    return None


def is_a_row(cells: list[str], below: list[list[str]]) -> bool:
    """Whether a supposed header is a row of figures: it names an area where the rows below it name areas too."""
    for index, cell in enumerate(cells):
        under = [row[index] for row in below[:_ROWS] if index < len(row) and row[index].strip()]
        if under and known_anywhere(cell.strip()) and all(known_anywhere(text.strip()) for text in under):
            return True
    return False


def about(cells: list[str], below: list[list[str]]) -> tuple[list[str], int]:
    """The names of columns with the periods that rows about them give, and how many such rows follow the header.

    Services that give several indicators say so: 'Reference Date,,2018/19,2018', 'Update Frequency,,Annually,…'.
    """
    named, many = list(cells), 0
    for row in below:
        texts = [*map(str.strip, row), *[""] * len(cells)][: len(cells)]
        first = next(filter(None, texts), "")
        if not _ABOUT.fullmatch(first.rstrip(": ")) or any(known_anywhere(text) for text in texts if text):
            break
        if _PERIODS.fullmatch(first.rstrip(": ")):
            named = [f"{name}, {text}" if _is_period(text) else name for name, text in zip(named, texts, strict=True)]
        elif sum(looks_like_figure(text) for text in texts if text) > 1:
            break
        many += 1
    return named, many


def is_about(cells: list[str], above: list[list[str]]) -> bool:
    """Whether a record is a row about columns that are named right above it."""
    texts = [cell.strip() for cell in cells]
    before = [cell.strip() for cell in above[-1] if cell.strip()] if above else []
    blank = "" in texts[1:3] or bool(before and names.role_of(before[0]) == "area")
    named = len(before) >= len([*filter(None, texts)]) and not any(looks_like_figure(cell) for cell in before)
    return bool(texts) and blank and named and bool(_ABOUT.fullmatch(texts[0].rstrip(": ")))


def _even(line: list[str], width: int) -> list[str]:
    """A line without blanks about its cells, filled up to so many."""
    return [cell.strip() for cell in line] + [""] * (width - len(line))


def _belong(upper: list[str], lower: list[str]) -> bool:
    """Whether two lines complete each other: no figures, the first column named once, and the rest named by both."""
    texts = [*filter(None, upper)], [*filter(None, lower)]
    if len(texts[0]) < 2 or not texts[1] or (upper[0] and lower[0] and upper[0] != lower[0]):
        return False
    if any(_is_cell(cell) for line in texts for cell in line):
        return False
    over = _spread(upper, lower)
    if any(_is_period(below) and names.role_of(above) == "period" for above, below in zip(over, lower, strict=True)):
        return False
    return any(above and below for above, below in zip(over, lower, strict=True))


def _is_cell(text: str) -> bool:
    """Whether a text is a figure or an area, which headers in two lines do not have."""
    return (looks_like_figure(text) and not _is_period(text)) or known_anywhere(text)


def _is_period(text: str) -> bool:
    return bool(periods.read(text).iso)


def _spread(upper: list[str], lower: list[str]) -> list[str]:
    """The upper line with each name over its columns.

    A name stands over the blanks to its right, as merged cells are saved; or anywhere over its columns, where the lower
    line has the same names once for each name above.
    """
    labels = [index for index, cell in enumerate(upper) if cell]
    start, size = _repeats(lower, len(labels))
    blocks = [(index - start) // size for index in labels] if size else []
    if blocks and blocks == list(range(len(labels))):
        return [
            upper[labels[(index - start) // size]] if index >= start else upper[index] for index in range(len(upper))
        ]
    over, last = [], ""
    for cell in upper:
        last = cell or last
        over.append(last)
    return over


def _repeats(lower: list[str], times: int) -> tuple[int, int]:
    """Where names begin that stand so many times up to the end of a line, and how many they are; 0 where none do."""
    names_ = [cell.casefold() for cell in lower]
    for size in range(len(names_) // times, 1, -1) if times > 1 else ():
        start = len(names_) - size * times
        if all(names_[start : start + size] == names_[start + size * turn :][:size] for turn in range(1, times)):
            return start, size
    return 0, 0


def _joined(upper: list[str], lower: list[str]) -> list[str]:
    """One name a column: of both lines where both have one; a lower line of units stands in brackets."""
    units = all(above for above, below in zip(upper, lower, strict=True) if below)
    joined = []
    for own, above, below in zip(upper, _spread(upper, lower), lower, strict=True):
        if not below or not above or above == below:
            joined.append(below or own)
        else:
            joined.append(f"{above} ({below})" if units and not _is_period(below) else f"{above}, {below}")
    return joined
