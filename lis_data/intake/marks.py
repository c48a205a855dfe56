"""Marks that stand where a figure would: missing or suppressed, as publishers write them, and flags behind figures."""

from __future__ import annotations

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
    "<5": "suppressed, a small number",
    "<10": "suppressed, a small number",
}
_FLAGS = {
    "p": (Status.PROVISIONAL, "provisional"),
    "e": (Status.ESTIMATED, "estimated"),
    "u": (Status.UNRELIABLE, "of low reliability"),
    "r": (Status.NORMAL, "revised"),
    "b": (Status.NORMAL, "after a break in the series"),
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
    **{status.value.lower(): status for status in Status},
}


def missing(text: str) -> tuple[Status, str] | None:
    """Status and meaning of a mark for a figure that is not there, with or without brackets; None for other text."""
    mark = text.strip().lower()
    if mark.startswith("[") and mark.endswith("]"):
        mark = mark[1:-1].strip()
    if mark in _MISSING:
        return Status.MISSING, _MISSING[mark]
    return (Status.SUPPRESSED, _SUPPRESSED[mark]) if mark in _SUPPRESSED else None


def flag(text: str) -> tuple[Status, str] | None:
    """Status and meaning of a flag behind a figure (`p`, `[e]`); None where it means nothing known."""
    return _FLAGS.get(text.strip().lower().strip("[]()"))


def status(text: str) -> Status | None:
    """The status that a cell of a status column names; None for one that is not known."""
    return _STATUSES.get(text.strip().lower().strip("[]"))
