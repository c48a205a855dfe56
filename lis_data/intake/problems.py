"""What is wrong with an analyst's file; `kinds.toml` has the message of every kind, what is allowed and what to do.

A problem is one offending value in one column, with the number of rows that have it; nothing here reads files.
"""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from lis_data.settings import settings

_DISGUISE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
_LENGTH = 60
"""Characters of an offending value that are shown."""


class Severity(StrEnum):
    """An error keeps a row or the file out; a warning needs a look; a notice says how something was read."""

    ERROR = "error"
    WARNING = "warning"
    NOTICE = "notice"


@dataclass(frozen=True)
class Kind:
    """A fault: its message, what is allowed, and what to do; words in braces are filled with details."""

    severity: Severity
    message: str
    allowed: str
    action: str


@dataclass(frozen=True)
class Problem:
    """One offending value. `row` is as a spreadsheet numbers it; `rows` counts those with the same value."""

    kind: str
    severity: Severity
    row: int | None
    column: str | None
    value: str | None
    rows: int
    message: str
    allowed: str
    action: str

    def __str__(self) -> str:
        where = [f"row {self.row}"] if self.row is not None else []
        where += [f"column '{self.column}'"] if self.column else []
        return f"{', '.join(where)}: {self.message}" if where else self.message


class Problems:
    """Gathers what is found; lists at most a settled number of each kind, and counts all."""

    def __init__(self) -> None:
        self.listed: list[Problem] = []
        self.rows: Counter[str] = Counter()
        self.found: Counter[str] = Counter()

    def add(
        self,
        kind: str,
        *,
        row: int | None = None,
        column: str | None = None,
        value: object = None,
        rows: int = 1,
        **detail: object,
    ) -> None:
        """Add one offending value, which `rows` rows have, the first of them `row`."""
        self.rows[kind] += rows
        self.found[kind] += 1
        if self.found[kind] > settings().intake_problems:
            return
        rule, text = KINDS[kind], None if value is None else printable(str(value))
        words = {key: printable(str(item), 400) for key, item in detail.items()} | {"value": text}
        texts = (part.format_map(words) for part in (rule.message, rule.allowed, rule.action))
        self.listed.append(Problem(kind, rule.severity, row, column, text, rows, *texts))

    def more(self, kind: str, *, found: int, rows: int) -> None:
        """Count offending values that are not listed one by one."""
        if not found:
            return
        self.found[kind] += found
        self.rows[kind] += rows

    def not_listed(self) -> dict[str, int]:
        """How many of each kind are counted but not listed."""
        listed = Counter(problem.kind for problem in self.listed)
        return {kind: found - listed[kind] for kind, found in self.found.items() if found > listed[kind]}


def ordered(problems: Iterable[Problem]) -> list[Problem]:
    """Problems as people read them: errors first, then warnings, then notices, each by row."""
    order = list(Severity)
    return sorted(problems, key=lambda item: (order.index(item.severity), item.row or 0))


def printable(text: str, most: int = _LENGTH) -> str:
    r"""A text that is safe to print: at most `most` characters, hidden and control characters by their number.

    >>> printable("Hum\u202eber")
    'Hum<U+202E>ber'
    """
    cut = text if len(text) <= most else text[: most - 1] + "…"
    return "".join(f"<U+{ord(char):04X}>" if hidden(char) else char for char in cut)


def hidden(char: str) -> bool:
    """Whether a character is a control, a direction mark, or otherwise not to be seen."""
    return unicodedata.category(char) in ("Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp")


def disguised(text: str) -> bool:
    """Whether a text has characters that make it another than it shows: controls, or marks that turn its direction."""
    return bool(_DISGUISE.search(text))


KINDS: dict[str, Kind] = {
    key: Kind(**{**entry, "severity": Severity(entry["severity"])})
    for key, entry in tomllib.loads((Path(__file__).parent / "kinds.toml").read_text(encoding="utf-8")).items()
}
"""Every kind of problem by its id."""
