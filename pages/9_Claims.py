"""Claims: does each figure that the strategies' documents state hold, and how do their aims stand?"""

from __future__ import annotations

from pages.ui.exhibit import page
from pages.ui.views.statements import aims, choices, detail, overview, text

# one statement, or the chosen view of all: each has its pickers, pictures, tables, files and sources
views = {"claims": overview.show, "aims": aims.show}
statement = choices.statement()
if statement:
    detail.show(statement)
else:
    views[choices.view()]()
page.close("\n\n".join(text.RULES))
