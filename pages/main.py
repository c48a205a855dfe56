"""The main script: each run of any page starts here, and has its turn."""

from __future__ import annotations

from pages.ui.shell import frame, turn

with turn.taken():
    frame.open_page().run()
