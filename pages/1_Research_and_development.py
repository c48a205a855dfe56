"""Research and development: where is it intense, where not, how far is each place from the line, does the gap close?"""

from __future__ import annotations

import streamlit as st

from lis_data.model import Series
from lis_data.targets import NOT_COMPARABLE, TODAY, measure_of
from pages.ui.exhibit import institutions
from pages.ui.shell import frame
from pages.ui.state import pickers
from pages.ui.views.indicator import choice, page
from pages.ui.views.research import measure

headline = st.container()
measured = measure.choose()
what, where, who = st.columns([4, 3, 3])
with what:
    titles = measure.titles(measured)
    indicator_id = pickers.indicator(titles, default=next(iter(titles)))
chosen, settings = choice.choose(indicator_id, geography="nuts2-2016", where=where, who=who)
with settings:
    points = institutions.choose()
page.show(chosen, headline, settings, points=points)
if measure_of(indicator_id):
    headline.caption(f"{TODAY} {NOT_COMPARABLE}" if measured == "since-2022" else NOT_COMPARABLE)
institutions.show(points)
series = Series(chosen.indicator_id, chosen.geography_id)
frame.sources(series, datasets=tuple({item.dataset_id for item in points}))
frame.close_page()
