"""How unlike the districts inside a place are: its spread in a few indicators, with the extremes named."""

from __future__ import annotations

import functools

import pandas as pd
import streamlit as st

from lis_data import queries
from lis_data.period import label
from lis_data.wording import inside, listed
from pages.ui.exhibit import extracts, pictures, provenance
from pages.ui.exhibit.charts import standing as charts
from pages.ui.exhibit.charts.base import Spec
from pages.ui.exhibit.palette import Ink, ink
from pages.ui.shell import frame
from pages.ui.state.cache import answer, cached
from pages.ui.views.profile import text
from pages.ui.views.profile.choice import Place


def show(place: Place) -> None:
    """The strips and what they show; a place of one district has no spread."""
    rows = answer(queries.district_spread, place.geography_id, place.area_code)
    if rows.empty or rows["indicator_id"].value_counts().max() == 1:
        frame.section("Inside the place")
        return st.markdown("It is one district, or no figures are held of its districts.")
    frame.section(_finding(rows))
    spec = _strips(place.geography_id, place.area_code, place.name, ink())
    st.vega_lite_chart(dict(spec), alt=_told(rows))
    split = answer(queries.split_districts, place.geography_id, place.area_code)
    part = f" Only partly inside: {listed(split['district_name'].tolist())}." if len(split) else ""
    st.caption(
        "A dot for each district, in the boundaries of the year that the figures are published for; the tall mark is "
        f"the place, the orange one England.{part}"
    )
    with st.container(key="district-figures"):
        table = _table(place.geography_id, place.area_code)
        st.dataframe(table, hide_index=True, placeholder="–", alt=f"{len(table)} districts")
        _files(rows, place)


@cached
def _table(geography_id: str, area_code: str) -> pd.DataFrame:
    """A row a district, a column an indicator with its unit."""
    rows = answer(queries.district_spread, geography_id, area_code)
    headed = rows.assign(column=rows["title"] + ", " + rows["period"].map(label) + " (" + rows["unit"] + ")")
    wide = headed.pivot(index="district_name", columns="column", values="value")
    return wide[headed["column"].unique()].round(1).rename_axis("District").reset_index()


def _files(rows: pd.DataFrame, place: Place) -> None:
    shown = rows[["indicator_id", "district_geography_id"]].drop_duplicates().itertuples(index=False, name=None)
    extract = extracts.Extract(
        name=f"districts_{place.geography_id}_{place.area_code}",
        finding=f"{place.name}: {inside(_finding(rows))}",
        subtitle="Each district’s figure, the place’s own and England’s, in the same period.",
        rows=rows,
        sources=answer(provenance.sources_of, *shown),
    )
    draw = functools.partial(_strips, place.geography_id, place.area_code, place.name)
    pictures.offer_files(extract, lambda paper: dict(draw(paper)))


def _finding(rows: pd.DataFrame) -> str:
    """`GVA per hour worked runs from £32.53 in Oldham to £44.77 in Manchester`."""
    first = rows[rows["indicator_id"] == rows["indicator_id"].iloc[0]]
    low, high = first.iloc[0], first.iloc[-1]
    return (
        f"Inside it, {low['title']} runs from {text.figure(low)} in {low['district_name']} to {text.figure(high)} in "
        f"{high['district_name']}"
    )


@cached
def _strips(geography_id: str, area_code: str, name: str, ink_: Ink) -> Spec:
    """The strips; the same for all readers, so never written to."""
    rows = answer(queries.district_spread, geography_id, area_code)
    drawn = [_one(figures, name) for _, figures in rows.groupby("indicator_id", sort=False)]
    return charts.districts(pd.DataFrame(drawn), ink=ink_)


def _one(figures: pd.DataFrame, name: str) -> dict[str, object]:
    """An indicator's row of `charts.districts`: its figures between the lowest and the highest of all."""
    first, last = figures.iloc[0], figures.iloc[-1]
    ends = pd.Series([*figures["value"], first["place"], first["england"]]).dropna()
    low, width = ends.min(), (ends.max() - ends.min()) or 1.0
    told = [f"{name} {text.figure(first, 'place')}" if pd.notna(first["place"]) else ""]
    told += [f"England {text.figure(first, 'england')}" if pd.notna(first["england"]) else ""]
    return {
        "indicator_id": first["indicator_id"],
        "title": f"{first['title']}, {label(first['period'])}",
        "told": " · ".join(part for part in told if part),
        "lowest": f"{first['district_name']} {text.figure(first)}",
        "highest": f"{last['district_name']} {text.figure(last)}",
        "ats": (100 * (figures["value"] - low) / width).tolist(),
        "names": [f"{row['district_name']}: {text.figure(row)}" for _, row in figures.iterrows()],
        "at": 100 * (first["place"] - low) / width,
        "england_at": 100 * (first["england"] - low) / width,
    }


def _told(rows: pd.DataFrame) -> str:
    """The strips as a text: the extremes of each."""
    parts = []
    for _, figures in rows.groupby("indicator_id", sort=False):
        low, high = figures.iloc[0], figures.iloc[-1]
        parts.append(
            f"{low['title']} from {text.figure(low)} in {low['district_name']} to {text.figure(high)} in "
            f"{high['district_name']}"
        )
    return f"Districts: {'; '.join(parts)}."
