"""Methods and sources: where does each figure come from, how is it made, what is it called, and how do I get it all?"""

from __future__ import annotations

import streamlit as st

from pages.ui.shell import frame
from pages.ui.views.methods import changes, choices, datasets, everything, formulae, glossary, indicators

_SHOW = {
    "indicators": indicators.show,
    "datasets": datasets.show,
    "formulae": formulae.show,
    "glossary": glossary.show,
    "everything": everything.show,
    "changes": changes.show,
}

headline = st.container()
_SHOW[choices.view()](headline)
frame.close_page()
