"""What holds for every dataset that is read."""

from __future__ import annotations

import pkgutil
from typing import Any

import pytest

from geo.areas import GEOGRAPHIES, areas
from lis_data import catalogue, sources
from lis_data.model import UNITED_KINGDOM
from lis_data.observations import validate
from tests.unit.sources.conftest import Reader

DATASETS = sources.readers()
KNOWN = {(key, code) for key in GEOGRAPHIES for code in areas(key)["area_code"]}


def test_a_dataset_is_read_by_one_module() -> None:
    modules = [module.name for module in pkgutil.iter_modules(sources.__path__) if not module.ispkg]
    given = [__import__(f"lis_data.sources.{name}", fromlist=[name]).READERS for name in modules]
    assert sum(map(len, given)) == len(DATASETS)


@pytest.mark.parametrize("dataset_id", DATASETS)
def test_figures_keep_the_rules(cut: Reader, dataset_id: Any) -> None:
    validate(cut(dataset_id), name=dataset_id)


@pytest.mark.parametrize("dataset_id", DATASETS)
def test_every_area_is_known(cut: Reader, dataset_id: Any) -> None:
    frame = cut(dataset_id)
    found = set(zip(frame["geography_id"], frame["area_code"], strict=True))
    assert found - KNOWN <= {("country", UNITED_KINGDOM)}


@pytest.mark.parametrize("dataset_id", DATASETS)
def test_every_indicator_is_in_the_catalogue(cut: Reader, dataset_id: Any) -> None:
    entries = catalogue.load()
    assert dataset_id in entries.datasets
    assert set(cut(dataset_id)["indicator_id"]) <= set(entries.indicators)
