"""What the view of partners shows: for which place, when, and what counts as a specialism."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import streamlit as st

from lis_data import queries
from lis_data.model import Series
from lis_data.period import label
from lis_data.queries.partners import LEAST_QUOTIENT, LEAST_VALUE
from pages.ui.state import pickers
from pages.ui.state.cache import answer, cached

WHERE = "lep-2017"
FIGURES = Series("gva", WHERE)
"""What specialisms are measured with."""


@dataclass(frozen=True)
class Choice:
    """What is chosen; without an area all pairs are shown."""

    area_code: str | None
    period: str
    least_quotient: float
    least_value: float

    @property
    def name(self) -> str:
        """The end of a file's name."""
        return f"{self.area_code or 'all'}_{self.period}"

    @property
    def rule(self) -> dict[str, Any]:
        """The arguments of the questions about specialisms."""
        return {"period": self.period, "least_quotient": self.least_quotient, "least_value": self.least_value}


def choose() -> Choice:
    """The pickers in a row; what counts as a specialism folds away."""
    who, more = st.columns([5, 3], vertical_alignment="bottom")
    with who:
        area_code = pickers.area(WHERE)
    with more, st.popover("Year and what counts as strong", icon=":material/tune:", width="stretch"):
        periods = {period: label(period) for period in reversed(_periods())}
        period = pickers.one_of("Period", periods, key="period", default=next(iter(periods)))
        quotient = pickers.number(
            "Strong: at least × England’s share",
            key="least_quotient",
            default=LEAST_QUOTIENT,
            least=1.0,
            most=5.0,
            step=0.1,
        )
        value = pickers.number(
            "Smallest industry (£ million of GVA)", key="least", default=LEAST_VALUE, least=0.0, most=5000.0, step=50.0
        )
    return Choice(area_code, period, quotient, value)


@cached
def _periods() -> list[str]:
    coverage = answer(queries.sector_coverage).set_index(["indicator_id", "geography_id"])
    periods: Any = coverage.loc[tuple(FIGURES), "periods"]
    return list(periods)
