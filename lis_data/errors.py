"""Everything that can go wrong on purpose, as one tree.

LisError
├── ObservationError   figures that break a rule; carries every Problem found
├── CatalogueError     an entry of catalogue.toml that cannot be right
├── UnreadableError    a file that cannot be read as a table; says which limit or form it breaks
├── UnknownNameError   a name nobody knows; carries the nearest valid ones
├── StoreError         the store cannot be built or opened
└── UploadError        an upload that cannot be kept, changed or found

A message says what, where, what is allowed and what to do. Anything else that is raised is a defect of ours.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from rapidfuzz import fuzz, process


@dataclass(frozen=True)
class Problem:
    """One fault in a table: where it stands, what stands there, and what to do about it."""

    row: int | None
    column: str | None
    value: object
    message: str

    def __str__(self) -> str:
        place = [f"row {self.row}"] if self.row is not None else []
        place += [f"column '{self.column}'"] if self.column else []
        return ": ".join([", ".join(place), self.message]) if place else self.message


class LisError(Exception):
    """A mistake that its maker can mend; the message says how."""

    def __reduce__(self) -> tuple[Any, ...]:
        """The same when it comes from another process, however it was made."""
        return _as_it_was, (type(self), self.args), self.__dict__


def _as_it_was(kind: type[LisError], args: tuple[Any, ...]) -> LisError:
    return kind.__new__(kind, *args)


class ObservationError(LisError):
    """Observations that break the rule book; `problems` lists all of them, the message the first ten."""

    def __init__(self, name: str, problems: Sequence[Problem]) -> None:
        self.name = name
        self.problems = tuple(problems)
        first = [f"{name}: {problem}" for problem in self.problems[:10]]
        more = len(self.problems) - len(first)
        super().__init__("\n".join([*first, f"… and {more} more"] if more else first))


class CatalogueError(LisError):
    """An entry of the catalogue that contradicts itself or the evidence."""


class UnreadableError(LisError):
    """A file that cannot be read as a table at all; `kind` is the problem's, `detail` fills its message."""

    def __init__(self, kind: str, **detail: Any) -> None:
        self.kind = kind
        self.detail = detail
        super().__init__(f"The file cannot be read ({kind}): {', '.join(f'{k} {v}' for k, v in detail.items())}")


class StoreError(LisError):
    """The store cannot be built, or is not there to be opened."""


class UploadError(LisError):
    """An upload that cannot be kept, changed or found."""


class UnknownNameError(LisError):
    """A name that is not in the list of valid ones; `nearest` has up to five that come close.

    `answer` is the field of `intake.Choices` that it was given in, where it is an answer to a question of the intake.
    """

    def __init__(self, kind: str, name: str, valid: Sequence[str], *, answer: str = "") -> None:
        self.kind = kind
        self.answer = answer
        self.name = name
        self.nearest = tuple(match[0] for match in process.extract(name, list(valid), scorer=fuzz.ratio, limit=5))
        hint = f"Nearest: {', '.join(self.nearest)}." if self.nearest else "There are none to choose from."
        super().__init__(f"No {kind} is called '{name}'. {hint}")
