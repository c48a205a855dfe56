"""How figures, differences, places, lists and counts are written: on pages, in files and on the command line alike."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

import pandas as pd

NONE = "no figure"
_BARE = ("ratio", "index", "score")
_MONEY = {"£ billion": 1e9, "£bn": 1e9, "£ million": 1e6, "£m": 1e6, "£ thousand": 1e3, "£k": 1e3, "£": 1.0}
"""Units of money in pounds: as the catalogue writes them, and as the intake reads them in uploads."""
_AFTER = re.compile(
    r",|\(|:| (?:per|in|of|as|on|at|by|for|from|with|without|near|to|alive|aged|since|before|who|that|worked)\b",
    re.IGNORECASE,
)
"""What ends the part of a title that says whether it speaks of one or of many."""
_TOO_LONG = 1e15
"""From here on a number is written as a power of ten."""
_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_MANY = ("people", "children", "men", "women", "staff")
_ONE = ("ss", "us", "is", "maths")


class Measured(Protocol):
    """What has figures: an indicator, or a row with what is said of one."""

    @property
    def title(self) -> str: ...
    @property
    def unit(self) -> str: ...
    @property
    def decimals(self) -> int: ...


@dataclass(frozen=True)
class Scale:
    """How the figures of an indicator are written: in its unit, with so many decimals."""

    unit: str
    decimals: int

    def number(self, value: float | None) -> str:
        """A figure, as the function `number` writes it."""
        return number(value, unit=self.unit, decimals=self.decimals)

    def difference(self, value: float) -> str:
        """A difference of two figures, as the function `difference` writes it."""
        return difference(value, unit=self.unit, decimals=self.decimals)


def scale(indicator: Measured) -> Scale:
    """The scale of an indicator; a unit that its title has already (`per 1,000 people`) is not said again."""
    said = indicator.unit.startswith("per ") and indicator.unit in indicator.title
    return Scale("index" if said else indicator.unit, int(indicator.decimals))


def number(value: float | None, *, unit: str, decimals: int) -> str:
    """A figure as a reader expects it: `1.23%`, `£72.2bn`, `£41,350`, `£35.40 per hour`, `26,800 jobs`,
    `0.85`; NONE where missing."""
    if value is None or pd.isna(value):
        return NONE
    if unit.startswith("%"):
        return f"{_minus(value, decimals)}%"
    if unit in _MONEY:
        return _money(value * _MONEY[unit], pounds=unit == "£", decimals=decimals)
    plain = _minus(value, decimals)
    if unit.startswith("£ "):
        return f"£{plain} {unit[2:]}".replace("£−", "−£")
    return plain if not unit or unit.startswith(_BARE) else f"{plain} {unit}"


def difference(value: float, *, unit: str, decimals: int) -> str:
    """A difference with its sign; of percentages in points: `+0.31 points`, `−£1.2bn`."""
    if pd.isna(value):
        return NONE
    sign = "+" if round(value, decimals) > 0 else "−" if round(value, decimals) < 0 else "±"
    if unit.startswith("%"):
        return f"{sign}{abs(value):,.{decimals}f} points"
    return sign + number(abs(value), unit=unit, decimals=decimals)


def ordinal(place: int) -> str:
    """`1st`, `2nd`, `3rd`, `11th`, `33rd`."""
    suffix = "th" if place % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(place % 10, "th")
    return f"{place}{suffix}"


def place(rank: int, *, of: int, tied: bool) -> str:
    """`3rd of 33`, `joint 3rd of 33`."""
    return f"{'joint ' if tied else ''}{ordinal(rank)} of {of}"


def count(number: int, singular: str, plural: str = "") -> str:
    """`1 district`, `3 districts`, `1,200 rows are`."""
    return f"{number:,} {singular if number == 1 else plural or f'{singular}s'}"


def listed(names: Sequence[str]) -> str:
    """`A`, `A and B`, `A, B and C`; a comma before the last where a name has an “and” of its own."""
    last = ", and " if any(" and " in name for name in names) else " and "
    return last.join([*([", ".join(names[:-1])] if len(names) > 1 else []), *names[-1:]])


def inside(title: str) -> str:
    """A title within a sentence: `residents near a railway station`, but `GVA per hour worked`, `5G coverage`."""
    return title if title[1:2].isupper() or title[:1].isdigit() else title[:1].lower() + title[1:]


def plural(title: str) -> bool:
    """Whether a title speaks of many: `Horizon 2020 grants per head`, `Residents in work`; not `Happiness`."""
    last = _AFTER.split(title, maxsplit=1)[0].lower().split()[-1:]
    return any(word in _MANY or (word.endswith("s") and not word.endswith(_ONE)) for word in last)


def _money(pounds_value: float, *, pounds: bool, decimals: int) -> str:
    size = abs(pounds_value)
    sign = "−" if pounds_value < 0 else ""
    if size >= _TOO_LONG:
        return f"{sign}£{_power(size)}"
    if pounds and size < 1e6:
        return f"{sign}£{size:,.{decimals}f}"
    for limit, name in ((1e9, "bn"), (1e6, "m"), (1e3, "k")):
        if size >= limit:
            scaled = size / limit
            return f"{sign}£{scaled:,.{0 if scaled >= 100 else 1}f}{name}"
    return f"{sign}£{size:,.0f}"


def _minus(value: float, decimals: int) -> str:
    """With thousands separators and a true minus sign."""
    text = _power(value) if abs(value) >= _TOO_LONG else f"{value:,.{decimals}f}"
    return text.replace("-", "−")


def _power(value: float) -> str:
    """`1.70 × 10³⁰⁸`: what a file may have, and nobody can read in full; `∞` for what is larger still."""
    digits, _, power = f"{value:.2e}".partition("e+")
    return f"{digits} × 10{power.translate(_RAISED)}" if power else digits.replace("inf", "∞")
