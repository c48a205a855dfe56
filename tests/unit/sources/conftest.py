"""Each dataset is read once for all tests of the sources."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from pathlib import Path

import pandas as pd
import pytest

from lis_data.sources import readers

EXCERPTS = Path(__file__).resolve().parents[2] / "data" / "sources"
HOW = "no excerpt gives this dataset: cut one with tests/data/sources/cut.py"


@pytest.fixture(scope="session")
def observed(shared_data: Path) -> Callable[[str], pd.DataFrame]:
    """The observations of a dataset, by its id; not to be changed by a test."""

    @cache
    def read(dataset_id: str) -> pd.DataFrame:
        return readers()[dataset_id](shared_data)

    return read


@pytest.fixture(scope="session")
def cut() -> Callable[[str], pd.DataFrame]:
    """The observations of a dataset as its reader finds them in the excerpts."""

    @cache
    def read(dataset_id: str) -> pd.DataFrame:
        try:
            return readers()[dataset_id](EXCERPTS)
        except FileNotFoundError as error:
            pytest.fail(f"{HOW} ({error})")

    return read
