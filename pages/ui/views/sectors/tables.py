"""The figures of industries arranged for charts, tables and files."""

from __future__ import annotations

import textwrap
from collections.abc import Mapping, Sequence

import pandas as pd
import streamlit as st

from lis_data import queries
from pages.ui.state.cache import answer, cached
from pages.ui.views.sectors import volumes
from pages.ui.views.sectors.choice import Choice

MOST_BARS, MOST_ROWS, MOST_LEADERS, MOST_LISTED = 40, 24, 20, 100
"""Bars, rows of a grid, rows of leaders, and rows of a table at the most; the file to take away has all."""


@cached
def industries(choice: Choice) -> pd.DataFrame:
    """Every area's industries at the chosen detail, columns as in `queries.sector_strengths`; none twice, and
    without the rent that owner-occupiers do not pay.
    """
    found = answer(queries.sector_strengths, *choice.shown, period=choice.period, base=choice.base)
    return found[found[choice.detail] & ~found["imputed"]]


@cached
def places(choice: Choice) -> frozenset[str]:
    """The codes of the areas that have a figure of any industry."""
    rows = industries(choice)
    return frozenset(rows.loc[rows["location_quotient"].notna(), "area_code"])


def whole_growth(choice: Choice) -> float | None:
    """England's growth over all industries, in % a year; None where there is nothing earlier."""
    if choice.base is None:
        return None
    found = answer(queries.sector_strengths, *choice.shown, period=choice.period, base=choice.base)
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
    held = rows[(rows["value"] >= choice.least) & rows["location_quotient"].notna()]
    return held.sort_values("location_quotient", ascending=False)


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
            quotients=("location_quotient", lambda held: list(held)[:MOST_BARS]),
            codes=("area_code", lambda held: list(held)[:MOST_BARS]),
            leader=("area_name", "first"),
            largest=("location_quotient", "first"),
        )
    )
    return table.reset_index().head(MOST_LEADERS)


@cached
def across(choice: Choice, industry: str) -> pd.DataFrame:
    """One industry's location quotient in every area, as `charts.places.ranked_bars` takes it, highest first."""
    rows = industries(choice)
    held = rows[(rows["industry"] == industry) & rows["location_quotient"].notna()]
    times = held["location_quotient"].map("{:.2f} ×".format)
    bars = held[["area_code", "area_name", "title"]].assign(value=held["location_quotient"], label=times, short=times)
    return bars.sort_values("value", ascending=False)


def kept(bars: pd.DataFrame, area_code: str | None) -> pd.DataFrame:
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
    held = rows[rows["industry"].isin(order)]
    quotients = held["location_quotient"]
    cells = pd.DataFrame(
        {
            "row": held["industry"],
            "title": held["title"],
            "column": held["area_name"].map(lambda name: "|".join(textwrap.wrap(name, 14))),
            "value": quotients,
            "text": quotients.map(lambda times: "–" if pd.isna(times) else f"{times:.2f}"),
        }
    )
    places = held["area_code"].map(areas.index)
    return cells.assign(at=held["industry"].map(order), place=places).sort_values(["at", "place"])


def show(rows: pd.DataFrame, choice: Choice, *, badges: pd.Series) -> None:
    """The table of industries in the order of the rows, each with its badge of a blind spot."""
    unit = choice.unit
    numbers = {
        f"Size ({unit})": (rows["value"], "%,.0f"),
        "Share %": (rows["share"], "%.1f"),
        "England %": (rows["benchmark_share"], "%.1f"),
        "Location quotient": (rows["location_quotient"], "%.2f"),
        "Share change (points)": (rows["share_change"], "%+.2f"),
        "Growth (% a year)": (rows["growth"], "%+.1f"),
        "England (% a year)": (rows["benchmark_growth"], "%+.1f"),
        **volumes.columns(rows),
    }
    if choice.base is None:
        numbers = dict(list(numbers.items())[:4])
    named = {"Industry": rows["title"], **({} if choice.area_code else {"Place": rows["area_name"]})}
    alt = f"{choice.title} by industry: {len(rows)} rows with size, share and location quotient"
    draw({**named, "Blind spot": badges}, numbers, alt=alt)


def draw(texts: Mapping[str, pd.Series], numbers: Mapping[str, tuple[pd.Series, str]], *, alt: str) -> None:
    """A table of columns of text, then of numbers, each with the format (printf) in which it is written."""
    table = pd.DataFrame({**texts, **{name: held for name, (held, _) in numbers.items()}})
    columns = {name: st.column_config.NumberColumn(name, format=form) for name, (_, form) in numbers.items()}
    badge = {"Blind spot": st.column_config.TextColumn(width=140)} if "Blind spot" in texts else {}
    st.dataframe(table, hide_index=True, column_config={**columns, **badge}, placeholder="–", alt=alt)


@cached
def to_take_away(choice: Choice, *areas: str) -> pd.DataFrame:
    """The rows of the view (of several `areas`, where places are compared) with plain column names, for a file."""
    return _plain(large_in(areas, choice) if areas else large(choice), choice)


def _plain(rows: pd.DataFrame, choice: Choice) -> pd.DataFrame:
    fixed = {"indicator": choice.shown[0], "unit": choice.unit, "period": choice.period}
    columns = ["geography_id", "area_code", "area_name", "industry", "title", "value", "status", "share"]
    columns += ["benchmark_share", "location_quotient", "share_of_england"]
    since = ["earlier_value", "earlier_share", "share_change", "growth", "benchmark_growth"]
    if volumes.shown(choice):
        since += ["real_growth", "benchmark_real_growth"]
    if choice.base is not None:
        fixed["base"] = choice.base
        columns += since
    return rows[columns].rename(columns={"geography_id": "geography", "title": "industry_title"}).assign(**fixed)
