"""An indicator's figures arranged for maps, charts and tables."""

from __future__ import annotations

import pandas as pd

from geo import areas
from geo.choropleth import Choropleth, choropleth
from lis_data import measures, queries, statuses, wording
from lis_data.model import ENGLAND, Series, StoredIndicator
from lis_data.period import Period, parse
from pages.ui.exhibit import provenance
from pages.ui.state import cache
from pages.ui.state.cache import answer, cached

SPREAD = {0.9: "Highest tenth", 0.5: "Median", 0.1: "Lowest tenth"}
"""Quantiles of the areas' figures, and what the line of each is called."""
_HALF = 0.5
"""A change is counted from the first period with this share of the areas that have a figure now."""


@cached
def figures(indicator_id: str, geography_id: str, period: str) -> pd.DataFrame:
    """The figures of one period (columns as in `queries.figures`) with a row for every area of the geography (one that
    the publisher left out has no value and status M), and `label`, the figure in words, `short`, the same without its
    unit's, and `tip`, with its rank.
    """
    history = answer(queries.figures, indicator_id, geography_id)
    everywhere = answer(areas.areas, geography_id).rename(columns={"name": "area_name"})[["area_code", "area_name"]]
    now = history[history["period"] == period].drop(columns="area_name")
    both = everywhere.merge(now, on="area_code", how="left")
    fixed = {"geography_id": geography_id, "period": period, "status": "M", "derivation": "", "dataset_id": ""}
    return _with_labels(both.fillna(fixed), cache.indicator(indicator_id))


def _with_labels(figures: pd.DataFrame, indicator: StoredIndicator) -> pd.DataFrame:
    bare = [wording.scale(indicator).number(value) for value in figures["value"]]
    marks = figures["status"].where(figures["value"].notna()).map(statuses.MARKS)
    labels = [text if pd.isna(mark) else f"{text} ({mark[0]})" for text, mark in zip(bare, marks, strict=True)]
    ranks, tied = measures.rank(figures["value"], polarity=indicator.polarity), measures.tied(figures["value"])
    places = [
        f"{text} · {wording.place(int(rank), of=int(ranks.count()), tied=joint)}" if pd.notna(rank) else text
        for text, rank, joint in zip(labels, ranks, tied, strict=True)
    ]
    unit = f" {indicator.unit}" if indicator.unit else ""
    shortened = [text.replace(unit, "") if unit else text for text in bare]
    short = [text if pd.isna(mark) else f"{text} {mark[1]}" for text, mark in zip(shortened, marks, strict=True)]
    return figures.assign(label=labels, short=short, tip=places)


@cached
def colouring(
    indicator_id: str,
    geography_id: str,
    period: str,
    *,
    scheme: str,
    k: int,
    bounds: tuple[float, ...],
    benchmark: float | None,
    decimals: int,
) -> Choropleth:
    """The classes and colours of the map of these figures; raises ClassificationError."""
    values = figures(indicator_id, geography_id, period).set_index("area_code")["value"]
    return choropleth(
        values,
        geography_id=geography_id,
        scheme=scheme,
        k=k,
        bins=bounds or None,
        benchmark=benchmark,
        decimals=decimals,
    )


@cached
def compared(indicator_id: str) -> pd.DataFrame:
    """England's figures over time, where it has one; none for a total, which compares with no place's."""
    england = answer(queries.benchmark, indicator_id).dropna(subset="value")
    return england.iloc[:0] if cache.indicator(indicator_id).additive else england


@cached
def england(indicator_id: str, geography_id: str, period: str) -> float | None:
    """England's figure to hold areas against; none where theirs are of a release that was revised since and its is not:
    before a break that concerns small areas alone.
    """
    own = set(answer(queries.breaks, indicator_id, geography_id)) - set(answer(queries.breaks, indicator_id, "country"))
    if any(period < later for later in own):
        return None
    return compared(indicator_id).set_index("period")["value"].get(period)


@cached
def comparable(indicator_id: str, geography_id: str, period: str) -> pd.DataFrame:
    """The figures of periods up to `period` that may be compared with it: those since the series last broke."""
    history = answer(queries.figures, indicator_id, geography_id)
    since = max((text for text in answer(queries.breaks, indicator_id, geography_id) if text <= period), default="")
    return history[(history["period"] >= since) & (history["period"] <= period)]


