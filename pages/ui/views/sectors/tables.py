"""The figures of industries arranged for charts and tables."""

from __future__ import annotations

import textwrap
from collections.abc import Sequence

import pandas as pd

from lis_data import queries
from pages.ui.exhibit.table import Column
from pages.ui.state.cache import answer, cached
from pages.ui.views.sectors import blind_spot, volumes
from pages.ui.views.sectors.choice import Choice

MOST_BARS, MOST_ROWS, MOST_LEADERS, MOST_LISTED = 40, 24, 20, 100
"""Bars, rows of a grid, rows of leaders, and rows of a table at the most; the file to take away has all."""
_FIXED = ("indicator", "unit", "period", "geography", "area_code", "industry")


@cached
def industries(choice: Choice) -> pd.DataFrame:
    """Every area's industries at the chosen detail, columns as in `queries.sector_strengths`; none twice, and
    without the rent that owner-occupiers do not pay.
    """
    found = answer(queries.sector_strengths, *choice.series, period=choice.period, base=choice.base)
    return found[found[choice.detail] & ~found["imputed"]]


@cached
def places(choice: Choice) -> frozenset[str]:
    """The codes of the areas that have a figure of any industry."""
    rows = industries(choice)
    return frozenset(rows.loc[rows["location_quotient"].notna(), "area_code"])


def economy_growth(choice: Choice) -> float | None:
    """England's growth over all industries, in % a year; None where there is nothing earlier."""
    if choice.base is None:
        return None
    found = answer(queries.sector_strengths, *choice.series, period=choice.period, base=choice.base)
    known = found.loc[found["level"] == "total", "benchmark_growth"].dropna()
    return None if known.empty else float(known.iloc[0])


@cached
def large(choice: Choice) -> pd.DataFrame:
    """The industries of the chosen place, or of all, with a location quotient and of the smallest size or above, the
    most specialised first.
    """
    rows = industries(choice)
    return _large_enough(rows[rows["area_code"] == choice.area_code] if choice.area_code else rows, choice)


def large_in(areas: Sequence[str], choice: Choice) -> pd.DataFrame:
    """The same of several places."""
    rows = industries(choice)
    return _large_enough(rows[rows["area_code"].isin(areas)], choice)


def _large_enough(rows: pd.DataFrame, choice: Choice) -> pd.DataFrame:
    large_enough = (rows["value"] >= choice.least) & rows["location_quotient"].notna()
    return rows[large_enough].sort_values("location_quotient", ascending=False)


def labelled(rows: pd.DataFrame, choice: Choice) -> pd.DataFrame:
    """`rows` with `label`: the figure in words."""
    return rows.assign(label=rows["value"].map(choice.number))


def notable(rows: pd.DataFrame) -> pd.DataFrame:
    """Those whose share is farthest from England's first: they are named before others."""
    away = (rows["share"] - rows["benchmark_share"]).abs()
    return rows.loc[away.sort_values(ascending=False).index]


@cached
def leaders(choice: Choice) -> pd.DataFrame:
    """A row an industry, the one with the strongest leader first: industry, title, quotients and codes (of its
    places, highest first), leader, largest.
    """
    table = (
        large(choice)
        .groupby("industry", sort=False)
        .agg(
            title=("title", "first"),
            quotients=("location_quotient", _first),
            codes=("area_code", _first),
            leader=("area_name", "first"),
            largest=("location_quotient", "first"),
        )
    )
    return table.reset_index().head(MOST_LEADERS)


def _first(values: pd.Series) -> list[object]:
    return values.tolist()[:MOST_BARS]


@cached
def across(choice: Choice, industry: str) -> pd.DataFrame:
    """One industry's location quotient in every area, as `charts.places.ranked_bars` takes it, highest first."""
    rows = industries(choice)
    rows = rows[(rows["industry"] == industry) & rows["location_quotient"].notna()]
    times = rows["location_quotient"].map("{:.2f} ×".format)
    bars = rows[["area_code", "area_name", "title"]].assign(value=rows["location_quotient"], label=times, short=times)
    return bars.sort_values("value", ascending=False)


