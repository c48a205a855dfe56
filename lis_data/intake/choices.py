"""What the analyst may decide, and what is guessed until then."""

from __future__ import annotations

from dataclasses import dataclass

ROLES = (
    *("area", "area_name", "period", "industry", "indicator", "value", "lower", "upper", "margin", "status", "unit"),
    "ignore",
)
"""What a column can be. `area_name` stands beside a column of codes; several `value` columns make a wide table; several
of `indicator` name the series together; a `status` behind each column of figures is of that one, and so is a
`margin`, the
half of the interval's width."""


@dataclass(frozen=True)
class Choices:
    """The analyst's answers; what is left empty is guessed.

    `roles` pairs column names with ROLES, `areas` pairs cells with area codes ('' leaves the rows out), `period`
    is of all rows where no column says it, `decimal` is '.' or ',', `sum_to` is the geography that districts are
    added up to, `compare` the official indicator that the series should resemble.

    Answers to what could mean two things: `years` says what '2011-12' is (runs.YEARS), `brackets` what '(2.9)' is
    (doubtful.BRACKETS), `negatives` what a lone -1 or -999 is (doubtful.NEGATIVES); `known_only` leaves out all areas
    that are recognised and not held here, such as wards or places outside England.
    """

    roles: tuple[tuple[str, str], ...] = ()
    areas: tuple[tuple[str, str], ...] = ()
    geography: str = ""
    sheet: str = ""
    period: str = ""
    indicator: str = ""
    decimal: str = ""
    additive: bool = False
    sum_to: str = ""
    compare: str = ""
    years: str = ""
    brackets: str = ""
    negatives: str = ""
    known_only: bool = False


@dataclass(frozen=True)
class Guess:
    """What a column is taken for, how sure that is (0 to 1), and why; 1.0 where the analyst chose it.

    `period` is the one that its name says, `series` what the name says besides: 'Jobs' of 'Jobs, 2018'; `status` the
    one
    that it says of all its figures: P of '2018p'; `doubtful` marks
    a period that could as well be another.
    """

    column: str
    role: str
    confidence: float
    why: str
    period: str = ""
    series: str = ""
    status: str = ""
    doubtful: bool = False
