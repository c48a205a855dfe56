"""Files of the comparison: its figures and its pictures."""

from __future__ import annotations

from collections.abc import Callable

from pages.ui.exhibit import pictures, provenance
from pages.ui.exhibit.charts.base import Spec
from pages.ui.exhibit.extracts import Extract
from pages.ui.exhibit.palette import Ink
from pages.ui.shell import frame
from pages.ui.state.cache import answer
from pages.ui.views.compare import figures, text
from pages.ui.views.compare.choice import Choice


def extract(choice: Choice, *, name: str, finding: str) -> Extract:
    """The figures of every chosen place, missing ones too, with their sources."""
    rows = figures.rows(choice)
    return Extract(
        name=f"{choice.name}_{name}",
        finding=finding,
        subtitle=text.subtitle(rows, choice),
        rows=figures.to_take_away(choice),
        sources=answer(provenance.sources_of, *choice.shown),
        facts={"Leads": text.LEADING, "Margin of error": text.INTERVAL},
    )


def offer(choice: Choice, *, name: str, finding: str, draw: Callable[[Ink], Spec]) -> None:
    """The row of buttons, and the sources."""
    pictures.offer_files(extract(choice, name=name, finding=finding), draw)
    frame.sources(*choice.shown)
