"""The one connection to the store: every value is bound, and every question has a cursor of its own."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

import duckdb
import pandas as pd
import pyarrow as pa

from lis_data import store
from lis_data.errors import UnknownNameError


def ask(sql: str, **values: str | None) -> pd.DataFrame:
    """The answer to a question with named parameters (`$name`), as a table."""
    with store.cursor(_connection()) as con:
        return con.execute(sql, values or None).df()


def read(sql: str, *, rows: int = 100_000, **values: str | None) -> Iterator[pa.RecordBatch]:
    """The answer to a question as Arrow, in parts of exactly that many rows: DuckDB's own differ from run to run."""
    with store.cursor(_connection()) as con:
        whole = con.execute(sql, values or None).to_arrow_table()
    yield from whole.combine_chunks().to_batches(rows)


def known(kind: str, name: str, sql: str, **values: str) -> None:
    """Raise UnknownNameError, which offers the nearest names, unless the question's first column holds the name."""
    names = ask(sql, **values).iloc[:, 0].tolist()
    if name not in names:
        raise UnknownNameError(kind, name, names)


@cache
def _connection() -> duckdb.DuckDBPyConnection:
    return store.connect(store.ensure().path)
