"""Marks instead of a figure (missing, suppressed), as publishers write them, and flags behind figures."""

from __future__ import annotations

import re

from lis_data.model import Status

_MISSING = {
    "": "an empty cell",
    "..": "not available",
    ".": "not available",
    "...": "not available",
    ":": "not available",
    "-": "not available",
    "--": "not available",
    "–": "not available",
    "—": "not available",
    "!": "not available",
    "n/a": "not available",
    "na": "not available",
    "n.a.": "not available",
    "nan": "not available",
    "#n/a": "not available",
    "null": "not available",
    "none": "not available",
    "missing": "not available",
    "#ref!": "not available",
    "#div/0!": "not available",
    "#value!": "not available",
    "#name?": "not available",
    "n.d.": "not available",
    "nd": "not available",
    "no data": "not available",
    "unavailable": "not available",
    "not collected": "not available",
    "not published": "not available",
    "not available": "not available",
    "x": "not available",
    "z": "not applicable",
    "not applicable": "not applicable",
    "low": "too small to show",
    "<1": "too small to show",
    "~": "too small to show",
    "u": "of too low reliability to show",
    "unreliable": "of too low reliability to show",
}
_SUPPRESSED = {
    "c": "suppressed, confidential",
    "*": "suppressed, confidential",
    "**": "suppressed, confidential",
    "s": "suppressed, confidential",
    "confidential": "suppressed, confidential",
    "suppressed": "suppressed, confidential",
    "disclosive": "suppressed, disclosive",
    "#": "suppressed, confidential",
    "conf": "suppressed, confidential",
    "supp": "suppressed, confidential",
    "disc": "suppressed, disclosive",
    "withheld": "suppressed, confidential",
    "data suppressed": "suppressed, confidential",
}
_SMALL = re.compile(
    r"[<≤]\s?=?\s?(?:[2-9]|[1-9]0)|(?:fewer|less) than (?:\d{1,2}|five|ten)|under \d{1,2}|[01]\s?(?:[-–—]"
    r"|to)\s?(?:[3-9]|10)"
    r"|\d or (?:fewer|less)"
)
"""Small counts that are not told: '<5', '1-4', 'fewer than 10'."""
_EUROSTAT = re.compile(r":\s?\(?([a-z]{1,3})\)?")
"""A missing figure with its flags, ': u'."""
_ORDER = (Status.SUPPRESSED, Status.MISSING, Status.UNRELIABLE, Status.ESTIMATED, Status.PROVISIONAL, Status.NORMAL)
"""Statuses from the weakest: of several flags the weakest counts."""
_SYMBOLS = "*†‡§^¹²³⁴⁵⁶⁷⁸⁹⁰!~#"
"""Signs that send a reader to a note; what one means only the file says."""
_FLAGS = {
    "p": (Status.PROVISIONAL, "provisional"),
    "e": (Status.ESTIMATED, "estimated"),
    "u": (Status.UNRELIABLE, "of low reliability"),
    "r": (Status.NORMAL, "revised"),
    "b": (Status.NORMAL, "after a break in the series"),
    "d": (Status.NORMAL, "of another definition"),
    "f": (Status.ESTIMATED, "a forecast"),
    "i": (Status.ESTIMATED, "imputed"),
    "n": (Status.UNRELIABLE, "not significant"),
    "s": (Status.ESTIMATED, "an estimate of the publisher"),
}
_STATUSES = {
    "": Status.NORMAL,
    "normal": Status.NORMAL,
    "final": Status.NORMAL,
    "published": Status.NORMAL,
    "normal value": Status.NORMAL,
    "estimated": Status.ESTIMATED,
    "estimate": Status.ESTIMATED,
    "missing": Status.MISSING,
    "not available": Status.MISSING,
    "suppressed": Status.SUPPRESSED,
    "confidential": Status.SUPPRESSED,
    "provisional": Status.PROVISIONAL,
    "low reliability": Status.UNRELIABLE,
    "unreliable": Status.UNRELIABLE,
    "of low reliability": Status.UNRELIABLE,
    "use with caution": Status.UNRELIABLE,
    "caution": Status.UNRELIABLE,
    "not significant": Status.UNRELIABLE,
    "ok": Status.NORMAL,
    "good": Status.NORMAL,
    "reliable": Status.NORMAL,
    "actual": Status.NORMAL,
    "official": Status.NORMAL,
    "revised": Status.NORMAL,
    "break": Status.NORMAL,
    "break in series": Status.NORMAL,
    "time series break": Status.NORMAL,
    "none": Status.NORMAL,
    "-": Status.NORMAL,
    "preliminary": Status.PROVISIONAL,
    "draft": Status.PROVISIONAL,
    "imputed": Status.ESTIMATED,
    "modelled": Status.ESTIMATED,
    "forecast": Status.ESTIMATED,
    "projected": Status.ESTIMATED,
    "projection": Status.ESTIMATED,
    "no data": Status.MISSING,
    "unavailable": Status.MISSING,
    "not applicable": Status.MISSING,
    "missing value": Status.MISSING,
    "missing value; data cannot exist": Status.MISSING,
    "disclosive": Status.SUPPRESSED,
    "withheld": Status.SUPPRESSED,
    "missing value; suppressed": Status.SUPPRESSED,
    **dict.fromkeys("brdgv", Status.NORMAL),
    **dict.fromkeys("fis", Status.ESTIMATED),
    **dict.fromkeys("loxz", Status.MISSING),
    "n": Status.UNRELIABLE,
    "q": Status.SUPPRESSED,
    **{status.value.lower(): status for status in Status},
}


