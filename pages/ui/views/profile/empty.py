"""The page before a place is chosen: a table of places, each with its lead indicators and the link to its profile."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from geo import areas
from lis_data import judgement, queries
from lis_data.model import Series
from pages.ui.exhibit import page
from pages.ui.exhibit.exhibit import Exhibit
from pages.ui.exhibit.table import Column, Table
from pages.ui.shell import frame
from pages.ui.state.cache import answer, cached
from pages.ui.state.clicks import Click
from pages.ui.views.profile import text
from pages.ui.views.profile.choice import Place

_LEADING = {"gva_per_hour": "GVA per hour (£)", "employment_rate": "Employment rate (%)", "nvq4_plus_pct": "NVQ 4+ (%)"}
_COLUMNS = (
    Column("area_code"),
    Column("area_name", "Place"),
    *(Column(indicator_id, heading, "%.1f") for indicator_id, heading in _LEADING.items()),
    Column("strengths", "Strengths"),
    Column("weaknesses", "Weaknesses"),
)


def show(place: Place) -> None:
    """What the profile has, and a table to choose from."""
    glance = _glance(place)
    page.finding(glance)
    frame.section(f"The {place.geography.plural} at a glance")
    st.caption("A click on a row opens its profile, as the picker above does.")
    page.table(glance)


def _glance(place: Place) -> Exhibit:
    """The places with their lead indicators, strengths and weaknesses."""
    rows, plural = _rows(place.geography_id), place.geography.plural
    return Exhibit(
        key="glance",
        name=f"profiles_{place.geography_id}",
        finding=f"Choose one of {len(rows)} {plural} to see its whole evidence on one page",
        subtitle="A scorecard of the five foundations, strengths and weaknesses by rule, sectors, R&D, its districts, "
        "comparable places and what its strategy claimed.",
        table=Table(rows, _COLUMNS, alt=f"{len(rows)} {plural}", click=Click("area", "area_code")),
        series=tuple(Series(key, place.geography_id) for key in _counted(place.geography_id)),
        facts={"Strengths and weaknesses": text.RULE.format(plural=plural)},
    )


@cached
def _counted(geography_id: str) -> tuple[str, ...]:
    """The indicators among which strengths and weaknesses are counted, the leading ones first."""
    found = set(answer(queries.scorecards, geography_id)["indicator_id"])
    ordered = dict.fromkeys([*_LEADING, *answer(judgement.scorecard)["indicator_id"]])
    return tuple(indicator_id for indicator_id in ordered if indicator_id in found)


@cached
def _rows(geography_id: str) -> pd.DataFrame:
    """A row an area, by name: its lead indicators, strengths and weaknesses."""
    rows = answer(queries.scorecards, geography_id)
    leading = rows.pivot(index="area_code", columns="indicator_id", values="value").reindex(columns=list(_LEADING))
    judged = rows[rows["value"].notna()]
    counts = pd.crosstab(judged["area_code"], judged["verdict"]).reindex(columns=["strength", "weakness"], fill_value=0)
    names = answer(areas.areas, geography_id).set_index("area_code")["name"].rename("area_name")
    both = pd.concat([names, leading, counts], axis=1).reindex(names.index)
    named = both.rename(columns={"strength": "strengths", "weakness": "weaknesses"})
    return named.sort_values("area_name").reset_index()
