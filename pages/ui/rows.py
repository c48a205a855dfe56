"""Rows and cells of a table, typed as what they are: a checker takes a cell for any of a score of types at once."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pandas as pd


def each_row(rows: pd.DataFrame) -> Iterator[Any]:
    """The rows as named tuples of their columns, without the index."""
    yield from rows.itertuples(index=False)


def records(rows: pd.DataFrame) -> list[dict[str, Any]]:
    """The rows as cells by the names of their columns."""
    found: list[Any] = rows.to_dict("records")
    return found


def row_at(rows: pd.DataFrame, label: Any) -> pd.Series:
    """The row with a label in the index that no other row has; KeyError where there is none."""
    found: Any = rows.loc[label]
    return found


def by_label(cells: pd.Series) -> dict[str, Any]:
    """The cells by their label in the index: of a column by the row's, of a row by the column's."""
    found: Any = cells.to_dict()
    return found
