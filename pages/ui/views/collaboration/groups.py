"""Sets of three LEPs or more that share an industry, a sector or a Grand Challenge, and whether they lie together."""

from __future__ import annotations

import pandas as pd

from lis_data import queries
from lis_data.wording import count
from pages.ui.exhibit import page
from pages.ui.exhibit.exhibit import Exhibit
from pages.ui.exhibit.table import Column, Table
from pages.ui.rows import records
from pages.ui.shell import frame
from pages.ui.state import pickers
from pages.ui.state.cache import answer, cached
from pages.ui.views.collaboration import reasons
from pages.ui.views.collaboration.choice import FIGURES, WHERE, Choice
from pages.ui.views.programme import sources

_SHARED = {"specialism": "Industry they are strong in", "sector": "Sector they name", "challenge": "Grand Challenge"}
_ABOUT = (
    "Names before the first bar lie together: a chain of neighbours leads from each to the others. A bar begins "
    "another block."
)
_COLUMNS = (
    Column("title", "What they share"),
    Column("kind", "Kind"),
    Column("leps", "LEPs"),
    Column("together", "In the largest block"),
    Column("who", "Who", width=400),
    *map(Column, ("dimension", "tag", "codes", "geography")),
)


def show(choice: Choice) -> None:
    """The groups, those of the chosen place only, as a table with its files."""
    rows = _groups(choice)
    if rows.empty:
        return frame.section(_finding(rows, choice))
    page.show(_exhibit(rows, choice))


def _exhibit(rows: pd.DataFrame, choice: Choice) -> Exhibit:
    return Exhibit(
        key="groups",
        name=f"lis_groups_{choice.name}",
        finding=_finding(rows, choice),
        subtitle=_ABOUT,
        table=Table(
            rows.assign(geography=WHERE, codes=rows["codes"].map("; ".join)),
            _COLUMNS,
            alt=f"{len(rows)} groups of LEPs",
            read=rows.assign(kind=rows["dimension"].map(_SHARED)),
            note=_ABOUT,
        ),
        series=(FIGURES,),
        documents=sources.documents(),
        facts=sources.facts(sources.COMPILED),
    )


@cached
def _groups(choice: Choice) -> pd.DataFrame:
    """The groups with title (as the pages call it) and who (names, blocks apart)."""
    found = answer(queries.groups, **choice.rule)
    if choice.area_code:
        found = found[[choice.area_code in codes for codes in found["codes"]]]
    rows = records(found)
    titles = [reasons.title(row["dimension"], row["tag"], row["title"]) for row in rows]
    who = [" | ".join(", ".join(block) for block in _blocks(row["names"], row["sizes"])) for row in rows]
    return found.assign(title=titles, who=who).drop(columns="sizes").reset_index(drop=True)


def _blocks(names: list[str], sizes: list[int]) -> list[list[str]]:
    ends = [sum(sizes[: index + 1]) for index in range(len(sizes))]
    return [names[end - size : end] for end, size in zip(ends, sizes, strict=True)]


def _finding(rows: pd.DataFrame, choice: Choice) -> str:
    """`14 of the 39 groups of three LEPs or more lie together`."""
    connected = int((rows["together"] == rows["leps"]).sum())
    groups = count(len(rows), "group", "groups")
    if choice.area_code:
        name = pickers.names(WHERE)[choice.area_code]
        return (
            f"{name} is in {groups} of three LEPs or more" if len(rows) else f"{name} is in no group of three or more"
        )
    return f"{groups} of three LEPs or more share an industry or a priority; {connected} of them lie together"
