"""What was understood of a file and what was not, all at once."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
import pandas as pd

from lis_data.intake.areas import Area
from lis_data.intake.choices import Guess
from lis_data.intake.describe import DescribedSeries, Description
from lis_data.intake.draft import empty
from lis_data.intake.problems import KINDS, Problem, Problems, Severity
from lis_data.intake.reading import Rows

_LEFT_OUT = {"row": "int64", "column": "str", "value": "str", "kind": "str"}


def _nothing_left_out() -> pd.DataFrame:
    return pd.DataFrame({name: pd.Series(dtype=kind) for name, kind in _LEFT_OUT.items()})


def _no_rows() -> Rows:
    return np.array([], dtype=np.int64)


@dataclass(frozen=True)
class Verdict:
    """The observations of a file with everything that is to be said about it.

    `observations` has observations.COLUMNS and passes its rule book; `rows` is the file's row of each, 0 for one that
    was added up. `left_out` has every other figure: row, column, value as the file has it, kind of the problem.
    `problems` are listed up to a limit a kind, `not_listed` counts the rest. `form` is long, wide by period or wide by
    indicator. `series` describes each indicator_id of the observations, in the order of the file; `description` the
    file.
    """

    name: str
    observations: pd.DataFrame = field(default_factory=empty)
    rows: Rows = field(default_factory=_no_rows)
    left_out: pd.DataFrame = field(default_factory=_nothing_left_out)
    problems: tuple[Problem, ...] = ()
    not_listed: dict[str, int] = field(default_factory=dict)
    guesses: tuple[Guess, ...] = ()
    preamble: tuple[str, ...] = ()
    footnotes: tuple[str, ...] = ()
    areas: tuple[Area, ...] = ()
    geography: str = ""
    form: str = ""
    encoding: str = ""
    delimiter: str = ""
    decimal: str = ""
    sheets: tuple[str, ...] = ()
    units: dict[str, str] = field(default_factory=dict)
    description: Description = field(default_factory=Description)
    series: tuple[DescribedSeries, ...] = ()
    counts: dict[str, int] = field(default_factory=dict)

    @property
    def ok(self) -> bool:
        """Whether nothing is an error."""
        return self.counts.get("errors", 0) == 0


def severities(problems: Problems) -> dict[str, int]:
    """How many different problems there are of each severity, listed or not."""
    totals = {f"{severity.value}s": 0 for severity in Severity}
    for kind, found in problems.found.items():
        totals[f"{KINDS[kind].severity.value}s"] += found
    return totals
