"""The main script: each run of any page starts here, and has its turn."""

from __future__ import annotations

from pages.ui.exhibit import page
from pages.ui.shell import frame, turn

with turn.taken():
    opened = frame.open_page()
    page.start()
    opened.run()
