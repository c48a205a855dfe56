"""What the catalogue says of every dataset and indicator, as records; catalogue.toml is the one place to edit."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from lis_data.errors import CatalogueError, UnknownNameError
from lis_data.model import DERIVATIONS, EVERY, FOUNDATIONS, OFFICIAL_STATUSES, POLARITIES, Aggregate, Dataset, Indicator

PATH = Path(__file__).with_name("catalogue.toml")
AGGREGATES = ("sum", "ratio", "weighted-mean", "none")
_DATE = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?")
"""An ISO date, month or year."""


@dataclass(frozen=True)
class Catalogue:
    """All datasets and indicators, each by its id."""

    datasets: Mapping[str, Dataset]
    indicators: Mapping[str, Indicator]

    def indicator(self, indicator_id: str) -> Indicator:
        """The indicator of that id; UnknownNameError names the nearest ones."""
        if indicator_id not in self.indicators:
            raise UnknownNameError("indicator", indicator_id, list(self.indicators))
        return self.indicators[indicator_id]


@cache
def load(path: Path = PATH) -> Catalogue:
    """The catalogue, checked; CatalogueError names the entry and what is wrong with it."""
    raw = tomllib.loads(path.read_text(encoding="utf-8"))
    datasets = {key: _dataset(key, entry) for key, entry in raw["dataset"].items()}
    indicators = {key: _indicator(key, entry) for key, entry in raw["indicator"].items()}
    for dataset in datasets.values():
        _check_dataset(dataset, indicators)
    for indicator in indicators.values():
        _check(indicator, datasets, indicators)
    return Catalogue(datasets, indicators)


def _dataset(dataset_id: str, entry: dict[str, Any]) -> Dataset:
    ways = entry.get("derivations", {})
    derivations = {key: {EVERY: way} if isinstance(way, str) else way for key, way in ways.items()}
    try:
        return Dataset(dataset_id=dataset_id, **{**entry, "derivations": derivations})
    except TypeError as error:
        raise CatalogueError(f"dataset.{dataset_id}: {error}") from error


def _indicator(indicator_id: str, entry: dict[str, Any]) -> Indicator:
    known = dict(entry)
    dataset_id = known.pop("dataset", "")
    aggregate = _aggregate(indicator_id, known.pop("aggregate", {"kind": "none"}))
    for name in ("breaks", "breaks_below_regions"):
        known[name] = tuple(known.pop(name, ()))
    try:
        return Indicator(indicator_id, dataset_id, aggregate=aggregate, **known)
    except TypeError as error:
        raise CatalogueError(f"indicator.{indicator_id}: {error}") from error


def _aggregate(indicator_id: str, entry: dict[str, Any]) -> Aggregate:
    known = dict(entry)
    sources = known.pop("from", ())
    sources = (sources,) if isinstance(sources, str) else tuple(sources)
    try:
        return Aggregate(sources=sources, **known)
    except TypeError as error:
        raise CatalogueError(f"indicator.{indicator_id}: aggregate: {error}") from error


def _check_dataset(dataset: Dataset, indicators: Mapping[str, Indicator]) -> None:
    unknown = sorted({*dataset.derivations} - {*indicators})
    odd = sorted({way for ways in dataset.derivations.values() for way in ways.values()} - {*DERIVATIONS})
    rules = {
        f"official_status must be one of {OFFICIAL_STATUSES}": dataset.official_status in OFFICIAL_STATUSES,
        "published must be an ISO date, month or year": bool(_DATE.fullmatch(dataset.published)),
        "revisions must say how it is revised": bool(dataset.revisions),
        "quality must say how good it is": bool(dataset.quality),
        f"derivations name unknown indicators: {unknown}": not unknown,
        f"derivations must be among {tuple(DERIVATIONS)}, not {odd}": not odd,
    }
    for rule, holds in rules.items():
        if not holds:
            raise CatalogueError(f"dataset.{dataset.dataset_id}: {rule}")


def _check(indicator: Indicator, datasets: Mapping[str, Dataset], indicators: Mapping[str, Indicator]) -> None:
    aggregate = indicator.aggregate
    parts = [part for part in (aggregate.numerator, aggregate.denominator, aggregate.weight) if part]
    rules = {
        f"dataset '{indicator.dataset_id}' is not in the catalogue": indicator.dataset_id in datasets,
        f"polarity must be one of {POLARITIES}": indicator.polarity in POLARITIES,
        f"foundation must be one of {tuple(FOUNDATIONS)}": indicator.foundation in FOUNDATIONS,
        f"aggregate kind must be one of {AGGREGATES}": aggregate.kind in AGGREGATES,
        f"aggregate names an unknown indicator among {parts}": all(part in indicators for part in parts),
        "a ratio needs a numerator and a denominator": aggregate.kind != "ratio" or len(parts) == 2,
        "a weighted mean needs a weight": aggregate.kind != "weighted-mean" or bool(aggregate.weight),
        "a relative figure is made of no others": not indicator.relative or aggregate.kind == "none",
    }
    for rule, holds in rules.items():
        if not holds:
            raise CatalogueError(f"indicator.{indicator.indicator_id}: {rule}")
