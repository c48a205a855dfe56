"""The pages that show a found place, and those of the LEPs that it lies in."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd
import streamlit as st

from pages.ui.rows import each_row
from pages.ui.state import links


def show(areas: Sequence[links.Area], around: pd.DataFrame) -> None:
    """The place's own pages, then those of each LEP of `around` (as of `geo.search.around`)."""
    asked = (links.profile(areas), links.research(areas), links.sectors(areas), links.waves(areas))
    pages = [link for link in asked if link]
    if pages:
        links.show(pages)
    else:
        st.caption("No page shows it by itself: look for a LEP, region or district in it.")
    for lep in each_row(around[around["level"] == "lep"]):
        inside = pairs(lep.geographies, lep.area_codes)
        links.show(filter(None, [links.profile(inside), links.sectors(inside), links.waves(inside)]), place=lep.name)


def pairs(geographies: Sequence[str], area_codes: Sequence[str]) -> list[links.Area]:
    """Geography and code of each vintage of a place."""
    return list(zip(geographies, area_codes, strict=True))
