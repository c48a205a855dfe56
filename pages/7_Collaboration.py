"""Collaboration: whom to work with, what partnerships add up to, and where high and low figures lie together."""

from __future__ import annotations

import streamlit as st

from pages.ui.shell import frame
from pages.ui.state import pickers
from pages.ui.views.collaboration import clusters, pan_regions, partners

_VIEWS = {"partners": "Partners", "pan-regions": "Partnerships of regions", "clusters": "Clusters on the map"}
_SHOW = {"partners": partners.show, "pan-regions": pan_regions.show, "clusters": clusters.show}

headline = st.container()

# only the chosen view is drawn: each has its pickers, picture, table, files and sources
_SHOW[pickers.view(_VIEWS)](headline)
frame.close_page()
