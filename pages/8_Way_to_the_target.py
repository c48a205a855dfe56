"""The way to the target: what would the R&D target take of each region, and how intense is business R&D in each LEP?"""

from __future__ import annotations

from pages.ui.exhibit import page
from pages.ui.state import pickers
from pages.ui.views.target_line import leps, ways

# only the chosen view is drawn: each has its pickers, pictures, tables, files and sources
views = {"paths": ways.show, "leps": leps.show}
views[pickers.view({"paths": "What would it take?", "leps": "LEPs, modelled"})]()
page.close()
