"""The floor of the store's build: all evidence read into one table of a file. `python -m tests.bench.floor.load FILE`"""

from __future__ import annotations

import sys

import duckdb

from lis_data.evidence import FOLDER

with duckdb.connect(sys.argv[1]) as con:
    con.execute("create table observation as select * from read_parquet(?)", [str(FOLDER / "*.parquet")])
