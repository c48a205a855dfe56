"""The only place that caches: thin wrappers over the questions, keyed by their scalars, and the store itself.

Answers are shared between readers and never written to: pandas copies on write, and copying each answer for each
reader took a tenth of a page's time.
"""

from __future__ import annotations

import streamlit as st

from geo import areas, boundaries
from geo.choropleth import Choropleth, choropleth
from lis_data import queries, store, targets
from lis_data.settings import ROOT

SHAPES = ROOT / "static" / "geo"
"""Where the browser loads shapes from."""

_kept = st.cache_resource(show_spinner=False, max_entries=500)

indicators = _kept(queries.indicators)
figures = _kept(queries.figures)
benchmark = _kept(queries.benchmark)
area_history = _kept(queries.area_history)
coverage = _kept(queries.coverage)
describe = _kept(queries.describe)
overlaps = _kept(queries.overlaps)
area_list = _kept(areas.areas)
line = _kept(targets.line)
cities = _kept(boundaries.cities)
shapes = _kept(boundaries.read)
outline = _kept(boundaries.outline)


@_kept
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
