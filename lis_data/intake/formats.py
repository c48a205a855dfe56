"""Cells of a workbook as its reader sees them: percent, thousands, money, and dates formatted as years or months.

A cell that is stored as 0.684 and displayed as 68.4% is 68.4%; one stored as 451000 and displayed as 451 is 451k, with
a warning.
"""

from __future__ import annotations

import datetime as dt
import re
from functools import lru_cache

_QUOTED = re.compile(r'"[^"]*"|\\.|_.|\*.|\[(?!\$)[^\]]*\]')
"""Parts of a format that show themselves, or colours and conditions."""
_SCALED = re.compile(r"[0#?](,+)(?![0#?,])")
_SCALES = {1: ("k", 1e3), 2: ("m", 1e6), 3: ("bn", 1e9)}
_POUND = re.compile(r"£|\[\$£")
_DAYS = re.compile(r"d|h|s", re.IGNORECASE)


@lru_cache(maxsize=1000)
def kind(number_format: str) -> str:
    """What a format makes of a cell: `percent`, `year`, `month`, `£`, `k`, `£m` …, or blank for what is as
    stored."""
    first = number_format.split(";")[0]
    plain = _QUOTED.sub("", first)
    if "%" in plain:
        return "percent"
    money = "£" if _POUND.search(first) else ""
    if found := _SCALED.search(plain):
        return money + _SCALES.get(len(found[1]), ("", 1))[0]
    letters = re.sub(r"\[\$[^\]]*\]|general", "", plain, flags=re.IGNORECASE)
    if "y" in letters.lower() and not _DAYS.search(letters):
        return "month" if "m" in letters.lower() else "year"
    return money


def text(value: object, format_kind: str) -> str:
    """A cell's value as text: dates in ISO form, whole numbers without a point.

    `format_kind` is the `kind` of its format.
    """
    if value is None:
        return ""
    if isinstance(value, dt.datetime | dt.date):
        return _date(value, format_kind)
    if isinstance(value, int | float) and not isinstance(value, bool):
        return _number(value, format_kind)
    return str(value)


def _date(value: dt.datetime | dt.date, format_kind: str) -> str:
    if format_kind in ("year", "month"):
        return f"{value:%Y}" if format_kind == "year" else f"{value:%Y-%m}"
    if isinstance(value, dt.datetime) and value.time() == dt.time():
        value = value.date()
    return value.isoformat() if isinstance(value, dt.date) else str(value)


def _number(value: float, format_kind: str) -> str:
    if format_kind == "percent":
        return f"{_plain(round(value * 100, 10))}%"
    if format_kind in ("year", "month"):
        return _plain(value)
    money, scale = format_kind[:1] == "£", format_kind.lstrip("£")
    size = next((size for name, size in _SCALES.values() if name == scale), 1)
    amount = value / size if size > 1 else value
    if not money:
        return f"{_plain(amount)}{scale}"
    return f"{'-' if value < 0 else ''}£{_plain(abs(amount))}{scale}"


def is_scaled(format_kind: str) -> bool:
    """Whether a format shows thousands or millions."""
    return format_kind.lstrip("£") in {name for name, _ in _SCALES.values()}


def _plain(value: float) -> str:
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e15:
        return str(int(value))
    return str(value)
