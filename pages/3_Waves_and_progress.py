"""Waves and progress: which LEP is in which wave, who leads, how far did it get, how late, and what does it claim?"""

from __future__ import annotations

import streamlit as st

from pages.ui.shell import frame
from pages.ui.views.programme import choices, claims, disagreements, place, priorities, sources, timeline, waves

_SHOW = {
    "waves": waves.show,
    "timeline": timeline.show,
    "priorities": priorities.show,
    "place": place.show,
    "disagreements": disagreements.show,
}

headline = st.container()
view = choices.view()
_SHOW[view](headline)
sources.show(claims.FIGURES if view in ("priorities", "place") else ())
frame.close_page()
