"""How unlike the districts inside a place are: its spread in a few indicators, with the extremes named."""

from __future__ import annotations

import functools

import pandas as pd
import streamlit as st

from lis_data import queries
from lis_data.model import Series
from lis_data.period import label
from lis_data.wording import listed
from pages.ui.exhibit import page
from pages.ui.exhibit.chart import Chart
from pages.ui.exhibit.charts import standing as charts
from pages.ui.exhibit.charts.base import Spec
from pages.ui.exhibit.exhibit import Exhibit
from pages.ui.exhibit.palette import Ink
from pages.ui.exhibit.table import Column, Table
from pages.ui.shell import frame
from pages.ui.state.cache import answer, cached
from pages.ui.views.profile import text
from pages.ui.views.profile.choice import Place


def show(place: Place) -> None:
    """The strips and what they show; a place of one district has no spread."""
    rows = answer(queries.district_spread, place.geography_id, place.area_code)
    if rows.empty or rows["indicator_id"].value_counts().max() == 1:
        frame.section("Inside the place")
        st.markdown("It is one district, or no figures are published of its districts.")
        return
    page.show(_exhibit(rows, place))


def _exhibit(rows: pd.DataFrame, place: Place) -> Exhibit:
    """The districts of the place in a few indicators."""
    found = rows[["indicator_id", "district_geography_id"]].drop_duplicates().itertuples(index=False, name=None)
    wide = _wide(place.geography_id, place.area_code)
    return Exhibit(
        key="districts",
        name=f"districts_{place.geography_id}_{place.area_code}",
        finding=_finding(rows),
        subtitle=f"{place.name}. Each district’s figure, the place’s own and England’s, in the same period.",
        table=Table(
            rows,
            (
                Column("district_name", "District"),
                *(Column(name, name) for name in wide.columns[1:]),
                *map(Column, rows.columns.drop("district_name")),
            ),
            alt=f"{len(wide)} districts",
            read=wide,
        ),
        series=tuple(Series(*pair) for pair in found),
        picture=Chart(functools.partial(_strips, place.geography_id, place.area_code, place.name), _alternative(rows)),
        caption=_caption(place),
    )


def _caption(place: Place) -> str:
    split = answer(queries.split_districts, place.geography_id, place.area_code)
    part = f" Only partly inside: {listed(split['district_name'].tolist())}." if len(split) else ""
    return (
        "A dot for each district, in the boundaries of the year that the figures are published for; the tall mark is "
        f"the place, the orange one England.{part}"
    )


@cached
def _wide(geography_id: str, area_code: str) -> pd.DataFrame:
    """A row a district, a column an indicator with its unit."""
    rows = answer(queries.district_spread, geography_id, area_code)
    headed = rows.assign(column=rows["title"] + ", " + rows["period"].map(label) + " (" + rows["unit"] + ")")
    wide = headed.pivot(index="district_name", columns="column", values="value")
    return wide[headed["column"].unique()].round(1).rename_axis("district_name").reset_index()


def _finding(rows: pd.DataFrame) -> str:
    """`GVA per hour worked runs from £32.53 in Oldham to £44.77 in Manchester`."""
    first = rows[rows["indicator_id"] == rows["indicator_id"].iloc[0]]
    low, high = first.iloc[0], first.iloc[-1]
    return (
        f"Inside it, {low['title']} runs from {text.figure(low)} in {low['district_name']} to {text.figure(high)} in "
        f"{high['district_name']}"
    )


@cached
def _strips(geography_id: str, area_code: str, name: str, ink: Ink) -> Spec:
    """The strips; the same for all readers, so never written to."""
    rows = answer(queries.district_spread, geography_id, area_code)
    drawn = [_one(figures, name) for _, figures in rows.groupby("indicator_id", sort=False)]
    return charts.districts(pd.DataFrame(drawn), ink=ink)


def _one(figures: pd.DataFrame, name: str) -> dict[str, object]:
    """An indicator's row of `charts.districts`: its figures between the lowest and the highest of all."""
    first, last = figures.iloc[0], figures.iloc[-1]
    ends = pd.Series([*figures["value"], first["place"], first["england"]]).dropna()
    low, width = ends.min(), (ends.max() - ends.min()) or 1.0
    compared = [f"{name} {text.figure(first, 'place')}" if pd.notna(first["place"]) else ""]
    compared += [f"England {text.figure(first, 'england')}" if pd.notna(first["england"]) else ""]
    return {
        "indicator_id": first["indicator_id"],
        "title": f"{first['title']}, {label(first['period'])}",
        "figures": " · ".join(filter(None, compared)),
        "lowest": f"{first['district_name']} {text.figure(first)}",
        "highest": f"{last['district_name']} {text.figure(last)}",
        "ats": (100 * (figures["value"] - low) / width).tolist(),
        "names": [f"{row['district_name']}: {text.figure(row)}" for _, row in figures.iterrows()],
        "at": 100 * (first["place"] - low) / width,
        "england_at": 100 * (first["england"] - low) / width,
    }


def _alternative(rows: pd.DataFrame) -> str:
    """The strips as a text: the extremes of each."""
    parts = []
    for _, figures in rows.groupby("indicator_id", sort=False):
        low, high = figures.iloc[0], figures.iloc[-1]
        parts.append(
            f"{low['title']} from {text.figure(low)} in {low['district_name']} to {text.figure(high)} in "
            f"{high['district_name']}"
        )
    return f"Districts: {'; '.join(parts)}."
