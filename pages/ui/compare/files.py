"""Files of the comparison: its figures and its pictures."""

from __future__ import annotations

from collections.abc import Callable

from pages.ui import cache, frame, pictures
from pages.ui.charts.base import Spec
from pages.ui.compare import figures, words
from pages.ui.compare.choice import Choice
from pages.ui.downloads import Extract
from pages.ui.palette import Ink


def extract(choice: Choice, *, name: str, finding: str) -> Extract:
    """The figures of every chosen place, missing ones too, with their sources."""
    rows = figures.rows(choice)
    return Extract(
        name=f"{choice.name}_{name}",
        finding=finding,
        subtitle=words.subtitle(rows, choice),
        rows=figures.to_take_away(choice),
        sources=cache.sources_of(*choice.shown),
        facts={"Leads": words.LEADING, "Margin of error": words.INTERVAL},
    )


def offer(choice: Choice, *, name: str, finding: str, draw: Callable[[Ink], Spec]) -> None:
    """The row of buttons, and the sources."""
    pictures.offer_files(extract(choice, name=name, finding=finding), draw)
    frame.sources(*choice.shown)
