"""Comparable places: which places are most like this one, why, how firm is that, and which of them do better?"""

from __future__ import annotations

import streamlit as st

from pages.ui.shell import frame
from pages.ui.views.peers import alike, better, choice

headline = st.container()

# only the chosen view is drawn: each has its pickers, picture, table, files and sources
{"alike": alike.show, "better": better.show}[choice.view()](headline)
frame.close_page()
