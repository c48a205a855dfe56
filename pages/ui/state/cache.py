"""The only place that caches: thin wrappers over the questions, keyed by their scalars.

Answers are shared between readers and never written to: pandas copies on write. Python's own cache is used for them,
because Streamlit's takes a hundred times as long to find an answer, and copies it for each reader or locks it.
"""

from __future__ import annotations

import functools
from collections.abc import Callable
from typing import ParamSpec, TypeVar

from geo import boundaries
from lis_data import queries
from lis_data.model import StoredIndicator
from pages.ui.state import visitor

P = ParamSpec("P")
Answer = TypeVar("Answer")


def cached(function: Callable[P, Answer]) -> Callable[P, Answer]:
    """Keeps a function's answers by its arguments: scalars, tuples, and records of them.

    An argument that names an uploaded series is the gate: only who may see it has an answer, which is forgotten when
    the uploads change.
    """

    @functools.lru_cache(maxsize=500)
    def remembered(_: object, *args: P.args, **options: P.kwargs) -> Answer:
        return function(*args, **options)

    @functools.wraps(function)
    def gated(*args: P.args, **options: P.kwargs) -> Answer:
        stamp = visitor.stamp_for((*args, *options.values()))
        return remembered(stamp, *args, **options)  # type: ignore[arg-type]  # all of them can be hashed

    return gated


def answer(question: Callable[P, Answer], *args: P.args, **options: P.kwargs) -> Answer:
    """The answer to a question of `lis_data` or `geo`, kept as `cached` keeps those of a page."""
    return _cached_question(question)(*args, **options)


_cached_question = functools.cache(cached)


@cached
def indicator(indicator_id: str) -> StoredIndicator:
    """An official indicator, or an uploaded series; UnknownNameError for another name."""
    return queries.indicator(indicator_id)


@cached
def places_with(indicator_id: str) -> frozenset[tuple[str, str]]:
    """Geography and code of the areas with a figure of an indicator."""
    return frozenset(queries.areas_with(indicator_id).itertuples(index=False, name=None))


@cached
def cities() -> tuple[tuple[str, float, float], ...]:
    """Name, longitude and latitude of the cities to name on a map of all England."""
    named = boundaries.cities().query("min_zoom <= 5")[["name", "lon", "lat"]]
    return tuple(named.itertuples(index=False, name=None))
