"""The comparison as a Markdown text: places, figures, questions, notes, sources."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import pandas as pd

from lis_data.model import FOUNDATIONS
from pages.ui.exhibit import attribution
from pages.ui.exhibit.exhibit import Exhibit
from pages.ui.rows import each_row
from pages.ui.shell.markup import plain
from pages.ui.views.compare import figures, questions
from pages.ui.views.compare.choice import Choice


def made(choice: Choice, exhibit: Exhibit, notes: Mapping[str, str]) -> bytes:
    """The file. All text of data and readers stands in it as text."""
    lines = [f"# {plain(exhibit.finding)}", plain(exhibit.subtitle), *_figures(choice)]
    for foundation in choice.foundations:
        lines += _foundation(foundation, notes.get(foundation, ""))
    sources = attribution.lines(exhibit.sources, shapes=False)
    lines += ["## Sources", *map(plain, sources)]
    return ("\n\n".join(lines) + "\n").encode()


def _figures(choice: Choice) -> Iterable[str]:
    parts = [figures.of_indicator(choice, indicator) for indicator in choice.indicators]
    heads = ["Indicator", "Period", *parts[0]["area_name"], "England"]
    rows = [heads, ["---"] * len(heads), *(_row(one) for one in parts)]
    cells = [[cell if cell == "---" else plain(cell) for cell in row] for row in rows]
    yield "## Figures"
    yield "\n".join(f"| {' | '.join(row)} |" for row in cells)
    bare = pd.concat(parts)
    yield from (
        plain(f"{row.title}, {row.area_name}: no figure. {row.missing}.") for row in each_row(bare) if row.missing
    )


def _row(one: pd.DataFrame) -> list[str]:
    places = [f"{row.figure}, {row.standing}" if row.standing else row.figure for row in each_row(one)]
    return [one["title"].iloc[0], figures.when(one), *places, figures.england(one)]


def _foundation(foundation: str, notes: str) -> Iterable[str]:
    asked, instead, source = questions.of_foundation(foundation)
    yield f"## {FOUNDATIONS[foundation]}"
    yield "\n".join(f"{number}. {plain(question)}" for number, question in enumerate(asked, 1)) or plain(instead)
    yield f"Source: {plain(source)}."
    if notes.strip():
        yield "### Notes"
        yield "\n\n".join(plain(line) for line in notes.splitlines() if line.strip())
