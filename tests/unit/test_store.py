"""The store: built whole or not at all, read-only and locked down once it serves."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import duckdb
import pytest

from lis_data import store

FORBIDDEN = [
    "create table x (y integer)",
    "delete from observation",
    "copy observation to '{folder}/stolen.csv'",
    "select * from read_csv('/etc/passwd')",
    "attach '{folder}/other.duckdb'",
    "set enable_external_access = true",
    "install httpfs",
]


@pytest.fixture(scope="module")
def con() -> Iterator[duckdb.DuckDBPyConnection]:
    with store.connect(store.ensure().path) as con:
        yield con


@pytest.mark.parametrize("sql", FORBIDDEN)
def test_nothing_can_be_written_or_read_elsewhere(con: duckdb.DuckDBPyConnection, sql: str, tmp_path: Path) -> None:
    with pytest.raises(duckdb.Error):
        con.execute(sql.format(folder=tmp_path))
    assert not list(tmp_path.iterdir())


def test_a_second_build_finds_nothing_to_do() -> None:
    store.ensure()
    assert not store.ensure().built


def test_a_build_that_fails_leaves_nothing_behind(tmp_path: Path) -> None:
    def fail(share: float, _step: str) -> None:
        if share > 0.3:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        store.build(tmp_path / "lis.duckdb", progress=fail)
    assert not list(tmp_path.iterdir())


def test_every_figure_can_be_traced_to_a_dataset(con: duckdb.DuckDBPyConnection) -> None:
    untraced = con.execute("select count(*) from observation anti join dataset using (dataset_id)").fetchone()
    assert untraced == (0,)


def test_no_indicator_of_the_catalogue_is_without_figures(con: duckdb.DuckDBPyConnection) -> None:
    empty = con.execute("select indicator_id from indicator anti join observation using (indicator_id)").fetchall()
    assert empty == []


def test_missing_figures_are_empty_and_never_zero(con: duckdb.DuckDBPyConnection) -> None:
    wrong = con.execute("select count(*) from observation where (status in ('M', 'C')) <> (value is null)").fetchone()
    assert wrong == (0,)
