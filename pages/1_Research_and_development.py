"""Research and development: where is it intense, where not, how far is each place from the line, does the gap close?"""

from __future__ import annotations

import streamlit as st

from lis_data.targets import NOT_COMPARABLE, TODAY, measure_of
from pages.ui.exhibit import institutions, page
from pages.ui.state import pickers
from pages.ui.views.indicator import choice, view
from pages.ui.views.research import measure

measured = measure.choose()
what, where, who = st.columns([4, 3, 3])
with what:
    titles = measure.titles(measured)
    indicator_id = pickers.indicator(titles, default=next(iter(titles)))
chosen, settings = choice.choose(indicator_id, geography="nuts2-2016", where=where, who=who)
with settings:
    points = institutions.choose()
headline = view.show(chosen, settings, points=points)
if measure_of(indicator_id):
    headline.caption(f"{TODAY} {NOT_COMPARABLE}" if measured == "since-2022" else NOT_COMPARABLE)
if points:
    page.show(institutions.exhibit(points))
page.close()
