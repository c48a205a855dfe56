"""Claims: does each figure that the strategies' documents state hold, and how do their aims stand?"""

from __future__ import annotations

from pages.ui.exhibit import page
from pages.ui.views.statements import aims, choices, detail, overview, text

# one claim, or the chosen view of all: each has its pickers, pictures, tables, files and sources
views = {"claims": overview.show, "aims": aims.show}
claim = choices.claim()
if claim:
    detail.show(claim)
else:
    views[choices.view()]()
page.close("\n\n".join(text.RULES))
