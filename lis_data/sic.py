"""Which divisions of the Standard Industrial Classification 2007 a published group of industries covers."""

from __future__ import annotations

import re

_FIRST_DIVISION = {
    "A": 1, "B": 5, "C": 10, "D": 35, "E": 36, "F": 41, "G": 45, "H": 49, "I": 55, "J": 58, "K": 64,
    "L": 68, "M": 69, "N": 77, "O": 84, "P": 85, "Q": 86, "R": 90, "S": 94, "T": 97, "U": 99,
}  # fmt: skip
"""Of each section. Source: ONS, *UK Standard Industrial Classification of Economic Activities 2007*, structure."""

_UNUSED = {4, 34, 40, 44, 48, 54, 57, 67, 76, 83, 89}
"""Numbers between divisions that the classification leaves free."""


def divisions(industry: str) -> frozenset[str]:
    """The two-digit divisions of a code such as `26-30`, `41`, `C`, `DE`, `A-E` or `68EX`; none for the total and for
    `68IMP`, the rent that owner-occupiers do not pay, which is no division's.
    """
    if industry == "68IMP":
        return frozenset()
    if numbers := re.fullmatch(r"(\d\d)(?:-(\d\d)|EX)?", industry):
        return _numbered(int(numbers[1]), int(numbers[2] or numbers[1]))
    if ends := re.fullmatch(r"([A-U])-([A-U])", industry):
        sections = [letter for letter in _FIRST_DIVISION if ends[1] <= letter <= ends[2]]
    else:
        sections = [letter for letter in industry if letter in _FIRST_DIVISION] if industry.isalpha() else []
    return frozenset().union(*(_section(letter) for letter in sections))


def _section(letter: str) -> frozenset[str]:
    letters = list(_FIRST_DIVISION)
    position = letters.index(letter)
    last = 99 if letter == "U" else _FIRST_DIVISION[letters[position + 1]] - 1
    return _numbered(_FIRST_DIVISION[letter], last)


def _numbered(first: int, last: int) -> frozenset[str]:
    return frozenset(f"{number:02}" for number in range(first, last + 1) if number not in _UNUSED)
