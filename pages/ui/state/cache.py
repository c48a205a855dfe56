"""The only place that caches: thin wrappers over the questions, keyed by their scalars, and the store itself.

Answers are shared between readers and never written to: pandas copies on write. Python's own cache is used for them,
because Streamlit's takes a hundred times as long to find an answer, and copies it for each reader or locks it.
"""

from __future__ import annotations

import functools
from collections.abc import Callable
from typing import TypeVar

import pandas as pd
import streamlit as st

from geo import areas, boundaries, institutions, membership, place_names, search
from geo import sketch as sketches
from geo.choropleth import Choropleth, choropleth
from lis_data import handbook, package, queries, store, targets, uploads
from lis_data.settings import ROOT
from pages.ui.exhibit import provenance
from pages.ui.state import visitor

Answer = TypeVar("Answer")
SHAPES = ROOT / "static" / "geo"
"""Where the browser loads shapes from."""


def kept(function: Callable[..., Answer]) -> Callable[..., Answer]:
    """Keeps a function's answers by its arguments: scalars, tuples, and records of them.

    An argument that names an uploaded series is the gate: only who may see it has an answer, which is forgotten when
    the uploads change.
    """
    held = functools.lru_cache(maxsize=500)(lambda _, *args, **options: function(*args, **options))

    @functools.wraps(function)
    def answer(*args: object, **options: object) -> Answer:
        return held(visitor.stamp_for((*args, *options.values())), *args, **options)

    return answer


indicators = kept(queries.indicators)
figures = kept(queries.figures)
benchmark = kept(queries.benchmark)
breaks = kept(queries.breaks)
area_history = kept(queries.area_history)
coverage = kept(queries.coverage)
describe = kept(queries.describe)
overlaps = kept(queries.overlaps)
scorecards = kept(queries.scorecards)
standings = kept(queries.standings)
district_spread = kept(queries.district_spread)
boundary_changes = kept(queries.boundaries)
split_districts = kept(queries.split_districts)
sector_coverage = kept(queries.sector_coverage)
sector_strengths = kept(queries.sector_strengths)
economic_structure = kept(queries.economic_structure)
benchmark_structure = kept(queries.benchmark_structure)
strength_tests = kept(queries.strength_tests)
possible_tests = kept(queries.possible_tests)
blind_spot = kept(queries.blind_spot)
creative_industries = kept(queries.creative_industries)
strategies = kept(queries.strategies)
milestones = kept(queries.milestones)
documents = kept(queries.documents)
stated_targets = kept(queries.stated_targets)
stated_figures = kept(queries.stated_figures)
stated_readings = kept(queries.stated_readings)
recomputed_figures = kept(queries.recomputed_figures)
disagreements = kept(queries.disagreements)
document_sources = kept(queries.document_sources)
priorities = kept(queries.priorities)
tags = kept(queries.tags)
tested_claims = kept(queries.tested_claims)
tested_sectors = kept(queries.tested_sectors)
open_questions = kept(queries.open_questions)
compared_places = kept(queries.compared_places)
beside = kept(queries.beside)
comparable_indicators = kept(queries.comparable_indicators)
workshop_questions = kept(queries.workshop_questions)
partners = kept(queries.partners)
specialisms = kept(queries.specialisms)
shared_specialisms = kept(queries.shared_specialisms)
shared_priorities = kept(queries.shared_priorities)
groups = kept(queries.groups)
spillovers = kept(queries.spillovers)
spillover_rule = kept(queries.spillover_rule)
pan_regions = kept(queries.pan_regions)
pan_region_members = kept(queries.pan_region_members)
districts_once = kept(queries.districts_once)
nested_rd = kept(queries.nested_rd)
left_out = kept(queries.left_out)
mappable = kept(queries.mappable)
clusters = kept(queries.clusters)
clustering = kept(queries.clustering)
similar_places = kept(queries.similar_places)
peers = kept(queries.peers)
peer_reasons = kept(queries.peer_reasons)
peer_stability = kept(queries.peer_stability)
peer_features = kept(queries.peer_features)
peer_figures = kept(queries.peer_figures)
peer_sectors = kept(queries.peer_sectors)
peer_periods = kept(queries.peer_periods)
better_peers = kept(queries.better_peers)
freshness = kept(queries.freshness)
foundations = kept(queries.foundations)
paths = kept(queries.paths)
paths_start = kept(queries.paths_start)
paths_compared = kept(queries.paths_compared)
paths_of_leps = kept(queries.paths_of_leps)
modelled_rd = kept(queries.modelled_rd)
catalogue = kept(queries.catalogue)
datasets = kept(queries.datasets)
gaps = kept(queries.gaps)
formulae = kept(handbook.formulae)
glossary = kept(handbook.glossary)
changes = kept(handbook.changes)
scorecard = kept(handbook.scorecard)
whole = kept(package.here)
area_list = kept(areas.areas)
places = kept(search.places)
named_places = kept(place_names.named)
every_institution = kept(institutions.institutions)
around = kept(search.around)
regions_of_leps = kept(membership.nuts2_lep_weights)
line = kept(targets.line)
shapes = kept(boundaries.read)
outline = kept(boundaries.outline)
sketch = kept(sketches.sketch)
svg_paths = kept(sketches.svg_paths)
svg_hatching = kept(sketches.svg_hatching)
sources_of = kept(provenance.sources_of)
dataset_sources = kept(provenance.dataset_sources)
told = kept(provenance.told)
told_of_datasets = kept(provenance.told_of_datasets)


@kept
def indicator(indicator_id: str) -> pd.Series:
    """One row of `queries.indicators`, of an official indicator or an uploaded series."""
    upload = uploads.upload_of(indicator_id)
    held = indicators(dataset_ids=(uploads.dataset_id(upload),)) if upload else indicators()
    return held.set_index("indicator_id", drop=False).loc[indicator_id]


@kept
def places_with(indicator_id: str) -> frozenset[tuple[str, str]]:
    """Geography and code of the areas with a figure of an indicator."""
    return frozenset(queries.areas_with(indicator_id).itertuples(index=False, name=None))


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


@kept
def cities() -> tuple[tuple[str, float, float], ...]:
    """Name, longitude and latitude of the cities to name on a map of all England."""
    named = boundaries.cities().query("min_zoom <= 5")[["name", "lon", "lat"]]
    return tuple(named.itertuples(index=False, name=None))


@st.cache_resource(show_spinner=False)
def release() -> store.Release:
    """The store of today's evidence; the first visitor after a change of evidence sees it being built."""
    bar = st.progress(0.0, "Building the evidence store …")
    try:
        boundaries.write_static(SHAPES)
        institutions.write_static(SHAPES)
        return store.ensure(progress=lambda share, step: bar.progress(share, f"{step} …"))
    finally:
        bar.empty()
