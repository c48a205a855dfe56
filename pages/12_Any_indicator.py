"""Any indicator: where is it high, where low, how did it change, and what goes with it?"""

from __future__ import annotations

import streamlit as st

from pages.ui.exhibit import page
from pages.ui.views.indicator import choice, offer, scatter, view

what, where, who = st.columns([8, 4, 4])
with what:
    indicator_id = offer.choose()
chosen, settings = choice.choose(indicator_id, geography=offer.geography(indicator_id), where=where, who=who)
view.show(chosen, settings)
scatter.show(chosen)
page.close()
