"""Accepted files altered at random: each is read as before, or something is told that was not told before."""

from __future__ import annotations

import csv
import io
import random
from collections.abc import Callable

import pytest
from openpyxl import Workbook

from lis_data.intake import Choices, Verdict, check
from tests.intake_corpus import EXPECTED, FOLDER

SEED, MANY = 14, 200
TABLES = [
    row
    for row in EXPECTED
    if row["ok"] == "yes" and row["file"].endswith(".csv") and "utf16" not in row["file"] and row["observations"] != "0"
]
_Rows = list[list[str]]
_Alteration = Callable[[_Rows, random.Random], bytes]


def text(rows: _Rows, delimiter: str = ",") -> bytes:
    file = io.StringIO(newline="")
    csv.writer(file, delimiter=delimiter, lineterminator="\n").writerows(rows)
    return file.getvalue().encode()


def titled(rows: _Rows, chance: random.Random) -> bytes:
    """The header further down."""
    return text([["Figures of a survey"], *([[]] * chance.randrange(3)), *rows])


def parted(rows: _Rows, chance: random.Random) -> bytes:
    """Another separator in the whole file."""
    return text(rows, chance.choice(";\t|"))


def one_row_parted(rows: _Rows, chance: random.Random) -> bytes:
    """Another separator in one row."""
    index = chance.randrange(len(rows) // 2, len(rows))
    return text([*rows[:index], [";".join(rows[index])], *rows[index + 1 :]])


def starred(rows: _Rows, chance: random.Random) -> bytes:
    """A star behind a figure."""
    figures = [(row, index) for row in rows[1:] for index, cell in enumerate(row) if cell.isdigit() and len(cell) != 4]
    row, index = chance.choice(figures or [(rows[-1], len(rows[-1]) - 1)])
    row[index] += "*"
    return text(rows)


def numbered(rows: _Rows, chance: random.Random) -> bytes:
    """Numbers of the rows before them, as R writes them."""
    del chance
    return text([["", *rows[0]], *([str(number), *row] for number, row in enumerate(rows[1:], 1))])


def shuffled(rows: _Rows, chance: random.Random) -> bytes:
    """The columns in another order."""
    width = max(map(len, rows))
    order = chance.sample(range(width), width)
    return text([[(row + [""] * width)[index] for index in order] for row in rows])


def hidden(rows: _Rows, chance: random.Random) -> bytes:
    """A workbook with a hidden row."""
    book, file = Workbook(), io.BytesIO()
    for row in rows:
        book.active.append(row)
    book.active.row_dimensions[chance.randrange(2, len(rows) + 1)].hidden = True
    book.save(file)
    return file.getvalue()


ALTERATIONS: list[_Alteration] = [titled, parted, one_row_parted, starred, numbered, shuffled, hidden]


def observed(verdict: Verdict) -> set[tuple[object, ...]]:
    columns = ["geography_id", "area_code", "period", "industry", "value", "lower", "upper", "status"]
    return set(verdict.observations[columns].fillna(-1.0).itertuples(index=False, name=None))


def problems_of(verdict: Verdict) -> set[str]:
    return {f"{item.column}: {item.message}" for item in verdict.problems}


def altered() -> list[tuple[str, str, int]]:
    chance = random.Random(SEED)
    return [
        (chance.choice(TABLES)["file"], chance.choice(ALTERATIONS).__name__, chance.randrange(10**6))
        for _ in range(MANY)
    ]


@pytest.mark.parametrize(("file", "alteration", "seed"), altered())
def test_nothing_is_read_differently_in_silence(file: str, alteration: str, seed: int) -> None:
    row = next(row for row in TABLES if row["file"] == file)
    choices = Choices(geography=row["geography"], additive=row["additive"] == "yes")
    data = (FOLDER / file).read_bytes()
    before = check(data, file, choices=choices)
    rows = list(
        csv.reader(io.StringIO(data.decode("utf-8-sig", errors="replace"), newline=""), delimiter=before.delimiter)
    )
    change = next(item for item in ALTERATIONS if item.__name__ == alteration)
    after = check(change([row for row in rows if row], random.Random(seed)), file, choices=choices)
    assert observed(after) == observed(before) or problems_of(after) - problems_of(before)
