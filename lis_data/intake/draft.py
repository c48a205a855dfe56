"""Observations in the making: one entry per figure of the file, each good or with the fault that keeps it out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd
import pyarrow as pa

from lis_data.intake.figures import STATUSES, Floats, Small
from lis_data.intake.problems import KINDS
from lis_data.intake.reading import Mask, Rows
from lis_data.observations import COLUMNS, KEY

Numbers = npt.NDArray[np.int32]
Place = tuple[str, str]
"""Geography and code of an area; a code of a part that may be added up begins with '+'."""
FAULTS = ("", *KINDS)
"""Kinds of problems by the number that stands for them; 0 for none."""


@dataclass
class Draft:
    """Arrays of one length. Keys are numbers into the lists beside them; `faults` are numbers into FAULTS."""

    rows: Rows
    columns: npt.NDArray[Any]
    indicators: Numbers
    areas: Numbers
    periods: Numbers
    industries: Numbers
    values: Floats
    lower: Floats
    upper: Floats
    statuses: Small
    faults: Small
    indicator_names: list[str]
    places: list[Place]
    period_names: list[str]
    industry_names: list[str]

    @property
    def good(self) -> Mask:
        """Entries without a fault."""
        return np.asarray(self.faults == 0, dtype=bool)

    def fault(self, where: Mask, kind: str) -> None:
        """Keep these entries out for a reason, unless there is one already."""
        self.faults[where & self.good] = FAULTS.index(kind)

    def keys(self) -> Rows:
        """One number per entry, equal where indicator, area, period and industry are."""
        key = self.indicators.astype(np.int64)
        for codes, many in (
            (self.areas, len(self.places)),
            (self.periods, len(self.period_names)),
            (self.industries, len(self.industry_names)),
        ):
            if int(key.max(initial=0)) > 2**62 // max(many, 1):
                key = np.unique(key, return_inverse=True)[1].astype(np.int64)
            key = key * many + codes
        return key

    def observations(self, where: Mask) -> pd.DataFrame:
        """The chosen entries as a table of observations.COLUMNS."""
        geographies = [geography for geography, _ in self.places]
        codes = [code for _, code in self.places]
        text = {
            "indicator_id": _decoded(self.indicators[where], self.indicator_names),
            "geography_id": _decoded(self.areas[where], geographies),
            "area_code": _decoded(self.areas[where], codes),
            "period": _decoded(self.periods[where], self.period_names),
            "industry": _decoded(self.industries[where], self.industry_names),
        }
        figures = {"value": self.values[where], "lower": self.lower[where], "upper": self.upper[where]}
        status = _decoded(self.statuses[where], list(STATUSES))
        return pd.DataFrame({**text, **figures, "status": status}, columns=COLUMNS, copy=False)

    def left_out(self, whole_rows: dict[str, Rows]) -> pd.DataFrame:
        """What is not among the observations: row, column of the figure, kind of the problem.

        `whole_rows` has the numbers of rows that never became entries, by the kind of their problem.
        """
        out = ~self.good
        table = pd.DataFrame({"row": self.rows[out], "column": self.columns[out]})
        table["kind"] = _decoded(self.faults[out], list(FAULTS))
        others = [pd.DataFrame({"row": rows, "column": "", "kind": kind}) for kind, rows in whole_rows.items()]
        table = pd.concat([table, *others])
        return table.sort_values("row", kind="stable", ignore_index=True).astype({"column": "str", "kind": "str"})


def _decoded(codes: npt.NDArray[Any], names: list[str]) -> pd.Series[str]:
    """Numbers as the text that they stand for."""
    entries = pa.DictionaryArray.from_arrays(pa.array(codes, pa.int32()), pa.array(names, pa.string()))
    return pd.Series(entries.dictionary_decode().to_pandas(), dtype="str")


def numbered(texts: list[Any]) -> tuple[Numbers, list[Any]]:
    """Each entry's number in the list of different ones, and that list."""
    numbers: dict[Any, int] = {}
    codes = [numbers.setdefault(text, len(numbers)) for text in texts]
    return np.asarray(codes, dtype=np.int32), list(numbers)


def empty() -> pd.DataFrame:
    """Observations of a file that has none."""
    text = dict.fromkeys([*KEY, "status"], "str") | dict.fromkeys(["value", "lower", "upper"], "float64")
    return pd.DataFrame({name: pd.Series(dtype=text[name]) for name in COLUMNS})
