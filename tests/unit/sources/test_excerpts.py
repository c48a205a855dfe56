"""Every reader on excerpts of its publisher's files, which are in the repository: no other file is needed.

What an excerpt gives must stand in the evidence, which was read from the whole file. `figures.csv` has a figure of
every dataset as its publisher's file has it.
"""

from __future__ import annotations

from collections.abc import Callable

import pandas as pd
import pytest

from lis_data import evidence, observations, sources
from lis_data.sources import programme
from tests.unit.sources.conftest import EXCERPTS

FIGURES = pd.read_csv(EXCERPTS / "figures.csv", dtype={"period": str, "industry": str})
KEY = observations.KEY


@pytest.mark.parametrize("dataset_id", sources.readers())
def test_a_reader_finds_in_an_excerpt_what_it_finds_in_the_whole_file(
    cut: Callable[[str], pd.DataFrame], dataset_id: str
) -> None:
    given = cut(dataset_id)
    observations.validate(given, name=dataset_id)
    whole = pd.read_parquet(evidence.FOLDER / f"{dataset_id}.parquet").astype(dict.fromkeys(KEY, str))
    both = given.merge(whole, on=KEY, suffixes=("", "_whole"), how="left", validate="one_to_one")
    assert len(given)
    for column in ("value", "lower", "upper"):
        pd.testing.assert_series_equal(both[column], both[f"{column}_whole"], check_names=False)
    assert both["status"].tolist() == both["status_whole"].tolist()


@pytest.mark.parametrize("dataset_id", sources.readers())
def test_a_figure_is_the_publishers(cut: Callable[[str], pd.DataFrame], dataset_id: str) -> None:
    expected = FIGURES[FIGURES["dataset_id"] == dataset_id]
    assert len(expected), f"{dataset_id}: tests/data/sources/figures.csv has no figure of it"
    both = expected.merge(cut(dataset_id), on=KEY, how="left", suffixes=("_published", ""))
    assert both["value"].tolist() == pytest.approx(both["value_published"].tolist(), rel=1e-6)


def test_the_policy_layer_is_read() -> None:
    tables = programme.tables(EXCERPTS)
    assert all(len(table) for table in tables.values())
