"""The questions that pages and the command line ask of the store; each answers with a DataFrame of stated columns.

Arguments are scalars and tuples: an answer can be kept by them.
"""

from lis_data.queries.areas import overlaps
from lis_data.queries.blind_spot import blind_spot, creative_industries, unseen_work
from lis_data.queries.boundary_changes import boundaries, district_spread, split_districts
from lis_data.queries.claimed_strengths import claimed_strengths
from lis_data.queries.clusters import clustering, clusters, mappable
from lis_data.queries.compare import comparable_indicators, compared_places
from lis_data.queries.contents import contents, observations, shapes
from lis_data.queries.figures import area_history, benchmark, breaks, figures
from lis_data.queries.freshness import areas_with, foundations, freshness
from lis_data.queries.gaps import gaps
from lis_data.queries.indicators import indicator, indicators
from lis_data.queries.industries import sector_coverage
from lis_data.queries.latest import latest_period
from lis_data.queries.modelled_rd import modelled_rd
from lis_data.queries.pairs import paired
from lis_data.queries.pan_region_rd import nested_rd
from lis_data.queries.pan_regions import districts_once, left_out, pan_region_members, pan_regions
from lis_data.queries.partners import (
    groups,
    named_priorities,
    partners,
    shared_priorities,
    shared_specialisms,
    specialisms,
)
from lis_data.queries.paths import paths, paths_compared, paths_of_leps, paths_start
from lis_data.queries.peer_figures import peer_figures, peer_periods, peer_sectors
from lis_data.queries.peers import better_peers, peer_reasons, peer_stability, peers, similar_places
from lis_data.queries.priorities import priorities, tags, tested_claims, tested_sectors
from lis_data.queries.profile import scorecard, scorecards, standings
from lis_data.queries.programme import (
    disagreements,
    document_sources,
    documents,
    milestones,
    statements_of,
    strategies,
)
from lis_data.queries.provenance import catalogue, coverage, datasets, describe
from lis_data.queries.questions import open_questions
from lis_data.queries.sectors import sector_strengths, sectors
from lis_data.queries.spillovers import spillover_rule, spillovers
from lis_data.queries.strengths import possible_tests, strength_tests
from lis_data.queries.structure import benchmark_structure, economic_structure
from lis_data.queries.workshop import workshop_questions

__all__ = [
    "area_history",
    "areas_with",
    "benchmark",
    "benchmark_structure",
    "better_peers",
    "blind_spot",
    "boundaries",
    "breaks",
    "catalogue",
    "claimed_strengths",
    "clustering",
    "clusters",
    "comparable_indicators",
    "compared_places",
    "contents",
    "coverage",
    "creative_industries",
    "datasets",
    "describe",
    "disagreements",
    "district_spread",
    "districts_once",
    "document_sources",
    "documents",
    "economic_structure",
    "figures",
    "foundations",
    "freshness",
    "gaps",
    "groups",
    "indicator",
    "indicators",
    "latest_period",
    "left_out",
    "mappable",
    "milestones",
    "modelled_rd",
    "named_priorities",
    "nested_rd",
    "observations",
    "open_questions",
    "overlaps",
    "paired",
    "pan_region_members",
    "pan_regions",
    "partners",
    "paths",
    "paths_compared",
    "paths_of_leps",
    "paths_start",
    "peer_figures",
    "peer_periods",
    "peer_reasons",
    "peer_sectors",
    "peer_stability",
    "peers",
    "possible_tests",
    "priorities",
    "scorecard",
    "scorecards",
    "sector_coverage",
    "sector_strengths",
    "sectors",
    "shapes",
    "shared_priorities",
    "shared_specialisms",
    "similar_places",
    "specialisms",
    "spillover_rule",
    "spillovers",
    "split_districts",
    "standings",
    "statements_of",
    "strategies",
    "strength_tests",
    "tags",
    "tested_claims",
    "tested_sectors",
    "unseen_work",
    "workshop_questions",
]
