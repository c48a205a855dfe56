"""What the tables of the package are: what tables.toml says of them, and their rows."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import pyarrow as pa

from lis_data import handbook, queries

PATH = Path(__file__).with_name("tables.toml")
FIGURES = "observation"
"""The one table that is split into a file for each indicator."""
_HANDBOOK = {"glossary": handbook.glossary, "formula": handbook.formulae, "change": handbook.changes}


@dataclass(frozen=True)
class Table:
    """A table: the columns that name a row, what it refers to (columns, table), and what each column means."""

    name: str
    title: str
    description: str
    key: tuple[str, ...]
    links: tuple[tuple[tuple[str, ...], str], ...]
    meanings: Mapping[str, str]


@cache
def described() -> Mapping[str, Table]:
    """Every table of the package by its name."""
    raw = tomllib.loads(PATH.read_text(encoding="utf-8"))
    shared = raw.pop("columns")
    return {name: _table(name, entry, shared) for name, entry in raw.items()}


def rows(table: Table) -> pa.Table:
    """All rows of a table, by its key; not for the figures."""
    if table.name in _HANDBOOK:
        return pa.Table.from_pandas(_HANDBOOK[table.name](), preserve_index=False)
    return queries.contents(table.name, order=table.key)


def _table(name: str, entry: dict[str, Any], shared: dict[str, str]) -> Table:
    return Table(
        name,
        entry["title"],
        entry["description"],
        key=tuple(entry["key"]),
        links=tuple((tuple(columns.split()), to) for columns, to in entry["links"]),
        meanings={**shared, **entry["columns"]},
    )
