"""LIS Explorer: the entry. What the programme was, where England stands against the R&D target, and the ways in."""

from __future__ import annotations

import streamlit as st

from pages.ui import cache, frame
from pages.ui.overview import doors, evidence, target, waves, words

frame.open_page("Overview")

# the finding
leps = cache.strategies()
england = cache.benchmark(target.BUSINESS).dropna(subset="value").iloc[-1]
frame.headline(words.finding(leps, england), words.PROGRAMME)

# the ways in
doors.show()

# the national picture
places, money = st.columns(2, gap="large")
with places:
    waves.show(leps)
with money:
    target.show()

# what is held
evidence.show_freshness()
evidence.show_questions()
frame.sources(*target.SHOWN)
frame.close_page()
