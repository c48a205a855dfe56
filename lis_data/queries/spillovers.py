"""Priorities of LEPs of 2017 whose benefits cross the border, and the neighbours to take them up with."""

from __future__ import annotations

import pandas as pd

from lis_data.queries.ask import ask
from lis_data.queries.clusters import neighbours_of_each
from lis_data.queries.priorities import priorities
from lis_data.queries.programme import strategies

SPILLING = ("ideas", "infrastructure")
"""The foundations whose benefits reach over borders above all: criterion F026."""


def spillovers() -> pd.DataFrame:
    """The priorities of the foundations in SPILLING: area_code, area_name, priority_id, priority, foundation,
    tags_basis (stated, inferred), stage, sources; neighbours and alike (lists of names: LEPs next to it, and those
    among them with a priority of the same foundation).
    """
    rows = priorities()
    rows = rows[rows["foundation"].isin(SPILLING)]
    names = strategies().set_index("area_code")["name"]
    near = neighbours_of_each("lep-2017")
    having = rows.groupby("foundation")["area_code"].agg(set)
    around = [near.get(code, []) for code in rows["area_code"]]
    alike = [
        [code for code in codes if code in having[foundation]]
        for codes, foundation in zip(around, rows["foundation"], strict=True)
    ]
    columns = ["area_code", "area_name", "priority_id", "priority", "foundation", "tags_basis", "stage", "sources"]
    found = rows[columns].reset_index(drop=True)
    found["neighbours"], found["alike"] = _named(around, names), _named(alike, names)
    return found


def spillover_rule() -> pd.DataFrame:
    """Why those foundations, one row: criterion, sources."""
    return ask(
        "select criterion, array_to_string(sources, '; ') as sources from criterion where criterion_id = $criterion",
        criterion="F026",
    )


def _named(lists: list[list[str]], names: pd.Series) -> pd.Series:
    return pd.Series([sorted(names[code] for code in codes) for codes in lists], dtype=object)
