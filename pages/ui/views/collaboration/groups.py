"""Sets of three LEPs or more that share an industry, a sector or a Grand Challenge, and whether they lie together."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from lis_data import queries
from lis_data.wording import count
from pages.ui.exhibit import extracts
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


def show(choice: Choice) -> None:
    """The groups, those of the chosen place only, as a table with its files."""
    rows = _groups(choice)
    finding = _finding(rows, choice)
    frame.section(finding)
    if rows.empty:
        return
    shown = pd.DataFrame(
        {
            "What they share": rows["title"],
            "Kind": rows["dimension"].map(_SHARED),
            "LEPs": rows["leps"],
            "In the largest block": rows["together"],
            "Who": rows["who"],
        }
    )
    columns = {"Who": st.column_config.TextColumn(width="large")}
    st.dataframe(shown, hide_index=True, column_config=columns, alt=f"{len(rows)} groups of LEPs")
    st.caption(_ABOUT)
    name = f"lis_groups_{choice.area_code or 'all'}_{choice.period}"
    taken = rows.drop(columns=["codes", "names"]).assign(geography=WHERE, codes=rows["codes"].map("; ".join))
    with st.container(horizontal=True):
        extract = sources.extract(
            name, finding=finding, subtitle=_ABOUT, rows=taken, figures=(FIGURES,), rules=sources.COMPILED
        )
        extracts.offer(extract)


@cached
def _groups(choice: Choice) -> pd.DataFrame:
    """The groups with title (as the pages call it) and who (names, blocks apart)."""
    held = answer(queries.groups, **choice.rule)
    if choice.area_code:
        held = held[[choice.area_code in codes for codes in held["codes"]]]
    rows = held.to_dict("records")
    titles = [reasons.title(row["dimension"], row["tag"], row["title"]) for row in rows]
    who = [" | ".join(", ".join(block) for block in _blocks(row["names"], row["sizes"])) for row in rows]
    return held.assign(title=titles, who=who).drop(columns="sizes").reset_index(drop=True)


def _blocks(names: list[str], sizes: list[int]) -> list[list[str]]:
    ends = [sum(sizes[: place + 1]) for place in range(len(sizes))]
    return [names[end - size : end] for end, size in zip(ends, sizes, strict=True)]


def _finding(rows: pd.DataFrame, choice: Choice) -> str:
    """`14 of the 39 groups of three LEPs or more lie together`."""
    whole = int((rows["together"] == rows["leps"]).sum())
    groups = count(len(rows), "group", "groups")
    if choice.area_code:
        name = pickers.names(WHERE)[choice.area_code]
        return (
            f"{name} is in {groups} of three LEPs or more" if len(rows) else f"{name} is in no group of three or more"
        )
    return f"{groups} of three LEPs or more share an industry or a priority; {whole} of them lie together"
