"""Where high and low figures of an indicator lie together, more than chance would have it."""

from __future__ import annotations

import pandas as pd

from lis_data import measures
from lis_data.measures.clustering import Clustering
from lis_data.model import ENGLAND
from lis_data.queries.ask import ask
from lis_data.queries.figures import figures

FEWEST = 20
"""Figures below which a map is not tested: with so few, hardly any pattern could be told from chance."""


def mappable(*, dataset_ids: tuple[str, ...] = ()) -> pd.DataFrame:
    """What can be tested of the official indicators, or of those of these datasets (an upload is one: u-<its id>).

    One row per indicator, geography and period with at least FEWEST figures of areas that have neighbours:
    indicator_id, geography_id, period, areas (with a figure), of_areas; by geography and period.
    """
    return ask(
        """
        with size as (select geography_id, count(*) as of_areas from area group by geography_id),
        bordered as (select distinct geography_id from neighbour)
        select indicator_id, geography_id, period, count(value) as areas, any_value(of_areas) as of_areas
        from observation
        semi join bordered using (geography_id)
        join size using (geography_id)
        where industry = '_T' and ($datasets is null or list_contains($datasets::varchar[], dataset_id))
        group by indicator_id, geography_id, period
        having count(value) >= $fewest::int
        order by indicator_id, geography_id, period
        """,
        fewest=str(FEWEST),
        datasets=f"[{','.join(dataset_ids)}]" if dataset_ids else None,
    )


def clustering(indicator_id: str, geography_id: str, *, period: str) -> Clustering | None:
    """Moran's I of an indicator over all areas of a geography, as `measures.morans_i`.

    Raises UnknownNameError as `figures`.
    """
    values = figures(indicator_id, geography_id, period=period).set_index("area_code")["value"]
    return measures.morans_i(values, neighbours=neighbours(geography_id))


def clusters(indicator_id: str, geography_id: str, *, period: str) -> pd.DataFrame:
    """Every area of a geography by code: area_code, area_name, value, status, derivation, neighbours (with a figure),
    neighbours_value (their mean), local_i, p, cluster, england (its figure; missing for totals).

    `cluster` is as in `measures.local_clusters` (high-high, low-low, high-low, low-high, none), or `between` where what
    is above the average area is not above England too, or what is below it not below England; `alone` where no
    neighbour has a figure, `missing` where the area itself has none. Raises UnknownNameError as `figures`.
    """
    rows = figures(indicator_id, geography_id, period=period).set_index("area_code")[["value", "status", "derivation"]]
    local = measures.local_clusters(rows["value"], neighbours=neighbours(geography_id))
    found = _areas(geography_id).join(rows).join(local)
    found["neighbours"] = found["neighbours"].fillna(0).astype(int)
    alone = found["value"].notna() & found["cluster"].isna()
    found["cluster"] = found["cluster"].mask(alone, "alone").fillna("missing")
    found["england"] = _england(indicator_id, period)
    found["cluster"] = found["cluster"].mask(_between(found), "between")
    return found.fillna({"status": "M", "derivation": ""}).reset_index()


def _england(indicator_id: str, period: str) -> float:
    """England's figure; missing where there is none, and for totals, which no area's can be compared with."""
    rows = ask(
        """
        select value
        from observation
        join indicator using (indicator_id)
        where indicator_id = $indicator and period = $period and industry = '_T'
            and geography_id = 'country' and area_code = $england and not additive
        """,
        indicator=indicator_id,
        period=period,
        england=ENGLAND,
    )
    return float(rows["value"].item()) if len(rows) else float("nan")


def _between(found: pd.DataFrame) -> pd.Series:
    """Whether a cluster's areas or their neighbours are on one side of the average area, and not on it of England."""
    sides = found["cluster"].str.extract("^(high|low)-(high|low)$")
    pairs = ((sides[0], found["value"]), (sides[1], found["neighbours_value"]))
    wrong = [
        (side.eq("high") & values.le(found["england"])) | (side.eq("low") & values.ge(found["england"]))
        for side, values in pairs
    ]
    return wrong[0] | wrong[1]


def neighbours(geography_id: str) -> pd.DataFrame:
    """Pairs of areas that share a stretch of border on land, or overlap, both ways: area_code, neighbour_code."""
    return ask(
        """
        select area_code, neighbour_code
        from neighbour
        where geography_id = $geography
        order by area_code, neighbour_code
        """,
        geography=geography_id,
    )


def neighbours_of_each(geography_id: str) -> dict[str, list[str]]:
    """The neighbours of every area that has any, by its code, in order."""
    pairs = neighbours(geography_id).groupby("area_code")["neighbour_code"]
    return {str(code): codes.tolist() for code, codes in pairs}


def _areas(geography_id: str) -> pd.DataFrame:
    return ask(
        "select area_code, name as area_name from area where geography_id = $geography order by area_code",
        geography=geography_id,
    ).set_index("area_code")
