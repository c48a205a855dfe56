"""Your own indicators: bring a table of your own, see what is understood, mend it, and have it on every page."""

from __future__ import annotations

import streamlit as st

from pages.ui.shell import frame
from pages.ui.views.uploads import page

page.show(st.container())
frame.close_page()
