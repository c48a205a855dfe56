"""Which indicator, where, when and which place; all of it stands in the address."""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd
import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from lis_data import queries
from lis_data.period import label, parse
from pages.ui.exhibit import tables
from pages.ui.state import pickers, player
from pages.ui.state.cache import answer
from pages.ui.state.selection import Selection


@dataclass(frozen=True)
class Chosen(Selection):
    """The selection with its figures."""

    @property
    def asked(self) -> tuple[str, str, str]:
        """Indicator, geography and period."""
        return self.indicator_id, self.geography_id, self.period

    @property
    def figures(self) -> pd.DataFrame:
        """The figures as `tables.figures` has them."""
        return tables.figures(*self.asked)

    @property
    def subtitle(self) -> str:
        """`Business R&D as % of GDP in 2018, NUTS 2 regions (2016)`."""
        return f"{self.indicator.title} in {label(self.period)}, {self.geography.title}"


def choose(
    indicator_id: str, *, geography: str, where: DeltaGenerator, who: DeltaGenerator
) -> tuple[Chosen, DeltaGenerator]:
    """The pickers of geography and place in their columns and the period under them, with the room at its right;
    `geography` is the one that the page opens with.
    """
    coverage = answer(queries.coverage, indicator_id)
    with where:
        geography_id = pickers.geography(coverage, default=geography)
    with who:
        area_code = pickers.area(geography_id)
    timeline, settings = st.columns([7, 3], vertical_alignment="bottom")
    covered = coverage[coverage["geography_id"] == geography_id]
    periods = {period: label(period) for period in sorted(covered["period"], key=parse)}
    with timeline:
        breaks = answer(queries.breaks, indicator_id, geography_id)
        period = player.period(
            periods,
            default=queries.latest_period(covered),
            comparable_from=max(breaks, default=""),
        )
    return Chosen(indicator_id, geography_id, period, area_code or ""), settings
