"""Each dataset is read once for all tests of the sources."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

from lis_data import evidence
from lis_data.observations import KEY
from lis_data.sources import readers

EXCERPTS = Path(__file__).resolve().parents[2] / "data" / "sources"
Reader = Callable[[str], pd.DataFrame]
"""Gives the observations of a dataset, by its id."""
HOW = "no excerpt gives this dataset: cut one with tests/data/sources/cut.py"


def in_evidence(dataset_id: str) -> pd.DataFrame:
    """The observations of a dataset as they stand in the evidence, which was read from the publishers' files."""
    return pd.read_parquet(evidence.FOLDER / f"{dataset_id}.parquet").astype(dict.fromkeys([*KEY, "status"], str))


@pytest.fixture(scope="session")
def observed() -> Reader:
    """The observations of a dataset as they stand in the evidence, by its id; not to be changed by a test.

    That readers give the same is what test_excerpts.py and, byte for byte, test_evidence.py are for. Where an excerpt
    has the rows that a test needs, the test takes `cut` instead and reads a publisher's file.
    """
    return cache(in_evidence)


def dataset(dataset_id: str) -> Any:
    """A fixture with the observations of a dataset: `gdp = dataset("ons-gdp-itl-2023")`."""

    @pytest.fixture(scope="module")
    def observations(observed: Reader) -> pd.DataFrame:
        return observed(dataset_id)

    return observations


@pytest.fixture(scope="session")
def cut() -> Reader:
    """The observations of a dataset as its reader finds them in the excerpts."""

    @cache
    def read(dataset_id: str) -> pd.DataFrame:
        try:
            return readers()[dataset_id](EXCERPTS)
        except FileNotFoundError as error:
            pytest.fail(f"{HOW} ({error})")

    return read
