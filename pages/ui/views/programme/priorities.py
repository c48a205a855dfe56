"""What the places claim: strengths by sector, or priorities by foundation or Grand Challenge."""

from __future__ import annotations

import functools

import pandas as pd
import streamlit as st

from lis_data import queries
from lis_data.model import FOUNDATIONS
from pages.ui.exhibit import page
from pages.ui.exhibit.chart import Chart
from pages.ui.exhibit.charts import programme as charts
from pages.ui.exhibit.charts.base import Spec
from pages.ui.exhibit.exhibit import Exhibit
from pages.ui.exhibit.palette import Ink
from pages.ui.exhibit.table import Column, Table
from pages.ui.state import pickers
from pages.ui.state.cache import answer
from pages.ui.state.clicks import Click
from pages.ui.views.programme import claims, sources, text

_BY = {"sector": "Sector strengths", "foundation": "Foundations", "challenge": "Grand Challenges"}
_ONE = {"foundation": "Foundation", "challenge": "Grand Challenge"}
_TAGS = {"foundation": FOUNDATIONS, "challenge": text.CHALLENGES}


def show() -> None:
    """The view: claims by sector with their tests, or priorities by their tags."""
    left, right = st.columns([3, 7], vertical_alignment="bottom")
    with left:
        by = pickers.one_of("Priorities by", _BY, key="by", default="sector")
    if by != "sector":
        with right:
            chosen, stage = _choose(by)
        return _show_tagged(by, chosen, stage)
    with right:
        sector, least = claims.choose()
    if sector:
        claims.show_one(sector, least)
    else:
        claims.show_all(least)


def _choose(by: str) -> tuple[str, str]:
    """The chosen foundation or challenge, and the stage of the documents; empty for all."""
    left, right = st.columns([4, 3], vertical_alignment="bottom")
    with left:
        chosen = pickers.one_of(_ONE[by], {"": f"All {_BY[by]}", **_TAGS[by]}, key=by, default="")
    with right:
        stage = pickers.one_of("Stage", {"": "All stages", **text.STAGES}, key="stage", default="")
    return chosen, stage


def _show_tagged(by: str, chosen: str, stage: str) -> None:
    counted = _counted(by, chosen)
    page.finding(counted)
    page.picture(counted)
    page.fold_table(counted)
    rows = _of(answer(queries.priorities), by, chosen)
    rows = rows[rows["stage"] == stage] if stage else rows
    if rows.empty:
        st.info("No priority passes both filters. Take one of them away to see some again.")
        return
    finding = f"{len(rows)} priorities of {rows['area_code'].nunique()} LEPs"
    page.show(exhibit(rows, f"lis_priorities_{by}", finding, subtitle=counted.finding))


def _counted(by: str, chosen: str) -> Exhibit:
    """How many LEPs have each foundation or challenge among their priorities; a click on a bar chooses it."""
    tags = answer(queries.tags)
    rows = tags[tags["dimension"] == by].assign(name=lambda found: found["tag"].map(_TAGS[by]))
    finding = _finding(rows, by, chosen)
    return Exhibit(
        key=f"tags-{by}",
        name=f"lis_{by}_of_priorities",
        finding=finding,
        subtitle=_subtitle(rows),
        table=Table(
            rows,
            (
                Column("name", _ONE[by]),
                Column("leps", "LEPs"),
                Column("priorities", "Priorities"),
                Column("of_which_inferred", "Of which inferred"),
                Column("tag"),
            ),
            alt=f"{len(rows)} {_BY[by]} by LEPs and priorities",
        ),
        picture=Chart(
            functools.partial(_bars, rows, chosen),
            f"{finding}. The table has all of them.",
            click=Click(by, charts.PICK),
        ),
        documents=sources.documents(),
        facts=sources.facts(),
    )


def _bars(rows: pd.DataFrame, chosen: str, ink: Ink) -> Spec:
    bars = rows.rename(columns={"tag": "code", "leps": "LEPs"}).assign(short=rows["leps"].map("{} LEPs".format))
    return charts.counts(bars, parts={"LEPs": ink.soft}, selected=chosen, ink=ink)


def _finding(counted: pd.DataFrame, by: str, chosen: str) -> str:
    row = counted.set_index("tag").loc[chosen] if chosen else counted.iloc[0]
    most = "" if chosen else f", the most of the {_BY[by]}"
    return f"{row['name']} stands in the priorities of {row['leps']} of 38 LEPs{most}"


def _subtitle(counted: pd.DataFrame) -> str:
    inferred, tagged = counted["of_which_inferred"].sum(), counted["priorities"].sum()
    return f"{inferred} of these {tagged} tags are inferred: the compiler’s reading, not in the document’s text."


def _of(everything: pd.DataFrame, by: str, chosen: str) -> pd.DataFrame:
    """The priorities with the chosen tag, or with any of its dimension."""
    if by == "foundation":
        found = everything["foundation"]
        return everything[found == chosen] if chosen else everything[found.notna()]
    return everything[[chosen in tags if chosen else len(tags) > 0 for tags in everything["grand_challenges"]]]


def exhibit(rows: pd.DataFrame, name: str, finding: str, *, subtitle: str, with_place: bool = True) -> Exhibit:
    """Priorities, columns as in `queries.priorities`."""
    named = rows.assign(
        grand_challenges=rows["grand_challenges"].map("; ".join),
        foundation_means=rows["foundation"].map(FOUNDATIONS).fillna(""),
        challenges_mean=[", ".join(text.CHALLENGES[tag] for tag in tags) for tags in rows["grand_challenges"]],
        tags_basis=rows["tags_basis"].fillna(""),
        stage_means=rows["stage"].map(text.STAGES) + ": " + rows["document_stage"],
    )
    columns = (
        Column("area_name", "LEP" if with_place else ""),
        Column("priority", "Priority"),
        Column("kind", "Kind"),
        Column("foundation_means", "Foundation"),
        Column("challenges_mean", "Grand Challenges"),
        Column("tags_basis", "Tags"),
        Column("stage_means", "Stage"),
        Column("sources", "Source"),
    )
    more = rows.columns.difference([column.field for column in columns], sort=False)
    return Exhibit(
        key="priorities",
        name=name,
        finding=finding,
        subtitle=subtitle,
        table=Table(named, (*columns, *map(Column, more)), alt=f"{len(rows)} priorities"),
        documents=sources.documents(),
        facts=sources.facts(),
    )
