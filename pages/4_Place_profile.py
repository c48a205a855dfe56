"""Place profile: what does one place's whole evidence say?"""

from __future__ import annotations

import streamlit as st

from pages.ui.shell import frame
from pages.ui.views.profile import choice, empty, page

headline = st.container()
place = choice.choose()
if place.area_code:
    page.show(place, headline)
else:
    empty.show(place, headline)
frame.close_page()
