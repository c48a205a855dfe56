"""Your own indicators: bring a table of your own, see what is understood, mend it, and have it on every page."""

from __future__ import annotations

from pages.ui.exhibit import page
from pages.ui.views.uploads import view

view.show()
page.close()
