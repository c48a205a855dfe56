"""The floor of the store's build: `python -m tests.bench.floor.load FILE` reads all evidence into one table."""

from __future__ import annotations

import sys

import duckdb

from lis_data.evidence import FOLDER

with duckdb.connect(sys.argv[1]) as con:
    con.execute("create table observation as select * from read_parquet(?)", [str(FOLDER / "*.parquet")])