def missing(text: str) -> tuple[Status, str] | None:
    """Status and meaning of a mark for a figure that is not there, with or without brackets; None for other text."""
    mark = text.strip().lower()
    if mark.startswith("[") and mark.endswith("]"):
        mark = mark[1:-1].strip()
    if mark in _MISSING:
        return Status.MISSING, _MISSING[mark]
    if flagged := _EUROSTAT.fullmatch(mark):
        hidden = "c" in flagged[1]
        return (Status.SUPPRESSED if hidden else Status.MISSING), "suppressed" if hidden else _why_missing(flagged[1])
    if _SMALL.fullmatch(mark):
        return Status.SUPPRESSED, "suppressed, a small number"
    return (Status.SUPPRESSED, _SUPPRESSED[mark]) if mark in _SUPPRESSED else None


def _why_missing(flags: str) -> str:
    """What the flags behind a ':' say."""
    known = [_FLAGS[letter][1] for letter in flags if letter in _FLAGS]
    return ", ".join(["not available", *known])


def flag(text: str) -> tuple[Status, str] | None:
    """Status and meaning of the flags behind a figure (`p`, `[e]`, `bu`, `[p] [r]`, `*`), the weakest of several.

    None where one means nothing known. A sign such as '*' sends to a note that only a reader can weigh; so does one in
    square brackets.
    """
    meanings: list[tuple[Status, str]] = []
    for mark in re.findall(r"\[[^\[\]]*\]|\([^()]*\)|[^\s\[\]()]+", text.strip().lower()):
        found = _one_flag(mark)
        if found is None:
            return None
        meanings += found
    if not meanings:
        return None
    return min((status for status, _ in meanings), key=_ORDER.index), ", ".join(word for _, word in meanings)


def _one_flag(mark: str) -> list[tuple[Status, str]] | None:
    """What one mark says: letters, each a flag; signs; or a note in brackets."""
    inside = mark.strip("[]()").strip()
    if inside in _FLAGS:
        return [_FLAGS[inside]]
    if inside and all(char in _SYMBOLS for char in inside):
        return [(Status.NORMAL, f"with the sign {inside}, which the notes of the file may explain")]
    if re.fullmatch(r"(?:note|footnote|n)\s?\w{1,3}(?:,\s?\w{1,3})*|\d{1,2}", inside) and mark[0] in "[(":
        return [(Status.NORMAL, "with a note")]
    if inside.isalpha() and len(inside) <= 3 and all(letter in _FLAGS for letter in inside):
        return [_FLAGS[letter] for letter in inside]
    return None


def status(text: str) -> Status | None:
    """The status that a cell of a status column names; None for one that is not known."""
    mark = text.strip().lower().strip("[]():").strip()
    if mark in _STATUSES:
        return _STATUSES[mark]
    parts = [_STATUSES.get(part) for part in re.findall(r"[a-z]+", mark)] if re.search(r"[,;| ]", mark) else []
    parts = parts or ([_STATUSES.get(letter) for letter in mark] if mark.isalpha() and len(mark) <= 3 else [])
    known = [part for part in parts if part is not None]
    return min(known, key=_ORDER.index) if known and len(known) == len(parts) else None
