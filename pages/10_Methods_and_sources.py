"""Methods and sources: where does each figure come from, how is it made, what is it called, and how do I get it all?"""

from __future__ import annotations

from pages.ui.exhibit import page
from pages.ui.views.methods import changes, choices, datasets, everything, formulae, glossary, indicators

# only the chosen view is drawn: each has its pickers, tables and files
views = {
    "indicators": indicators.show,
    "datasets": datasets.show,
    "formulae": formulae.show,
    "glossary": glossary.show,
    "everything": everything.show,
    "changes": changes.show,
}
views[choices.view()]()
page.close()
