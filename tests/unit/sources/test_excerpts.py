"""Every reader on excerpts of its publisher's files, which are in the repository: no other file is needed.

What an excerpt gives must stand in the evidence, which was read from the whole file, and no indicator or geography of
it may be missing. `figures.csv` has a figure of
every dataset as its publisher's file has it.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pandas as pd
import pyarrow.parquet as pq
import pytest

from lis_data import evidence, observations, sources
from tests.unit.sources.conftest import EXCERPTS, in_evidence

FIGURES = pd.read_csv(EXCERPTS / "figures.csv", dtype={"period": str, "industry": str})
KEY = observations.KEY


def kinds(frame: pd.DataFrame) -> set[tuple[str, str]]:
    """The indicators with the geographies that they are on."""
    return set(zip(frame["indicator_id"], frame["geography_id"], strict=True))


@pytest.mark.parametrize("dataset_id", sources.readers())
def test_a_reader_finds_in_an_excerpt_what_it_finds_in_the_full_file(
    cut: Callable[[str], pd.DataFrame], dataset_id: str
) -> None:
    given, complete = cut(dataset_id), in_evidence(dataset_id)
    observations.validate(given, name=dataset_id)
    assert kinds(given) == kinds(complete)
    both = given.merge(complete, on=KEY, suffixes=("", "_complete"), how="left", validate="one_to_one")
    for column in ("value", "lower", "upper"):
        pd.testing.assert_series_equal(both[column], both[f"{column}_complete"], check_names=False)
    assert both["status"].tolist() == both["status_complete"].tolist()


@pytest.mark.parametrize("dataset_id", sources.readers())
def test_a_figure_is_the_publishers(cut: Callable[[str], pd.DataFrame], dataset_id: str) -> None:
    expected = FIGURES[FIGURES["dataset_id"] == dataset_id]
    assert len(expected), f"{dataset_id}: tests/data/sources/figures.csv has no figure of it"
    both = expected.merge(cut(dataset_id), on=KEY, how="left", suffixes=("_published", ""))
    assert both["value"].tolist() == pytest.approx(both["value_published"].tolist(), rel=1e-6)


def test_the_policy_layer_in_an_excerpt_is_that_of_the_full_files(tmp_path: Path) -> None:
    evidence.write_one(EXCERPTS, evidence.POLICY, folder=tmp_path)
    for path in evidence.files(tmp_path):
        given, complete = (pq.read_table(folder / path.relative_to(tmp_path)) for folder in (tmp_path, evidence.FOLDER))
        known = {row[complete.column_names[0]]: row for row in complete.to_pylist()}
        assert len(given)
        for row in given.to_pylist():
            assert row.items() <= known[row[given.column_names[0]]].items()
