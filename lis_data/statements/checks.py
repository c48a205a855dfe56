"""How each stated figure is recomputed: the checks of judgement/stated_figures.toml, whose head says what the words
mean.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import cache
from typing import Any

from lis_data import judgement
from lis_data.model import TOTAL


@dataclass(frozen=True)
class Reading:
    """One way to take a statement: an operation (`how`) of `statements.operations`, and what it is done with. What is
    empty is the statement's own, or is not needed.
    """

    name: str
    how: str
    indicator: str = ""
    geography: str = ""
    areas: tuple[str, ...] = ()
    industry: str = TOTAL
    industries: tuple[str, ...] = ()
    benchmark: str = ""
    per: str = ""
    rate: str = ""
    out_of: str = ""
    among: str = ""
    bound: str = ""
    stated: float | None = None
    baseline: float | None = None
    unit: str = ""
    span: tuple[int, int] | None = None
    base: int | None = None
    wave: str = ""
    kind: str = ""
    dates: tuple[str, ...] = ()


@dataclass(frozen=True)
class Check:
    """How one row of the table of statements is tested; `repeats` is the row that states the same, if another does."""

    says: str
    figure: str
    unit: str = ""
    document: str = ""
    years: tuple[int, int] | None = None
    compare: str = "about"
    stated: float | None = None
    base: int | None = None
    reason: str = ""
    note: str = ""
    revised: str = ""
    repeats: str = ""
    readings: tuple[Reading, ...] = field(default=())


@cache
def checks() -> dict[str, Check]:
    """Every check by its statement_id. An entry that is `as` another has what it does not say itself from that."""
    entries = judgement.stated_figures()
    return {key: replace(_check(_all_of(entry, entries)), repeats=_repeated(entry)) for key, entry in entries.items()}


def _repeated(entry: dict[str, Any]) -> str:
    """The id of the statement that an entry only repeats for another place: it is `as` that and says nothing itself."""
    return "" if "says" in entry else str(entry["as"])


def _all_of(entry: dict[str, Any], entries: dict[str, Any]) -> dict[str, Any]:
    same = entries.get(entry.get("as", ""), {})
    return {name: value for name, value in {**same, **entry}.items() if name != "as"}


def _check(entry: dict[str, Any]) -> Check:
    readings = tuple(Reading(**_frozen(reading)) for reading in entry.get("readings", ()))
    return Check(**_frozen({**entry, "readings": readings}))


def _frozen(entry: dict[str, Any]) -> dict[str, Any]:
    return {name: tuple(value) if isinstance(value, list) else value for name, value in entry.items()}
