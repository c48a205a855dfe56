"""Your own indicators: bring a table of your own, see what is understood, mend it, and have it on every page."""

from __future__ import annotations

import streamlit as st

from pages.ui import frame
from pages.ui.uploads import whole

frame.open_page("Your own indicators")
whole.show(st.container())
frame.close_page()
