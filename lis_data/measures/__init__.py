"""What is computed from figures: each measure with its formula, unit and source. Pure functions on pandas Series.

Missing figures stay missing and count for nothing: a rank is among the areas that have a figure.
"""

from lis_data.measures.relative import (
    RD_TARGET,
    contribution,
    gap_to_target,
    growth,
    index,
    lead,
    location_quotient,
    money_to_target,
    ratio,
    share,
)
from lis_data.measures.standing import passes, percentile, rank, tied
from lis_data.measures.structure import effective_industries, herfindahl_index, krugman_index, shannon_entropy

__all__ = [
    "RD_TARGET",
    "contribution",
    "effective_industries",
    "gap_to_target",
    "growth",
    "herfindahl_index",
    "index",
    "krugman_index",
    "lead",
    "location_quotient",
    "money_to_target",
    "passes",
    "percentile",
    "rank",
    "ratio",
    "shannon_entropy",
    "share",
    "tied",
]
