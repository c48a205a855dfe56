"""What the page on comparable places shows: the view, the place, the weights, and how many peers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypedDict

import streamlit as st

from geo.areas import GEOGRAPHIES, Geography
from lis_data import queries
from lis_data.model import Series
from pages.ui.state import pickers
from pages.ui.state.cache import answer, cached
from pages.ui.state.links import Area
from pages.ui.views.peers import weights

VIEWS = {"alike": "Most alike", "better": "Alike and doing better"}
PLACES = ("lep-2017", "lep-2020", "lep-2021", "nuts2-2016")
"""The geographies of which there are enough areas, with enough features, to find peers among."""
_MOST = 10


class Asked(TypedDict):
    """What peers depend on besides the place, as the questions take it."""

    geography_id: str
    weights: weights.Weights


@dataclass(frozen=True)
class Choice:
    """What is chosen: the place with its name, and what its peers depend on."""

    geography: Geography
    area_code: str
    area_name: str
    weights: weights.Weights
    k: int

    @property
    def area(self) -> Area:
        """The place as links name it."""
        return self.geography.geography_id, self.area_code

    @property
    def asked(self) -> Asked:
        """What is asked of `queries.similar_places` and its like besides the area."""
        return Asked(geography_id=self.geography.geography_id, weights=self.weights)

    @property
    def series(self) -> tuple[Series, ...]:
        """What the comparison rests on: the indicators of each feature that counts."""
        return tuple(Series(name, self.geography.geography_id) for name in _indicators(self.weights))

    @property
    def name(self) -> str:
        """The end of a file's name."""
        return f"{self.geography.geography_id}_{self.area_code}"


@cached
def _indicators(changed: weights.Weights) -> tuple[str, ...]:
    features = answer(queries.peer_features).set_index("feature_id")
    counted = features["weight"].astype(float).to_dict() | dict(changed)
    used = features.loc[[name for name, weight in counted.items() if weight > 0]]
    return tuple(filter(None, dict.fromkeys([*used["indicator_id"], *used["per"]])))


def view() -> str:
    """The chosen view."""
    return pickers.view(VIEWS)


def open_better() -> None:
    """Turn to the view of those that do better; for a button."""
    st.session_state["view"] = "better"


def open_place(geography_id: str, area_code: str) -> None:
    """Turn to another place; for a button."""
    st.session_state["geography"], st.session_state["area"] = geography_id, area_code


def choose(*, key: str, default: int) -> Choice:
    """The pickers of place and geography and of how many peers (under `key`), and the fold with the weights."""
    who, where, many = st.columns([5, 4, 2])
    with where:
        titles = {name: GEOGRAPHIES[name].title for name in PLACES}
        geography_id = pickers.one_of("Geography", titles, key="geography", default=PLACES[0])
    names = pickers.names(geography_id)
    with who:
        area_code = pickers.one_of("Place", names, key="area", default=next(iter(names)))
    with many:
        numbers = {str(k): str(k) for k in range(1, _MOST + 1)}
        k = int(pickers.one_of("Peers", numbers, key=key, default=str(default)))
    return Choice(GEOGRAPHIES[geography_id], area_code, names[area_code], weights.choose(), k)
