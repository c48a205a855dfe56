"""LIS Explorer: the entry. Where England stands against the R&D target, what is held, and the way into it."""

from __future__ import annotations

import streamlit as st

from lis_data.period import label
from pages.ui import cache, frame, wording

frame.open_page("Overview")

# the finding
england = cache.benchmark("business_rd_pct_gdp").dropna(subset="value").iloc[-1]
line = cache.line("business_rd_pct_gdp")
frame.headline(
    f"England’s businesses carry out R&D worth {england['value']:.2f}% of GDP, "
    f"{wording.against_line(england['value'], line)}",
    f"Business R&D in {label(england['period'])}. {line.why}",
)

# the way in
st.page_link(frame.RESEARCH, label="**Open the map: where is R&D intense?**", icon=":material/map:")
st.markdown(
    "From 2017 government asked every Local Enterprise Partnership in England for a long-term strategy built on "
    "evidence: what is the place distinctively good at, and what holds it back? In three waves 38 partnerships set to "
    "work. This explorer has the published figures that they could build on, for their areas and their neighbours’."
)

# what is held
held = cache.indicators()
frame.section(f"{len(held)} indicators, by foundation")
st.dataframe(wording.catalogue(held), hide_index=True, alt="Every indicator with its unit, publisher, years and areas")
st.caption(f"The evidence: {cache.release()}.")
frame.sources(("business_rd_pct_gdp", "country"))
frame.close_page()
