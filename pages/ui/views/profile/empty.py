"""The page before a place is chosen: a table of places, each with its lead indicators and the link to its profile."""

from __future__ import annotations

import pandas as pd
import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from geo import areas
from lis_data import queries
from lis_data.model import Series
from pages.ui.shell import frame
from pages.ui.state.cache import answer, cached
from pages.ui.views.profile.choice import Place

_SHOWN = {"gva_per_hour": "GVA per hour (£)", "employment_rate": "Employment rate (%)", "nvq4_plus_pct": "NVQ 4+ (%)"}


def show(place: Place, headline: DeltaGenerator) -> None:
    """What the profile has, and a table to choose from."""
    plural = place.geography.plural
    number = len(answer(areas.areas, place.geography_id))
    with headline:
        frame.headline(
            f"Choose one of {number} {plural} to see its whole evidence on one page",
            "A scorecard of the five foundations, strengths and weaknesses by rule, sectors, R&D, its districts, "
            "comparable places and what its strategy claimed.",
        )
    frame.section(f"The {plural} at a glance")
    st.caption("A click on a row opens its profile, as the picker above does.")
    table = _glance(place.geography_id)
    st.dataframe(
        table.drop(columns="area_code"),
        hide_index=True,
        placeholder="–",
        column_config={name: st.column_config.NumberColumn(format="%.1f") for name in _SHOWN.values()},
        key="glance",
        on_select=lambda: _take_click(table),
        selection_mode="single-row",
        alt=f"{len(table)} {plural}",
    )
    frame.sources(*(Series(indicator_id, place.geography_id) for indicator_id in _SHOWN))


def _take_click(table: pd.DataFrame) -> None:
    """A click on a row chooses its place."""
    picked = st.session_state["glance"].selection.rows
    if picked:
        st.session_state["area"] = str(table["area_code"].iloc[picked[0]])


@cached
def _glance(geography_id: str) -> pd.DataFrame:
    """A row an area, by name: its lead indicators, strengths and weaknesses."""
    rows = answer(queries.scorecards, geography_id)
    table = rows.pivot(index="area_code", columns="indicator_id", values="value").reindex(columns=list(_SHOWN))
    held = rows[rows["value"].notna()]
    counts = pd.crosstab(held["area_code"], held["verdict"]).reindex(columns=["strength", "weakness"], fill_value=0)
    names = answer(areas.areas, geography_id).set_index("area_code")["name"].rename("Place")
    both = pd.concat([names, table.rename(columns=_SHOWN), counts], axis=1).reindex(names.index)
    return both.rename(columns={"strength": "Strengths", "weakness": "Weaknesses"}).sort_values("Place").reset_index()
