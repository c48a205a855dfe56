"""The places most like this one, with the way to look at why, and to compare with them."""

from __future__ import annotations

import streamlit as st

from lis_data import queries
from lis_data.wording import listed
from pages.ui.shell import frame
from pages.ui.state import links
from pages.ui.state.cache import answer
from pages.ui.views.profile.choice import Place


def show(place: Place) -> None:
    """The five nearest by structural features, and the links."""
    found = answer(queries.peers, place.area_code, geography_id=place.geography_id)
    if found.empty:
        frame.section("Comparable places")
        return st.markdown("It lacks too many figures for a comparison of structure.")
    frame.section(f"Most like {listed(found['area_name'].head(2).tolist())} in structure")
    names = "\n".join(
        f"{int(row.rank)}. {row.area_name} (distance {row.distance:.2f})" for row in found.itertuples(index=False)
    )
    st.markdown(names)
    st.caption("The five nearest by sector mix, density, size and skills; the smaller the distance, the more alike.")
    here = (place.geography_id, place.area_code)
    links.show([links.comparable(here), links.compare(here, found["area_code"].tolist())])
