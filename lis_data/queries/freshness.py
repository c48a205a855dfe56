"""How many figures there are, how new they are, and of which areas."""

from __future__ import annotations

import pandas as pd

from lis_data.queries.ask import ask

_YEARS = """
    span as (
        select indicator_id, min(left(period, 4)::int) as first_year, max(left(period, 4)::int) as last_year
        from observation
        where value is not null
        group by indicator_id
    )
"""
"""One row per indicator: the years of its first and its last figure."""


def freshness() -> pd.DataFrame:
    """One row: indicators, datasets (that they are from), first_year and last_year (of any figure), half_since (half
    of the indicators have a figure of that year or a later one), published (latest date of a dataset, ISO 8601, as
    exact as its publisher tells), assembled (month of the last one).
    """
    return ask(
        f"""
        with {_YEARS}
        select
            (select count(distinct dataset_id) from observation) as datasets,
            count(*) as indicators,
            min(first_year) as first_year,
            max(last_year) as last_year,
            quantile_disc(last_year, 0.5) as half_since,
            (select max(published) from dataset semi join observation using (dataset_id)) as published,
            (select max(retrieved) from dataset) as assembled
        from span
        """
    )


def foundations() -> pd.DataFrame:
    """The figures of each foundation: foundation, indicators, first_year, last_year, half_since (as in
    `freshness`); most indicators first.
    """
    return ask(
        f"""
        with {_YEARS}
        select
            foundation,
            count(*) as indicators,
            min(first_year) as first_year,
            max(last_year) as last_year,
            quantile_disc(last_year, 0.5) as half_since
        from span
        join indicator using (indicator_id)
        group by foundation
        order by indicators desc, foundation
        """
    )


def areas_with(indicator_id: str) -> pd.DataFrame:
    """The areas with a figure of an indicator in any period, total or industry: geography_id, area_code."""
    return ask(
        """
        select distinct geography_id, area_code
        from observation
        where indicator_id = $indicator and value is not null
        order by geography_id, area_code
        """,
        indicator=indicator_id,
    )
