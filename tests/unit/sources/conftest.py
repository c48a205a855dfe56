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
from tests.conftest import RAW

EXCERPTS = Path(__file__).resolve().parents[2] / "data" / "sources"
HOW = "no excerpt gives this dataset: cut one with tests/data/sources/cut.py"


def in_evidence(dataset_id: str) -> pd.DataFrame:
    """The observations of a dataset as they stand in the evidence, read from the publisher's whole files."""
    return pd.read_parquet(evidence.FOLDER / f"{dataset_id}.parquet").astype(dict.fromkeys([*KEY, "status"], str))


@pytest.fixture(scope="session")
def observed() -> Callable[[str], pd.DataFrame]:
    """The observations of a dataset, by its id; not to be changed by a test.

    Read from the publisher's whole files or, where they are not beside the checkout, as they stand in the evidence:
    that readers give the same is what test_excerpts.py and test_evidence.py are for. Where an excerpt has the rows
    that a test needs, the test takes `cut` instead and reads a publisher's file everywhere.
    """

    @cache
    def read(dataset_id: str) -> pd.DataFrame:
        return readers()[dataset_id](RAW) if RAW.is_dir() else in_evidence(dataset_id)

    return read


def dataset(dataset_id: str) -> Any:
    """A fixture with the observations of a dataset: `gdp = dataset("ons-gdp-itl-2023")`."""

    @pytest.fixture(scope="module")
    def observations(observed: Callable[[str], pd.DataFrame]) -> pd.DataFrame:
        return observed(dataset_id)

    return observations


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
