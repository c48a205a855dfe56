"""Comparable places: which places are most like this one, why, how firm is that, and which of them do better?"""

from __future__ import annotations

from pages.ui.exhibit import page
from pages.ui.views.peers import alike, better, choice

# only the chosen view is drawn: each has its pickers, picture, table, files and sources
{"alike": alike.show, "better": better.show}[choice.view()]()
page.close()
