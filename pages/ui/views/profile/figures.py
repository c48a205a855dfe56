"""The scorecard as a table: figures in words to be read, each with its own unit, and plain numbers in files."""

from __future__ import annotations

import pandas as pd

from lis_data import queries, statuses
from lis_data.model import FOUNDATIONS
from lis_data.period import label
from pages.ui.exhibit.table import Column
from pages.ui.state.cache import answer, cached
from pages.ui.views.profile import text

COLUMNS = (
    Column("foundation"),
    Column("foundation_title", "Foundation"),
    Column("indicator_id"),
    Column("title", "Indicator"),
    *map(Column, ("unit", "decimals", "polarity", "area_code", "area_name", "period")),
    Column("when", "Period"),
    *map(Column, ("value", "lower", "upper", "status", "derivation")),
    Column("figure", "Figure"),
    Column("england_figure", "England"),
    Column("rank", "Rank"),
    Column("areas", "Of"),
    *map(Column, ("of_areas", "tied", "percentile")),
    Column("standing", "Percentile (100 = best)", "%.0f"),
    Column("interval", "95% interval"),
    Column("tested", "Significant"),
    Column("median"),
    Column("median_figure", "Median"),
    *map(Column, ("england", "england_lower", "england_upper", "england_derivation")),
    *map(Column, ("england_percentile", "england_standing", "gap", "better", "significant", "verdict")),
    *map(Column, ("base", "earlier", "change")),
    Column("changed", "Change"),
    *map(Column, ("england_earlier", "england_change")),
    Column("england_changed", "England’s change"),
    Column("since", "Since"),
    Column("status_words", "Status"),
)
"""Those with a heading are read; in files stand those that `queries.scorecards` has."""


@cached
def in_words(geography_id: str, area_code: str) -> pd.DataFrame:
    """What is read of a place's rows of `queries.scorecards`."""
    everything = answer(queries.scorecards, geography_id)
    rows = everything[everything["area_code"] == area_code]
    each = [row for _, row in rows.iterrows()]
    return rows.assign(
        foundation_title=rows["foundation"].map(FOUNDATIONS),
        when=[text.when(row) for row in each],
        figure=[text.figure(row) for row in each],
        england_figure=[text.figure(row, "england") for row in each],
        interval=[_interval(row) for row in each],
        tested=rows["significant"].map({True: "yes", False: "no"}).fillna(""),
        median_figure=[text.figure(row, "median") for row in each],
        changed=[_changed(row, "change") for row in each],
        england_changed=[_changed(row, "england_change") for row in each],
        since=[label(row["base"]) if pd.notna(row["change"]) else "" for row in each],
        status_words=statuses.each(rows),
    )


def _changed(row: pd.Series, column: str) -> str:
    return text.change(row, column) if pd.notna(row[column]) else ""


def _interval(row: pd.Series) -> str:
    if pd.isna(row["lower"]):
        return ""
    return f"{text.figure(row, 'lower')} to {text.figure(row, 'upper')}"
