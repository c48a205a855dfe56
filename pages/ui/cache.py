"""The only place that caches: thin wrappers over the questions, keyed by their scalars, and the store itself.

Answers are shared between readers and never written to: pandas copies on write. Python's own cache is used for them,
because Streamlit's takes a hundred times as long to find an answer, and copies it for each reader or locks it.
"""

from __future__ import annotations

import functools

import pandas as pd
import streamlit as st

from geo import areas, boundaries
from geo.choropleth import Choropleth, choropleth
from lis_data import queries, store, targets
from lis_data.settings import ROOT
from pages.ui import provenance

SHAPES = ROOT / "static" / "geo"
"""Where the browser loads shapes from."""

kept = functools.lru_cache(maxsize=500)
"""Keeps a function's answers by its arguments."""

indicators = kept(queries.indicators)
figures = kept(queries.figures)
benchmark = kept(queries.benchmark)
area_history = kept(queries.area_history)
coverage = kept(queries.coverage)
describe = kept(queries.describe)
overlaps = kept(queries.overlaps)
sector_coverage = kept(queries.sector_coverage)
sector_strengths = kept(queries.sector_strengths)
economic_structure = kept(queries.economic_structure)
benchmark_structure = kept(queries.benchmark_structure)
strength_tests = kept(queries.strength_tests)
possible_tests = kept(queries.possible_tests)
blind_spot = kept(queries.blind_spot)
creative_industries = kept(queries.creative_industries)
unseen_work = kept(queries.unseen_work)
claims = kept(queries.claims)
claimed_sectors = kept(queries.claimed_sectors)
area_list = kept(areas.areas)
line = kept(targets.line)
cities = kept(boundaries.cities)
shapes = kept(boundaries.read)
outline = kept(boundaries.outline)
sources_of = kept(provenance.sources_of)
told = kept(provenance.told)


@kept
def indicator(indicator_id: str) -> pd.Series:
    """One row of `queries.indicators`."""
    return indicators().set_index("indicator_id", drop=False).loc[indicator_id]


@kept
def colouring(
    indicator_id: str,
    geography_id: str,
    period: str,
    *,
    scheme: str,
    k: int,
    bounds: tuple[float, ...],
    benchmark: float | None,
    decimals: int,
) -> Choropleth:
    """The classes and colours of a map; raises ClassificationError."""
    values = queries.figures(indicator_id, geography_id, period=period).set_index("area_code")["value"]
    return choropleth(
        values,
        geography_id=geography_id,
        scheme=scheme,
        k=k,
        bins=bounds or None,
        benchmark=benchmark,
        decimals=decimals,
    )


@st.cache_resource(show_spinner=False)
def release() -> store.Release:
    """The store of today's evidence; the first visitor after a change of evidence sees it being built."""
    bar = st.progress(0.0, "Building the evidence store …")
    try:
        boundaries.write_static(SHAPES)
        return store.ensure(progress=lambda share, step: bar.progress(share, f"{step} …"))
    finally:
        bar.empty()
