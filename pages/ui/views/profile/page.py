"""The profile of one place, from its headline to its sources."""

from __future__ import annotations

from pathlib import Path

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from lis_data.model import Series
from pages.ui.shell import frame
from pages.ui.views.profile import (
    boundary_changes,
    districts,
    economy,
    nearby,
    own,
    programme,
    scorecard,
    standouts,
    text,
)
from pages.ui.views.profile.choice import Place

_STYLE = Path(__file__).with_name("profile.css")


def show(place: Place, headline: DeltaGenerator) -> None:
    """One story: headline, what stands out, sectors and R&D, scorecard, own figures, inside, alike, claims, sources."""
    st.html(_STYLE)
    frame.credit(place.geography_id)
    rows = scorecard.of(place.geography_id, place.area_code)
    finding, subtitle = text.finding(rows, place), text.subtitle(place, programme.strategy(place))
    with headline:
        frame.headline(finding, subtitle)
    boundary_changes.show(rows, place)
    if rows["value"].notna().any():
        scorecard.show_productivity(rows)
        standouts.show(rows, place)
    economy.show(rows, place)
    if rows["value"].notna().any():
        scorecard.show(rows, place, finding=finding, subtitle=subtitle)
    uploaded = own.show(place)
    districts.show(place)
    left, right = st.columns(2, gap="large")
    with left:
        nearby.show(place)
    with right:
        programme.show(place)
    frame.sources(*(Series(indicator_id, place.geography_id) for indicator_id in (*uploaded, *rows["indicator_id"])))
