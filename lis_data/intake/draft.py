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
from lis_data.intake.reading import Mask, Rows, Table
from lis_data.observations import COLUMNS, KEY

Numbers = npt.NDArray[np.int32]
AreaKey = tuple[str, str]
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
    area_keys: list[AreaKey]
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
            (self.areas, len(self.area_keys)),
            (self.periods, len(self.period_names)),
            (self.industries, len(self.industry_names)),
        ):
            if int(key.max(initial=0)) > 2**62 // max(many, 1):
                key = np.unique(key, return_inverse=True)[1].astype(np.int64)
            key = key * many + codes
        return key

    def observations(self, where: Mask) -> pd.DataFrame:
        """The chosen entries as a table of observations.COLUMNS."""
        geographies = [geography for geography, _ in self.area_keys]
        codes = [code for _, code in self.area_keys]
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

    def left_out(self, table: Table, other_rows: dict[str, Rows]) -> pd.DataFrame:
        """What is not among the observations: row, column of the figure, value as it stands there, kind of the problem.

        `table` is what the draft was made from; `other_rows` has the numbers of rows that never became entries, by the
        kind of their problem.
        """
        out = np.flatnonzero(~self.good)
        columns = self.columns[out]
        parts = [self._left_out(table, name, out[columns == name]) for name in dict.fromkeys(columns.tolist())]
        for kind, rows in other_rows.items():
            parts.append(pd.DataFrame({"row": rows, "column": "", "value": "", "kind": kind}))
        listed = pd.concat(parts).sort_values("row", kind="stable", ignore_index=True)
        return listed.astype({"column": "str", "value": "str", "kind": "str"})

    def _left_out(self, table: Table, column: str, area_keys: Rows) -> pd.DataFrame:
        """The same for these entries, which are of one column."""
        rows, kinds = self.rows[area_keys], _decoded(self.faults[area_keys], list(FAULTS))
        return pd.DataFrame({"row": rows, "column": column, "value": table.cells_at(column, rows), "kind": kinds})


def _decoded(codes: npt.NDArray[Any], names: list[str]) -> pd.Series[str]:
    """Numbers as the text that they stand for."""
    entries = pa.DictionaryArray.from_arrays(pa.array(codes, pa.int32()), pa.array(names, pa.string()))
    return pd.Series(entries.dictionary_decode().to_pandas(), dtype="str")


def numbered(texts: list[Any]) -> tuple[Numbers, list[Any]]:
    """Each entry's number in the list of different ones, and that list."""
    numbers: dict[Any, int] = {}
    codes = [numbers.setdefault(text, len(numbers)) for text in texts]
    return np.asarray(codes, dtype=np.int32), list(numbers)


def joined(blocks: list[Draft]) -> Draft:
    """The drafts of several columns of one table as one; they share their areas and industries."""
    if len(blocks) == 1:
        return blocks[0]
    together: dict[str, Any] = {}
    for name in ("rows", "columns", "areas", "industries", "values", "lower", "upper", "statuses", "faults"):
        together[name] = np.concatenate([getattr(block, name) for block in blocks])
    for codes, known in (("indicators", "indicator_names"), ("periods", "period_names")):
        together[codes], together[known] = _renumbered(blocks, codes, known)
    return Draft(**together, area_keys=blocks[0].area_keys, industry_names=blocks[0].industry_names)


def _renumbered(blocks: list[Draft], codes: str, known: str) -> tuple[Numbers, list[str]]:
    """Numbers into one list instead of a list a block."""
    everything, different = numbered([text for block in blocks for text in getattr(block, known)])
    sizes = np.cumsum([0, *(len(getattr(block, known)) for block in blocks)])
    parts = [everything[sizes[index] + getattr(block, codes)] for index, block in enumerate(blocks)]
    return np.concatenate(parts).astype(np.int32), different


def empty() -> pd.DataFrame:
    """Observations of a file that has none."""
    text = dict.fromkeys([*KEY, "status"], "str") | dict.fromkeys(["value", "lower", "upper"], "float64")
    return pd.DataFrame({name: pd.Series(dtype=text[name]) for name in COLUMNS})
