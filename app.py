"""LIS Explorer: the entry. What the explorer holds, and the way into it."""

from __future__ import annotations

import streamlit as st

from pages.ui import cache, frame

frame.open_page("Overview")
st.title("England’s Local Industrial Strategies, and the evidence behind them", anchor=False)
st.page_link("pages/1_Research_and_development.py", label="Where is R&D intense? Open the map", icon=":material/map:")
release = cache.release()
st.caption(f"The evidence: {release}.")
frame.close_page()
