"""`python -m tests.bench.intake_pandera FILE`: the same file read by pandas and checked by pandera."""

from __future__ import annotations

import sys
import time

import pandas as pd
import pandera.pandas as pa

from tests.bench.intake_rules import CODES, KEY, MARKS, PERIOD, STATUSES, print_cost

FIGURES = ("value", "lower", "upper")


def schema() -> pa.DataFrameSchema:
    """The rules, with every breach listed once the whole table was checked."""
    within = pa.Check(lambda table: table["value"].isna() | table["value"].between(table["lower"], table["upper"]))
    columns = {
        "area_code": pa.Column(str, pa.Check.isin(CODES)),
        "year": pa.Column(str, pa.Check.str_matches(PERIOD)),
        "industry": pa.Column(str),
        **{name: pa.Column(float, nullable=True) for name in FIGURES},
        "status": pa.Column(str, pa.Check.isin(STATUSES)),
    }
    return pa.DataFrameSchema(columns, checks=[within], unique=KEY)


def main(path: str) -> None:
    """Time reading and checking."""
    start = time.perf_counter()
    kinds = {**dict.fromkeys([*KEY, "status"], str), **dict.fromkeys(FIGURES, float)}
    table = pd.read_csv(path, dtype=kinds, na_values={key: ["", *MARKS] for key in FIGURES}, keep_default_na=False)
    schema().validate(table, lazy=True)
    print_cost(time.perf_counter() - start)


if __name__ == "__main__":
    main(sys.argv[1])
