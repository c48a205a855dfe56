"""The store is built into a new file: laid out, filled, added up, checked and signed."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import duckdb

from lis_data import observations
from lis_data.errors import StoreError
from lis_data.store import filling, inputs
from lis_data.store.connecting import quoted

_CODE = re.compile(r"\b(\w+_id|\w+_code|period|industry|derivation|(?:numer|denomin)ator\w*|weight) varchar")
"""The columns of codes in schema.sql."""

Progress = Callable[[float, str], object]


def build(target: Path, *, progress: Progress = lambda *_: None) -> None:
    """Write the store to `target`; nothing is there until all of it is."""
    target.parent.mkdir(parents=True, exist_ok=True)
    unfinished = target.with_suffix(f".{os.getpid()}.partial")
    unfinished.unlink(missing_ok=True)
    try:
        with duckdb.connect() as con:
            con.execute(f"attach '{quoted(unfinished)}' as target")
            for share, (step, work) in _steps():
                progress(share, step)
                work(con)
        unfinished.replace(target)
    finally:
        unfinished.unlink(missing_ok=True)
    progress(1.0, "Done")


def _steps() -> Iterator[tuple[float, tuple[str, Callable[[duckdb.DuckDBPyConnection], None]]]]:
    steps = [
        ("Laying out the tables", _create),
        ("Reading the catalogue", filling.catalogued),
        ("Reading the geographies", filling.geographies),
        ("Reading the boundaries", filling.shapes),
        ("Reading the evidence", filling.observations),
        ("Adding up districts", _aggregate),
        ("Checking", _check),
        ("Writing", _write),
        ("Reading the programme", filling.programme),
        ("Signing", _sign),
    ]
    return ((i / len(steps), step) for i, step in enumerate(steps))


def _create(con: duckdb.DuckDBPyConnection) -> None:
    """The tables in memory, with every code of one enum: numbers are joined and grouped much faster than text."""
    files = [str(file) for file in inputs.figures()]
    found = " union ".join(f"select {column} from read_parquet($files)" for column in observations.KEY)
    codes = {"files": files, "known": sorted(filling.known_codes())}
    rows = con.execute(f"select unnest($known::varchar[]) as code union {found} order by code", codes).df()
    con.register("frame", rows)
    con.execute("create type code as enum (select code from frame)")
    con.unregister("frame")
    con.execute(_CODE.sub(r"\1 code", inputs.schema()))


def _aggregate(con: duckdb.DuckDBPyConnection) -> None:
    """In one thread, so that parts are added in one order and the last digit of a sum is the same in every build."""
    con.execute("set threads = 1")
    con.execute(inputs.aggregation())
    con.execute("reset threads")


def _check(con: duckdb.DuckDBPyConnection) -> None:
    """Refuse a store with two figures for one key, or a figure of an area that no geography knows."""
    key = "indicator_id, geography_id, area_code, period, industry"
    twice = con.execute(f"select count(*) - count(distinct hash({key})) from observation").fetchone()
    if twice != (0,):
        found = con.execute(f"select {key} from observation group by all having count(*) > 1 limit 5").fetchall()
        raise StoreError("; ".join(f"more than one figure for {' '.join(row)}" for row in found))
    astray = con.execute(
        """
        select distinct indicator_id, geography_id, area_code from observation
        anti join area using (geography_id, area_code)
        limit 5
        """
    ).fetchall()
    if astray:
        raise StoreError("; ".join(f"no area is known for {' '.join(row)}" for row in astray))


def _write(con: duckdb.DuckDBPyConnection) -> None:
    """Everything so far into the file, codes as text; what follows is written there at once."""
    tables = con.execute("select table_name from duckdb_tables() where not temporary").fetchall()
    con.execute("use target")
    con.execute(inputs.schema())
    for (table,) in tables:
        order = "order by indicator_id, geography_id, period, industry" if table == "observation" else ""
        con.execute(f'insert into "{table}" select * from memory."{table}" {order}')


def _sign(con: duckdb.DuckDBPyConnection) -> None:
    con.execute(
        """
        insert into release
        select
            now()::timestamp,
            ?,
            (select count(*) from dataset),
            (select count(*) from indicator),
            (select count(*) from area),
            (select count(*) from observation)
        """,
        [inputs.fingerprint()],
    )
