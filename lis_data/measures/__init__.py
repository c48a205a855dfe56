"""What is computed from figures: each measure with its formula, unit and source. Pure functions on pandas Series.

Missing figures stay missing and count for nothing: a rank is among the areas that have a figure.
"""

from lis_data.measures.agreement import FITS, TOLERANCE, close_range, fit
from lis_data.measures.apportion import apportion
from lis_data.measures.clustering import Clustering, local_clusters, morans_i
from lis_data.measures.correlation import off_line, pearson, spearman
from lis_data.measures.paths import (
    catching_up_level,
    even_growth,
    even_steps,
    extra_alike,
    extra_catching_up,
    extra_following,
)
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
    shortfall,
)
from lis_data.measures.sharing import blocks, rarity
from lis_data.measures.significance import significant_difference
from lis_data.measures.similarity import (
    differences,
    distance,
    distance_parts,
    known_weight,
    standard_differences,
    standard_score,
)
from lis_data.measures.standing import passes, percentile, percentile_among, rank, tied
from lis_data.measures.structure import effective_industries, herfindahl_index, krugman_index, shannon_entropy

__all__ = [
    "FITS",
    "RD_TARGET",
    "TOLERANCE",
    "Clustering",
    "apportion",
    "blocks",
    "catching_up_level",
    "close_range",
    "contribution",
    "differences",
    "distance",
    "distance_parts",
    "effective_industries",
    "even_growth",
    "even_steps",
    "extra_alike",
    "extra_catching_up",
    "extra_following",
    "fit",
    "gap_to_target",
    "growth",
    "herfindahl_index",
    "index",
    "known_weight",
    "krugman_index",
    "lead",
    "local_clusters",
    "location_quotient",
    "money_to_target",
    "morans_i",
    "off_line",
    "passes",
    "pearson",
    "percentile",
    "percentile_among",
    "rank",
    "rarity",
    "ratio",
    "shannon_entropy",
    "share",
    "shortfall",
    "significant_difference",
    "spearman",
    "standard_differences",
    "standard_score",
    "tied",
]
