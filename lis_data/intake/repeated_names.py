"""Names that several columns have: tables side by side, and series that cannot be distinguished."""

from __future__ import annotations

from collections import defaultdict

import numpy as np

from lis_data.intake.areas import known_in
from lis_data.intake.choices import Guess
from lis_data.intake.contents import Content
from lis_data.intake.problems import Problems
from lis_data.intake.reading import Column, Table
from lis_data.intake.settling import aside
from lis_data.wording import count

_ROWS = 60
"""Rows in which two columns of areas are compared."""
_WORDS = {2: "two", 3: "three", 4: "four", 5: "five", 6: "six"}


def without_repeated(
    guesses: list[Guess],
    table: Table,
    bases: dict[str, str],
    contents: dict[str, Content],
    chosen: dict[str, str],
    problems: Problems,
) -> list[Guess]:
    """The guesses without the columns of a second table at the side, and without columns of one and the same name.

    Both are reported in `problems`.
    """
    start = _second_table(guesses, table, bases)
    if start is not None and not chosen:
        rest = [
            item.column for item in guesses[start:] if contents[item.column].distinct > 1 or contents[item.column].real
        ]
        problems.add(
            "side-by-side", column=guesses[start].column, value=", ".join(rest[:6]), found=count(len(rest), "column")
        )
        guesses = [
            aside(item, "a second table begins there") if index >= start else item for index, item in enumerate(guesses)
        ]
    repeated: dict[str, list[Guess]] = defaultdict(list)
    for item in guesses:
        if item.role == "value" and not item.period and bases.get(item.column) and item.column not in chosen:
            repeated[bases[item.column]].append(item)
    same = {name: items for name, items in repeated.items() if len(items) > 1}
    for name, items in same.items():
        problems.add("repeated-names", column=name, value=name, found=_WORDS.get(len(items), str(len(items))))
    out = [item for items in same.values() for item in items]
    return [aside(item, "several columns have its name") if item in out else item for item in guesses]


def _second_table(guesses: list[Guess], table: Table, bases: dict[str, str]) -> int | None:
    """The index of the column of areas or periods that begins a second table, None where there is none.

    It comes after figures, differs from the first of its role, and figures follow.
    """
    values = [index for index, item in enumerate(guesses) if item.role == "value"]
    for role in ("area", "period"):
        indexes = [index for index, item in enumerate(guesses) if item.role == role]
        for index in indexes[1:]:
            repeated = bases.get(guesses[index].column) == bases.get(guesses[indexes[0]].column)
            behind = any(indexes[0] < value < index for value in values) and any(value > index for value in values)
            if behind and (role == "area" or repeated):
                first, other = table.columns[indexes[0]], table.columns[index]
                if not _same(first, other, role):
                    return index
    return None


def _same(first: Column, other: Column, role: str) -> bool:
    """Whether two columns say the same in each row: the same text, or a code and a name of one area."""
    one, two = first.cells(), other.cells()
    pairs = np.unique(first.codes.astype(np.int64) * len(two) + other.codes).tolist()
    for pair in pairs[:_ROWS]:
        here, there = one[pair // len(two)], two[pair % len(two)]
        if here.casefold() == there.casefold():
            continue
        if role != "area" or not (known_in(here) & known_in(there)):
            return False
    return True
