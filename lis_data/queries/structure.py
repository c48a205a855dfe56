"""Whole economies: how unlike England's, how diverse, how concentrated. Over industries that do not overlap."""

from __future__ import annotations

import pandas as pd

from lis_data import measures
from lis_data.model import ENGLAND, TOTAL
from lis_data.queries.sectors import sector_strengths

_LEAST_SHARE = 1.0
"""Of an area's economy, in %: a smaller industry is not named as its strongest."""


def economic_structure(indicator_id: str, geography_id: str, *, period: str) -> pd.DataFrame:
    """The structure of every area's economy, one row per area by code: area_code, area_name, total (value of all
    industries), krugman (0 to 100), krugman_rank (1 = most specialised), entropy (0 to 100), entropy_rank (1 = most
    diverse), effective_industries, hhi (up to 10,000), industries (how many are counted); strongest_industry,
    strongest_title, strongest_quotient and strongest_value: the highest location quotient of an industry with at
    least 1% of the economy.

    An area that lacks a figure of any industry has none of the measures. Raises UnknownNameError as `sector_strengths`.
    """
    found = sector_strengths(indicator_id, geography_id, period=period)
    totals = found[found["industry"] == TOTAL].set_index("area_code")
    table = totals[["area_name"]].assign(total=totals["value"])
    table = table.join(_measured(found[found["leaf"]])).join(_strongest(found))
    table.insert(3, "krugman_rank", measures.rank(table["krugman"]))
    table.insert(5, "entropy_rank", measures.rank(table["entropy"]))
    return table.reset_index()


def benchmark_structure(indicator_id: str, *, period: str) -> pd.DataFrame:
    """England's own structure: one row, with the columns of `economic_structure` that are not ranks."""
    table = economic_structure(indicator_id, "country", period=period)
    england = table[table["area_code"] == ENGLAND].reset_index(drop=True)
    return england.drop(columns=["krugman_rank", "entropy_rank"])


def _measured(leaves: pd.DataFrame) -> pd.DataFrame:
    shares, areas = leaves["share"], leaves["area_code"]
    return pd.DataFrame(
        {
            "krugman": measures.krugman_index(shares, benchmark=leaves["benchmark_share"], by=areas),
            "entropy": measures.shannon_entropy(shares, by=areas),
            "effective_industries": measures.effective_industries(shares, by=areas),
            "hhi": measures.herfindahl_index(shares, by=areas),
            "industries": leaves.groupby("area_code").size(),
        }
    )


def _strongest(found: pd.DataFrame) -> pd.DataFrame:
    """By area: the industry with the highest location quotient among those of some size."""
    able = found[found["leaf"] & ~found["imputed"] & (found["share"] >= _LEAST_SHARE)]
    best = able.sort_values("location_quotient").drop_duplicates("area_code", keep="last").set_index("area_code")
    named = ["industry", "title", "location_quotient", "value"]
    return best[named].set_axis(
        ["strongest_industry", "strongest_title", "strongest_quotient", "strongest_value"], axis="columns"
    )
