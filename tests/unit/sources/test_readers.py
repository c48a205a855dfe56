"""What holds for every dataset that is read."""

import pkgutil

import pytest

from geo.areas import GEOGRAPHIES, areas
from lis_data import catalogue, sources
from lis_data.model import UNITED_KINGDOM
from lis_data.observations import validate

DATASETS = sources.readers()
KNOWN = {(key, code) for key in GEOGRAPHIES for code in areas(key)["area_code"]}


def test_a_dataset_is_read_by_one_module():
    modules = [module.name for module in pkgutil.iter_modules(sources.__path__) if not module.ispkg]
    given = [__import__(f"lis_data.sources.{name}", fromlist=[name]).READERS for name in modules]
    assert sum(map(len, given)) == len(DATASETS)


@pytest.mark.parametrize("dataset_id", DATASETS)
def test_figures_keep_the_rules(cut, dataset_id):
    validate(cut(dataset_id), name=dataset_id)


@pytest.mark.parametrize("dataset_id", DATASETS)
def test_every_area_is_known(cut, dataset_id):
    frame = cut(dataset_id)
    found = set(zip(frame["geography_id"], frame["area_code"], strict=True))
    assert found - KNOWN <= {("country", UNITED_KINGDOM)}


@pytest.mark.parametrize("dataset_id", DATASETS)
def test_every_indicator_is_in_the_catalogue(cut, dataset_id):
    entries = catalogue.load()
    assert dataset_id in entries.datasets
    assert set(cut(dataset_id)["indicator_id"]) <= set(entries.indicators)
