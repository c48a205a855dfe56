"""Waves and progress: which LEP is in which wave, who leads, how far did it get, how late, and what does it claim?"""

from __future__ import annotations

from pages.ui.exhibit import page
from pages.ui.views.programme import choices, disagreements, place, priorities, sources, timeline, waves

# only the chosen view is drawn: each has its pickers, pictures, tables, files and sources
views = {
    "waves": waves.show,
    "timeline": timeline.show,
    "priorities": priorities.show,
    "place": place.show,
    "disagreements": disagreements.show,
}
views[choices.view()]()
page.close("\n\n".join(sources.RULES))
