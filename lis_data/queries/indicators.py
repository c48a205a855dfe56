"""The indicators of the store: all of them as a table, one as a record."""

from __future__ import annotations

from dataclasses import fields

import pandas as pd

from lis_data.model import StoredIndicator
from lis_data.queries.ask import ask, known


def indicators(*, dataset_ids: tuple[str, ...] = ()) -> pd.DataFrame:
    """Every official indicator, or those of these datasets (an upload is one: u-<its id>): indicator_id, title, unit,
    decimals, polarity, foundation, additive, breaks (list), publisher, dataset_id, observations, geographies (list),
    first_period, last_period; by foundation and title.
    """
    return ask(
        """
        with listed as (
            from indicator
            where $datasets is null or list_contains($datasets::varchar[], dataset_id)
        ),
        found as (
            select
                indicator_id,
                count(*) as observations,
                list_sort(list(distinct geography_id)) as geographies,
                min(period) as first_period,
                max(period) as last_period
            from observation
            semi join listed using (indicator_id)
            group by indicator_id
        )
        select
            indicator_id, listed.title, unit, decimals, polarity, foundation, additive, breaks,
            publisher, dataset_id, observations, geographies, first_period, last_period
        from listed
        join dataset using (dataset_id)
        join found using (indicator_id)
        order by foundation, listed.title
        """,
        datasets=f"[{','.join(dataset_ids)}]" if dataset_ids else None,
    )


def indicator(indicator_id: str) -> StoredIndicator:
    """An official indicator or an uploaded series; UnknownNameError, with the nearest names, for another name."""
    known("indicator", indicator_id, "select indicator_id from indicator")
    (row,) = ask(
        """
        with own as materialized (
            select geography_id, area_code, period, value from observation where indicator_id = $indicator
        ),
        found as (
            select
                list_sort(list(distinct geography_id)) as geographies,
                min(period) as first_period,
                max(period) as last_period,
                count(value) as figures
            from own
        ),
        reach as (
            select count(distinct area_code) as leps
            from own
            where geography_id = 'lep-2017' and value is not null
            group by period
        )
        select
            indicator.*,
            publisher,
            found.*,
            (select coalesce(max(leps), 0) from reach) as leps
        from indicator
        join dataset using (dataset_id)
        cross join found
        where indicator_id = $indicator
        """,
        indicator=indicator_id,
    ).to_dict("records")
    known_of_it = {item.name: row[item.name] for item in fields(StoredIndicator)}
    lists = {name: tuple(known_of_it[name]) for name in ("breaks", "breaks_below_regions", "geographies")}
    return StoredIndicator(**{**known_of_it, **lists})
