"""Where each figure comes from: everything that the catalogue says, and where and when there are figures."""

from __future__ import annotations

import pandas as pd

from lis_data.model import TOTAL
from lis_data.queries.ask import ask, known


def describe(indicator_id: str) -> pd.DataFrame:
    """The whole provenance of an indicator: one row per dataset and geography that it has figures of, with every
    field of the catalogue, the derivations, the periods and the number of figures, missing and suppressed ones.
    """
    known("indicator", indicator_id, "select indicator_id from indicator")
    return ask(
        """
        with figure as (
            select
                dataset_id,
                geography_id,
                list_sort(list(distinct derivation)) as derivations,
                min(period) as first_period,
                max(period) as last_period,
                count(distinct area_code) as areas,
                count(value) as figures,
                count(*) filter (status = 'M') as missing,
                count(*) filter (status = 'C') as suppressed
            from observation
            where indicator_id = $indicator
            group by dataset_id, geography_id
        )
        select
            figure.*,
            dataset.* exclude (dataset_id, title),
            dataset.title as dataset_title,
            indicator.* exclude (dataset_id)
        from figure
        join dataset using (dataset_id)
        cross join indicator
        where indicator_id = $indicator
        order by dataset_id, geography_id
        """,
        indicator=indicator_id,
    )


def coverage(indicator_id: str, *, industry: str = TOTAL) -> pd.DataFrame:
    """Where and when an indicator has figures: geography_id, title, period, areas (with a figure), of_areas."""
    return ask(
        """
        with size as (select geography_id, count(*) as of_areas from area group by geography_id)
        select geography_id, geography.title, period, count(value) as areas, any_value(of_areas) as of_areas
        from observation
        join size using (geography_id)
        join geography using (geography_id)
        where indicator_id = $indicator and industry = $industry
        group by geography_id, geography.title, period
        having count(value) > 0
        order by geography_id, period
        """,
        indicator=indicator_id,
        industry=industry,
    )


def catalogue() -> pd.DataFrame:
    """Every indicator with what is said and held of it, by foundation and title: all fields of the catalogue, publisher
    and dataset_title of its main dataset, dataset_ids (list, all that it has figures of), geographies (list),
    first_period, last_period, figures, missing, suppressed, leps (the most LEPs of 2017 with a figure in one period).
    """
    return ask(
        """
        with figure as (
            select
                indicator_id,
                list_sort(list(distinct dataset_id)) as dataset_ids,
                list_sort(list(distinct geography_id)) as geographies,
                min(period) as first_period,
                max(period) as last_period,
                count(value) as figures,
                count(*) filter (status = 'M') as missing,
                count(*) filter (status = 'C') as suppressed
            from observation
            group by indicator_id
        ),
        reached as (
            select indicator_id, period, count(distinct area_code) as leps
            from observation
            where geography_id = 'lep-2017' and value is not null
            group by indicator_id, period
        ),
        reach as (select indicator_id, max(leps) as leps from reached group by indicator_id)
        select
            indicator.*,
            dataset.publisher,
            dataset.title as dataset_title,
            figure.* exclude (indicator_id),
            coalesce(leps, 0) as leps
        from indicator
        join dataset using (dataset_id)
        join figure using (indicator_id)
        left join reach using (indicator_id)
        order by foundation, indicator.title
        """
    )


def datasets() -> pd.DataFrame:
    """Every dataset, by publisher and title: all fields of the catalogue, indicators (how many have figures of it),
    figures, first_period, last_period; those of the programme have no figures.
    """
    return ask(
        """
        with figure as (
            select
                dataset_id,
                count(distinct indicator_id) as indicators,
                count(value) filter (derivation = 'published') as figures,
                min(period) as first_period,
                max(period) as last_period
            from observation
            group by dataset_id
        )
        select
            dataset.*,
            coalesce(indicators, 0) as indicators,
            coalesce(figures, 0) as figures,
            coalesce(first_period, '') as first_period,
            coalesce(last_period, '') as last_period
        from dataset
        left join figure using (dataset_id)
        order by publisher, title
        """
    )
