"""Claims: does each figure that the strategies' documents state hold, and how do their aims stand?"""

from __future__ import annotations

import streamlit as st

from pages.ui.shell import frame
from pages.ui.views.statements import aims, choices, detail, overview

_SHOW = {"claims": overview.show, "aims": aims.show}

headline = st.container()
statement = choices.statement()
if statement:
    detail.show(headline, statement)
else:
    _SHOW[choices.view()](headline)
frame.close_page()
