"""The places most like this one, with the way to look at why, and to compare with them."""

from __future__ import annotations

import streamlit as st

from lis_data import judgement, queries
from lis_data.model import Series
from lis_data.wording import listed
from pages.ui.exhibit import page
from pages.ui.rows import each_row
from pages.ui.shell import frame
from pages.ui.state import links
from pages.ui.state.cache import answer, cached
from pages.ui.views.profile.choice import Place


def show(place: Place) -> None:
    """The five nearest by structural features, and the links."""
    found = answer(queries.peers, place.area_code, geography_id=place.geography_id)
    if found.empty:
        frame.section("Comparable places")
        st.markdown("It lacks too many figures for a comparison of structure.")
        return
    page.cite(*(Series(key, place.geography_id) for key in _compared()))
    frame.section(f"Most like {listed(found['area_name'].head(2).tolist())} in structure")
    names = "\n".join(f"{int(row.rank)}. {row.area_name} (distance {row.distance:.2f})" for row in each_row(found))
    st.markdown(names)
    st.caption("The five nearest by sector mix, density, size and skills; the smaller the distance, the more alike.")
    here = (place.geography_id, place.area_code)
    links.show([links.comparable(here), links.compare(here, found["area_code"].tolist())])


@cached
def _compared() -> tuple[str, ...]:
    """The indicators that the features are made of."""
    features = answer(judgement.peer_features)
    return tuple(filter(None, dict.fromkeys([*features["indicator_id"], *features["per"]])))