@cached
def over_time(indicator_id: str, geography_id: str) -> tuple[pd.DataFrame, dict[float, str]]:
    """A row an area, and one for England: area_code, area_name, a column for each period; and for each period the
    year at which it starts, with the part of it that has gone by, and its label.
    """
    history = answer(queries.figures, indicator_id, geography_id)
    periods = sorted(parse(text) for text in history["period"].unique())
    both = pd.concat([history, compared(indicator_id)])
    wide = both.pivot(index=["area_code", "area_name"], columns="period", values="value")
    times = {_time(period): period.label for period in periods}
    return wide.reindex(columns=[period.text for period in periods]).reset_index(), times


def _time(period: Period) -> float:
    """The year at which a period starts, with the part of it that has gone by."""
    return round(period.year + (period.month - 1) / 12, 2)


@cached
def break_times(indicator_id: str, geography_id: str) -> dict[str, list[float]]:
    """When lines over time are to be broken because what is measured changed: of England by its code, and of the areas
    of a geography under "".
    """
    places = {"": geography_id, ENGLAND: "country"}
    return {
        code: [_time(parse(text)) for text in answer(queries.breaks, indicator_id, key)] for code, key in places.items()
    }


@cached
def spread_over_time(indicator_id: str, geography_id: str) -> pd.DataFrame:
    """The columns of `over_time` in a row for each quantile in SPREAD, whose name is its code too, and one for England:
    for so many areas that a line for each would say nothing.
    """
    wide, _ = over_time(indicator_id, geography_id)
    values, england = wide.drop(columns=["area_code", "area_name"]), wide["area_code"] == ENGLAND
    among = values[~england].quantile(list(SPREAD)).set_axis(list(SPREAD.values()), axis="index")
    named = among.assign(area_code=among.index, area_name=among.index)
    return pd.concat([wide[england], named[wide.columns]], ignore_index=True)


@cached
def rows(indicator_id: str, geography_id: str, period: str) -> pd.DataFrame:
    """The figures as a table, best first, those without a figure last: indicator, title, unit, geography, period, rank,
    area_name, area_code, value, change (since the first comparable period with enough figures), change_since, lower,
    upper, status, status_meaning, approximate, industry, derivation, dataset, and each row's own source.
    """
    here, indicator = figures(indicator_id, geography_id, period), cache.indicator(indicator_id)
    since, before = _first(indicator_id, geography_id, period, count=int(here["value"].count()))
    found = here.drop(columns=["label", "short", "tip"]).assign(
        indicator=indicator_id,
        title=indicator.title,
        unit=indicator.unit,
        rank=measures.rank(here["value"], polarity=indicator.polarity),
        change=here["value"] - here["area_code"].map(before),
        change_since=since,
        status_meaning=statuses.each(here),
    )
    sources = answer(provenance.sources_of, Series(indicator_id, geography_id)).drop(columns="attribution")
    sourced = found.merge(sources, on="dataset_id", how="left").sort_values("rank", na_position="last")
    return sourced.rename(columns={"geography_id": "geography", "dataset_id": "dataset"})


def _first(indicator_id: str, geography_id: str, period: str, *, count: int) -> tuple[str, pd.Series]:
    """The first comparable period in which enough areas have a figure, of the `count` that have one now, and its
    figures by area code; no period where that is `period` itself.
    """
    earlier = comparable(indicator_id, geography_id, period)
    counts = earlier.groupby("period")["value"].count()
    first = min(counts.index[counts >= _HALF * count], default=period)
    since = "" if first == period else first
    return since, earlier[earlier["period"] == since].set_index("area_code")["value"]


@cached
def all_periods(indicator_id: str, geography_id: str) -> pd.DataFrame:
    """The figures of every period, and England's: indicator, title, unit, geography, area_code, area_name, period,
    value, lower, upper, status, status_meaning, derivation, dataset.
    """
    found = pd.concat([answer(queries.figures, indicator_id, geography_id), compared(indicator_id)], ignore_index=True)
    indicator = cache.indicator(indicator_id)
    named = found.assign(
        indicator=indicator_id,
        title=indicator.title,
        unit=indicator.unit,
        status_meaning=statuses.each(found),
    )
    return named.rename(columns={"geography_id": "geography", "dataset_id": "dataset"})
