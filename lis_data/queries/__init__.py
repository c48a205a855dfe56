"""The questions that pages and the command line ask of the store; each answers with a DataFrame of stated columns.

Arguments are scalars and tuples: an answer can be kept by them.
"""

from lis_data.queries.areas import overlaps
from lis_data.queries.figures import area_history, benchmark, figures
from lis_data.queries.provenance import coverage, describe, indicators
from lis_data.queries.sectors import sectors

__all__ = [
    "area_history",
    "benchmark",
    "coverage",
    "describe",
    "figures",
    "indicators",
    "overlaps",
    "sectors",
]
