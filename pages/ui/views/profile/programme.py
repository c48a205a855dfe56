"""What the place's strategy claimed: its tested claims in a few lines, and the way to all of it."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from lis_data import queries
from lis_data.model import Series
from lis_data.queries.priorities import LEAST_QUOTIENT
from pages.ui.exhibit import page
from pages.ui.rows import row_at
from pages.ui.shell import frame
from pages.ui.shell.markup import plain
from pages.ui.state import links
from pages.ui.state.cache import answer
from pages.ui.views.profile.choice import MAIN, Place
from pages.ui.views.programme import sources

_MOST = 6
_TESTED_BY = (Series("gva", MAIN), Series("jobs", "nuts2-2016"), Series("jobs_sic4", "nuts2-2016"))
"""What the verdicts rest on."""


def strategy(place: Place) -> pd.Series | None:
    """The LEP's row of `queries.strategies`; None for a place that was not asked for a strategy as such."""
    strategies = answer(queries.strategies).set_index("area_code")
    asked = place.geography_id == MAIN and place.area_code in strategies.index
    return row_at(strategies, place.area_code) if asked else None


def show(place: Place) -> None:
    """The claims about sectors with their verdicts, and the links."""
    if place.geography_id != MAIN:
        return
    page.cite(documents=[sources.documents()])
    claims = answer(queries.tested_claims)
    of_place = claims[(claims["area_code"] == place.area_code) & claims["sector"].notna()]
    once = of_place.drop_duplicates(["sector"])
    frame.section(_finding(once["verdict"]))
    if len(once):
        page.cite(*_TESTED_BY)
        lines = zip(once["sector_title"].head(_MOST), once["verdict"], strict=False)
        st.markdown("\n".join(f"- {plain(title)}: {verdict}" for title, verdict in lines))
        st.caption(f"Borne out: its industries are at least {LEAST_QUOTIENT} times as large a part here as in England.")
    links.show(filter(None, [links.waves([(place.geography_id, place.area_code)])]))


def _finding(verdicts: pd.Series) -> str:
    """`Its documents claim 6 sectors: 2 not borne out, 4 cannot be tested`."""
    if verdicts.empty:
        return "No sector is claimed in its documents"
    what = "sector" if len(verdicts) == 1 else "sectors"
    counts = ", ".join(f"{count} {verdict}" for verdict, count in verdicts.value_counts(sort=False).items())
    return f"Its documents claim {len(verdicts)} {what}: {counts}"
