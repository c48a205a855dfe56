"""The questions that pages and the command line ask of the store; each answers with a DataFrame of stated columns.

Arguments are scalars and tuples: an answer can be kept by them.
"""

from lis_data.queries.areas import overlaps
from lis_data.queries.blind_spot import blind_spot, creative_industries, unseen_work
from lis_data.queries.claims import claims
from lis_data.queries.contents import contents, observations
from lis_data.queries.figures import area_history, benchmark, figures
from lis_data.queries.gaps import gaps
from lis_data.queries.held import areas_with, foundations, freshness
from lis_data.queries.industries import sector_coverage
from lis_data.queries.priorities import priorities, tags, tested_claims, tested_sectors
from lis_data.queries.programme import (
    disagreements,
    disagreements_about,
    document_sources,
    documents,
    milestones,
    stated_targets,
    strategies,
)
from lis_data.queries.provenance import catalogue, coverage, datasets, describe, indicators
from lis_data.queries.questions import open_questions
from lis_data.queries.sectors import sector_strengths, sectors
from lis_data.queries.strengths import possible_tests, strength_tests
from lis_data.queries.structure import benchmark_structure, economic_structure

__all__ = [
    "area_history",
    "areas_with",
    "benchmark",
    "benchmark_structure",
    "blind_spot",
    "catalogue",
    "claims",
    "contents",
    "coverage",
    "creative_industries",
    "datasets",
    "describe",
    "disagreements",
    "disagreements_about",
    "document_sources",
    "documents",
    "economic_structure",
    "figures",
    "foundations",
    "freshness",
    "gaps",
    "indicators",
    "milestones",
    "observations",
    "open_questions",
    "overlaps",
    "possible_tests",
    "priorities",
    "sector_coverage",
    "sector_strengths",
    "sectors",
    "stated_targets",
    "strategies",
    "strength_tests",
    "tags",
    "tested_claims",
    "tested_sectors",
    "unseen_work",
]
