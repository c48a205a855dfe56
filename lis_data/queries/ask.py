"""The one connection to the store: every value is bound, and every question has a cursor of its own.

A question that names an uploaded series is put to a database that shows the store with that upload in it; one that
names none never meets an upload, whatever it lists.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from functools import cache
from pathlib import Path

import duckdb
import pandas as pd
import pyarrow as pa

from lis_data import store, user_store
from lis_data.errors import UnknownNameError


def ask(sql: str, **values: str | None) -> pd.DataFrame:
    """The answer to a question with named parameters (`$name`), as a table."""
    with _asked(values) as con:
        return con.execute(sql, values or None).df()


def read(sql: str, *, rows: int = 100_000, **values: str | None) -> Iterator[pa.RecordBatch]:
    """The answer to a question as Arrow, in parts of exactly that many rows: DuckDB's own differ from run to run."""
    with _asked(values) as con:
        table = con.execute(sql, values or None).to_arrow_table()
    yield from table.combine_chunks().to_batches(rows)


def known(kind: str, name: str, sql: str, **values: str) -> None:
    """Raise UnknownNameError, which offers the nearest names, unless the question's first column holds the name."""
    with _asked({**values, "name": name}) as con:
        names = con.execute(sql, values or None).df().iloc[:, 0].tolist()
    if name not in names:
        raise UnknownNameError(kind, name, names)


def bound_list(names: Iterable[str]) -> str:
    """Names without commas as one value to bind; the question casts it back: `$name::varchar[]`."""
    return f"[{','.join(names)}]"


@contextmanager
def _asked(values: Mapping[str, str | None]) -> Iterator[duckdb.DuckDBPyConnection]:
    """A cursor on the database that a question with these values is for."""
    named = user_store.uploads_in(values.values())
    with user_store.with_uploads(_path(), named) if named else store.cursor(_connection()) as con:
        yield con


@cache
def _connection() -> duckdb.DuckDBPyConnection:
    return store.connect(_path())


@cache
def _path() -> Path:
    return store.ensure().path
