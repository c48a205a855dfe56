"""The floor of checking a file: `python -m tests.bench.floor.text FILE` reads it as text, by DuckDB, into a table.

Prints the seconds that this took and the process's peak memory in MB.
"""

from __future__ import annotations

import resource
import sys
import time

import duckdb

with duckdb.connect(config={"threads": 2}) as con:
    start = time.perf_counter()
    con.execute("create table figures as select * from read_csv(?, all_varchar = true)", [sys.argv[1]])
    seconds = time.perf_counter() - start
sys.stdout.write(f"{seconds} {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024}\n")
