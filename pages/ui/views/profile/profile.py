"""The profile of one place, from its headline to its claims."""

from __future__ import annotations

from pathlib import Path

import streamlit as st

from pages.ui.exhibit import page
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


def show(place: Place) -> None:
    """One story: headline, what stands out, sectors and R&D, scorecard, own figures, inside, alike, claims."""
    st.html(_STYLE)
    page.credit(place.geography_id)
    rows = scorecard.of(place.geography_id, place.area_code)
    finding, subtitle = text.finding(rows, place), text.subtitle(place, programme.strategy(place))
    boundary_changes.show(rows, place)
    if rows["value"].notna().any():
        card = scorecard.exhibit(rows, place, finding=finding, subtitle=subtitle)
        page.finding(card)
        scorecard.show_productivity(rows)
        standouts.show(rows, place)
        economy.show(rows, place)
        scorecard.show(card)
    else:
        page.headline(finding, subtitle)
        page.cite(*scorecard.series(rows, place))
        economy.show(rows, place)
    own.show(place)
    districts.show(place)
    left, right = st.columns(2, gap="large")
    with left:
        nearby.show(place)
    with right:
        programme.show(place)
