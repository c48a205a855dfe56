"""Overview: what the programme was, where England stands against the R&D target, and the ways in."""

from __future__ import annotations

import streamlit as st

from lis_data import queries
from pages.ui.exhibit import page
from pages.ui.state.cache import answer
from pages.ui.views.overview import evidence, start_links, target, text, waves

# the finding
leps = answer(queries.strategies)
england = answer(queries.benchmark, target.BUSINESS).dropna(subset="value").iloc[-1]
page.headline(text.finding(leps, england), text.PROGRAMME)

# the ways in
start_links.show()

# the national picture
places, money = st.columns(2, gap="large")
with places:
    waves.show()
with money:
    target.show()

# what evidence there is
evidence.show_freshness()
evidence.show_questions()
page.close()
