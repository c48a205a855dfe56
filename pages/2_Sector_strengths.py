"""Sector strengths: what is each place distinctively good at?"""

from __future__ import annotations

from pages.ui.exhibit import page
from pages.ui.views.sectors import choice, compare, economy, specialisation, super_strengths

# only the chosen view is drawn: each has its pickers, picture, table, files and sources
views = {
    "specialisation": specialisation.show,
    "places": compare.show,
    "strengths": super_strengths.show,
    "economy": economy.show,
}
views[choice.view()]()
page.close()