def first_bars(bars: pd.DataFrame, area_code: str | None) -> pd.DataFrame:
    """The first bars, and the chosen area's."""
    return bars[(bars["area_code"] == area_code) | (bars.reset_index().index < MOST_BARS)]


def first_of_each(rows: pd.DataFrame) -> pd.DataFrame:
    """The leader of each industry, of as many industries as a table lists; `rows` best first."""
    return rows.drop_duplicates("industry").head(MOST_LISTED)


def side_by_side(rows: pd.DataFrame, large: pd.DataFrame, areas: list[str]) -> pd.DataFrame:
    """Industries (most outstanding first) by places: their location quotients, as on the grid but of all industries."""
    order = large["industry"].drop_duplicates().head(MOST_LISTED)
    names = rows.drop_duplicates("area_code").set_index("area_code")["area_name"]
    wide = rows.pivot(index=["industry", "title"], columns="area_code", values="location_quotient")
    wide = wide.reset_index("title").reindex(order)[["title", *areas]]
    return wide.rename(columns={"title": "Industry", **names.to_dict()})


def grid(rows: pd.DataFrame, large: pd.DataFrame, areas: list[str]) -> pd.DataFrame:
    """Cells of places and industries: row, title, column (a place's name in lines), value, text; the industries in
    the order in which one of the places stands out, the places as they were chosen.
    """
    order = {industry: at for at, industry in enumerate(large["industry"].drop_duplicates().head(MOST_ROWS))}
    rows = rows[rows["industry"].isin(order)]
    quotients = rows["location_quotient"]
    cells = pd.DataFrame(
        {
            "row": rows["industry"],
            "title": rows["title"],
            "column": rows["area_name"].map(lambda name: "|".join(textwrap.wrap(name, 14))),
            "value": quotients,
            "text": quotients.map(lambda times: "–" if pd.isna(times) else f"{times:.2f}"),
        }
    )
    columns = rows["area_code"].map(areas.index)
    return cells.assign(at=rows["industry"].map(order), order=columns).sort_values(["at", "order"])


@cached
def with_columns(choice: Choice, *areas: str) -> pd.DataFrame:
    """The rows of the view (of several `areas`, where places are compared), with the fields of `columns`."""
    rows = large_in(areas, choice) if areas else large(choice)
    fixed = {"indicator": choice.indicator_id, "unit": choice.unit, "period": choice.period}
    if choice.base is not None:
        fixed["base"] = choice.base
    named = rows.rename(columns={"geography_id": "geography", "title": "industry_title"})
    return named.assign(**fixed, blind_spot=blind_spot.badges(rows, choice))


def columns(choice: Choice) -> tuple[Column, ...]:
    """What is said of an industry in a place: on the page, and in files."""
    return (
        Column("industry_title", "Industry"),
        Column("area_name", "" if choice.area_code else "Place"),
        Column("blind_spot", "Blind spot", width=140),
        Column("value", f"Size ({choice.unit})", "%,.0f"),
        Column("share", "Share %", "%.1f"),
        Column("benchmark_share", "England %", "%.1f"),
        Column("location_quotient", "Location quotient", "%.2f"),
        *(_since(choice) if choice.base is not None else ()),
        *map(Column, ("status", "share_of_england", *_FIXED)),
    )


def _since(choice: Choice) -> tuple[Column, ...]:
    """What has changed since an earlier year."""
    return (
        Column("share_change", "Share change (points)", "%+.2f"),
        Column("growth", "Growth (% a year)", "%+.1f"),
        Column("benchmark_growth", "England (% a year)", "%+.1f"),
        *volumes.columns(choice),
        *map(Column, ("earlier_value", "earlier_share", "base")),
    )
