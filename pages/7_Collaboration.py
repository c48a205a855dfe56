"""Collaboration: whom to work with, what partnerships add up to, and where high and low figures lie together."""

from __future__ import annotations

from pages.ui.exhibit import page
from pages.ui.state import pickers
from pages.ui.views.collaboration import clusters, pair_text, pan_regions, partners

_VIEWS = {"partners": "Partners", "pan-regions": "Partnerships of regions", "clusters": "Clusters on the map"}
_SHOW = {"partners": partners.show, "pan-regions": pan_regions.show, "clusters": clusters.show}
_METHOD = {"partners": "\n\n".join(pair_text.RULES)}

# only the chosen view is drawn: each has its pickers, picture, table, files and sources
view = pickers.view(_VIEWS)
_SHOW[view]()
page.close(_METHOD.get(view, ""))
