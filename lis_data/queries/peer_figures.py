"""What every area is like: the features by which peers are found, with the period of each.

`judgement/peer_features.csv` lists the features, where each comes from, its usual weight and why it is in, for anyone
to read and to correct.
"""

from __future__ import annotations

import json
from functools import cache

import numpy as np
import pandas as pd

from lis_data import judgement, measures
from lis_data.queries.ask import ask
from lis_data.queries.latest import ENOUGH

MIX = "sector_mix"
"""The feature that is made of several figures: the shares of the sectors."""

_SECTORS = {
    "Farming, mining, energy and water": "A-E -C",
    "Manufacturing": "C",
    "Construction": "F",
    "Wholesale and retail trade": "G",
    "Transport and storage": "H",
    "Hotels and food": "I",
    "Information and communication": "J",
    "Finance and insurance": "K",
    "Real estate": "68EX",
    "Professional and business services": "M N",
    "Public services": "O P Q",
    "Arts, households and other services": "R S T",
}
"""The groups of the sector mix, and the industries each is made of; one with a minus is taken away."""

_LATEST = f"""
    covered as (
        select feature_id, period, count(*) as areas
        from figure
        group by feature_id, period
    ),
    best as (
        select feature_id, max(areas) as areas from covered group by feature_id
    ),
    latest as (
        select feature_id, max(period) as period
        from covered
        join best using (feature_id)
        where covered.areas >= {ENOUGH} * best.areas
        group by feature_id
    )
"""
"""One row per feature: its latest period in which nearly as many areas have a figure as in its best one."""

_FIGURES = f"""
    with
    feature as (
        select unnest(
            from_json($features, '[{{"feature_id": "VARCHAR", "indicator_id": "VARCHAR", "per": "VARCHAR"}}]'),
            recursive := true
        )
    ),
    total as (
        select indicator_id, area_code, period, value
        from observation
        where geography_id = $geography and industry = '_T' and value is not null
            and list_contains(string_split($indicators, ','), indicator_id)
    ),
    figure as (
        select feature.feature_id, above.area_code, above.period, above.value / coalesce(below.value, 1) as value
        from feature
        join total as above using (indicator_id)
        left join total as below
            on below.indicator_id = feature.per
            and below.area_code = above.area_code
            and below.period = above.period
        where feature.per = '' or below.value > 0
    ),
    {_LATEST}
    select area.area_code, area.name as area_name, feature.feature_id, latest.period, figure.value
    from area
    cross join feature
    left join latest using (feature_id)
    left join figure
        on figure.feature_id = feature.feature_id
        and figure.period = latest.period
        and figure.area_code = area.area_code
    where area.geography_id = $geography
    order by area.name
"""

_MIX = f"""
    with
    part as (
        select unnest(
            from_json($parts, '[{{"sector": "VARCHAR", "sort": "INTEGER", "industry": "VARCHAR", "sign": "INTEGER"}}]'),
            recursive := true
        )
    ),
    figure as (
        select 'sector_mix' as feature_id, area_code, period, industry, value
        from observation
        where indicator_id = 'gva' and geography_id = $geography and value is not null
    ),
    {_LATEST}
    select
        area.area_code,
        area.name as area_name,
        part.sector,
        latest.period,
        case when count(figure.value) = count(*) then sum(part.sign * figure.value) end as value
    from area
    cross join part
    cross join latest
    left join figure
        on figure.period = latest.period and figure.area_code = area.area_code and figure.industry = part.industry
    where area.geography_id = $geography
    group by area.area_code, area.name, part.sector, part.sort, latest.period
    order by area.name, part.sort
"""


@cache
def peer_sectors(geography_id: str) -> pd.DataFrame:
    """The sector mix of every area, a row for each group of industries: area_code, area_name, sector, period, share (in
    % of all but owner-occupiers' imputed rent); missing for a whole area where one group is.
    """
    parts = [
        {"sector": sector, "sort": sort, "industry": code.lstrip("-"), "sign": -1 if code.startswith("-") else 1}
        for sort, (sector, codes) in enumerate(_SECTORS.items())
        for code in codes.split()
    ]
    found = ask(_MIX, geography=geography_id, parts=json.dumps(parts))
    total = found.groupby("area_code")["value"].transform("sum", skipna=False)
    return found.assign(share=measures.share(found["value"], total=total)).drop(columns="value")


@cache
def peer_figures(geography_id: str) -> pd.DataFrame:
    """Every area's figure of every feature, by area and feature: area_code, area_name, feature_id, period, value (in
    the feature's unit) and score (its standard score among the areas, after the transform). The sector mix has neither:
    see `peer_sectors`.
    """
    about = judgement.peer_features().set_index("feature_id")
    asked = about.drop(index=MIX)[["indicator_id", "per"]].reset_index().to_dict("records")
    indicators = ",".join({name for pair in asked for name in (pair["indicator_id"], pair["per"])})
    found = ask(_FIGURES, geography=geography_id, features=json.dumps(asked), indicators=indicators)
    value = found["value"] * found["feature_id"].map(about["scale"])
    logged = found["feature_id"].map(about["transform"]) == "log"
    moved = value.where(~logged, np.log(value.where(value > 0)))
    score = moved.groupby(found["feature_id"]).transform(measures.standard_score)
    return found.assign(value=value, score=score)


def peer_periods(geography_id: str) -> pd.Series:
    """The period of every feature's figures, by feature_id; a feature without any figure has none."""
    figures = peer_figures(geography_id).drop_duplicates("feature_id").set_index("feature_id")["period"]
    mix = peer_sectors(geography_id)["period"].head(1)
    return pd.concat([mix.set_axis([MIX][: len(mix)]), figures])
