"""Figures as people write them: separators, currency, percent, scale, brackets for negatives, and marks for missing.

Which mark parts decimals is decided once for the file, never per cell: '1,234' alone cannot say. Scale words are
units, not factors: '£3m' is 3 in £m.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

from lis_data.intake import marks
from lis_data.intake.problems import disguised
from lis_data.model import Status

LARGEST = 1e15
"""A figure beyond it is a slip, and products of such figures overflow."""
_LONGEST = 80
_PARTS = re.compile(
    r"(?P<open>\()?\s*(?P<sign>[-+−–])?\s*(?P<currency>£|\$|€|GBP )?\s*(?P<inner>[-−–])?"
    r"(?P<digits>(?:\d[\d.,'\u0020\u00a0\u2009\u202f]*\d|\d[.,]?|[.,]\d+))(?P<power>[eE][-+]?\d{1,3}(?![\w]))?"
    r"\s*(?:(?P<scale>thousand|million|billion|mn|bn|tn|k|m)(?![a-z]))?\s*(?P<percent>%|per cent|percent|pp)?"
    r"\s*(?P<close>\))?(?P<trailing>[-−])?\s*"
    r"(?P<flag>(?:\[[^\[\]]{1,20}\]|\([a-z*†‡]{1,3}\)|[a-z]{1,2}(?![a-z])|[*†‡§^¹²³⁴⁵⁶⁷⁸⁹⁰!~#]{1,3}|\s){0,6})",
    re.IGNORECASE,
)
_SPACES = str.maketrans({"\u00a0": " ", "\u2009": " ", "\u202f": " ", "'": " "})
_GROUPED = re.compile(r"\d{1,3}( \d{3})+([.,]\d+)?")
_POINT = re.compile(r"\d{1,3}(,\d{3})+(\.\d*)?|\d+(\.\d*)?|\.\d+")
_COMMA = re.compile(r"\d{1,3}(\.\d{3})+(,\d*)?|\d+(,\d*)?|,\d+")
POINT_SIGNS = r"^[-+]?(\d*\.(\d{1,2}|\d{4,})|0\.\d+|\d{1,3}(,\d{3})+\.\d+|\d{1,3}(,\d{3}){2,})$"
COMMA_SIGNS = r"^[-+]?(\d*,(\d{1,2}|\d{4,})|0,\d+|\d{1,3}(\.\d{3})+,\d+|\d{1,3}(\.\d{3}){2,})$"
"""Forms that only one of the two decimal marks explains."""
_POINT_SIGN, _COMMA_SIGN = re.compile(POINT_SIGNS), re.compile(COMMA_SIGNS)
_SEVERAL = re.compile(r"\d[\d.,]*\s*(?:[;/|±]|\bto\b|\band\b|[–-]|\s\(|\s\[|\s{1,})\s*[-+]?£?\d")
_SCALES = {"mn": "m", "million": "m", "billion": "bn", "thousand": "k"}


@dataclass(frozen=True)
class Figure:
    """One distinct cell read: a value, or a status of M or C, or the kind of problem that it is.

    `flag` is the mark behind a value; `bracketed` says that brackets alone make it negative.
    """

    value: float | None = None
    status: str = Status.NORMAL.value
    meaning: str = ""
    unit: str = ""
    problem: str = ""
    flag: str = ""
    bracketed: bool = False


def looks_like_figure(text: str) -> bool:
    """Whether a cell is a number by either decimal mark, or a mark for a missing one that is not mere blank."""
    text = text.strip()
    if not text:
        return False
    return marks.missing(text) is not None or any(read(text, mark).value is not None for mark in ".,")


def decimal_mark(texts: list[str], *, points: int = 0, commas: int = 0) -> tuple[str, bool]:
    """'.' or ',' by the cells that only one of them explains, and whether any said so; more may be counted before."""
    for text in texts:
        found = _PARTS.fullmatch(text.strip()[:_LONGEST])
        digits = found["digits"] if found else ""
        points += bool(_POINT_SIGN.match(digits))
        commas += bool(_COMMA_SIGN.match(digits))
    return ("," if commas > points else "."), bool(points or commas)


def read(text: str, mark: str) -> Figure:
    """A cell as a figure, where `mark` is the decimal mark."""
    if found := marks.missing(text):
        return Figure(status=found[0].value, meaning=found[1])
    if disguised(text):
        return Figure(problem="control-characters")
    parts = _PARTS.fullmatch(text.strip()) if len(text) <= _LONGEST else None
    if not parts or bool(parts["open"]) != bool(parts["close"]):
        return Figure(problem="two-values" if _SEVERAL.search(text[:_LONGEST]) else "not-a-number")
    digits = _digits(parts["digits"], mark)
    if digits is None:
        return Figure(problem=_why_not(parts["digits"], mark))
    behind = parts["flag"].strip()
    flagged = marks.flag(behind) if behind else (Status.NORMAL, "")
    if flagged is None:
        return Figure(problem="not-a-number")
    value = float(digits + (parts["power"] or "")) * _sign(parts)
    if abs(value) > LARGEST:
        return Figure(problem="infinite")
    bracketed = bool(parts["open"]) and not (parts["sign"] or parts["inner"] or parts["trailing"])
    return Figure(value, flagged[0].value, flagged[1], _unit(parts), flag=behind, bracketed=bracketed)


def _sign(parts: re.Match[str]) -> int:
    """-1 for a minus before or behind, or brackets around."""
    minus = (parts["sign"] or "+") in "-−–" or parts["inner"] or parts["open"] or parts["trailing"]
    return -1 if minus else 1


def _digits(text: str, mark: str) -> str | None:
    """The digits as Python reads them, or None where they do not fit the decimal mark."""
    plain = text.translate(_SPACES)
    if " " in plain:
        if not _GROUPED.fullmatch(plain):
            return None
        plain = plain.replace(" ", "")
    form, thousands = (_POINT, ",") if mark == "." else (_COMMA, ".")
    return plain.replace(thousands, "").replace(",", ".") if form.fullmatch(plain) else None


def _why_not(digits: str, mark: str) -> str:
    if " " in digits.translate(_SPACES):
        return "two-values"
    return "decimal-mark" if _digits(digits, "," if mark == "." else ".") is not None else "not-a-number"


def _unit(parts: re.Match[str]) -> str:
    """'£m', '%', 'k', '' …"""
    scale = (parts["scale"] or "").lower()
    percent = "%" if (parts["percent"] or "").lower() in ("%", "percent", "per cent") else parts["percent"] or ""
    currency = (parts["currency"] or "").strip().upper().replace("GBP", "£")
    return currency + _SCALES.get(scale, scale) + percent.lower()


def column_unit(figures: list[Figure], counts: list[int]) -> str:
    """The unit of most cells that name one; '' where none does."""
    units: Counter[str] = Counter()
    for figure, count in zip(figures, counts, strict=True):
        if figure.unit:
            units[figure.unit] += count
    return units.most_common(1)[0][0] if units else ""
