"""Any indicator: where is it high, where low, what course does it take, and what goes with it?"""

from __future__ import annotations

import streamlit as st

from lis_data.model import Series
from pages.ui.shell import frame
from pages.ui.views.indicator import choice, offer, page, scatter

headline = st.container()
what, where, who = st.columns([8, 4, 4])
with what:
    indicator_id = offer.choose()
chosen, settings = choice.choose(indicator_id, geography=offer.geography(indicator_id), where=where, who=who)
page.show(chosen, headline, settings)
series = [Series(key, chosen.geography_id) for key in scatter.show(chosen)]
frame.sources(*series)
frame.close_page(*series)
