"""How the store is opened: read only, and locked down."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import duckdb

from lis_data.errors import StoreError
from lis_data.settings import settings

Config = dict[str, str | bool | int | float | list[str]]
LOCKED: Config = {
    "enable_external_access": "false",
    "autoload_known_extensions": "false",
    "lock_configuration": "true",
}


def connect(target: Path) -> duckdb.DuckDBPyConnection:
    """A read-only connection that can neither read nor write anything else; give each query a cursor of its own."""
    if not target.exists():
        raise StoreError(f"There is no store at {target}; run: python -m lis_data build")
    config: Config = {**LOCKED, "memory_limit": settings().memory_limit, "threads": settings().threads}
    return duckdb.connect(str(target), read_only=True, config=config)


@contextmanager
def cursor(con: duckdb.DuckDBPyConnection) -> Iterator[duckdb.DuckDBPyConnection]:
    """A cursor of its own for one question; connections are not to be shared by threads, cursors are cheap."""
    own = con.cursor()
    try:
        yield own
    finally:
        own.close()


def quoted(path: Path) -> str:
    """A path as it may stand between quotation marks in SQL."""
    return str(path).replace("'", "''")
