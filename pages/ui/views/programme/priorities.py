"""What the places claim: strengths by sector, or priorities by foundation or Grand Challenge."""

from __future__ import annotations

import functools

import pandas as pd
import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from lis_data import queries
from lis_data.model import FOUNDATIONS
from pages.ui.exhibit import extracts, pictures
from pages.ui.exhibit.charts import programme as charts
from pages.ui.exhibit.palette import ink
from pages.ui.shell import frame
from pages.ui.state import pickers
from pages.ui.state.cache import answer
from pages.ui.views.programme import bars, claims, sources, text

_BY = {"sector": "Sector strengths", "foundation": "Foundations", "challenge": "Grand Challenges"}
_ONE = {"foundation": "Foundation", "challenge": "Grand Challenge"}
_TAGS = {"foundation": FOUNDATIONS, "challenge": text.CHALLENGES}


def show(headline: DeltaGenerator) -> None:
    """The view: claims by sector with their tests, or priorities by their tags."""
    left, right = st.columns([3, 7], vertical_alignment="bottom")
    with left:
        by = pickers.one_of("Priorities by", _BY, key="by", default="sector")
    if by != "sector":
        with right:
            chosen, stage = _choose(by)
        return _tagged(headline, by, chosen, stage)
    with right:
        sector, least = claims.choose()
    if sector:
        claims.show_one(headline, sector, least)
    else:
        claims.show_all(headline, least)


def _choose(by: str) -> tuple[str, str]:
    """The chosen foundation or challenge, and the stage of the documents; empty for all."""
    left, right = st.columns([4, 3], vertical_alignment="bottom")
    with left:
        chosen = pickers.one_of(_ONE[by], {"": f"All {_BY[by]}", **_TAGS[by]}, key=by, default="")
    with right:
        stage = pickers.one_of("Stage", {"": "All stages", **text.STAGES}, key="stage", default="")
    return chosen, stage


def _tagged(headline: DeltaGenerator, by: str, chosen: str, stage: str) -> None:
    tags = answer(queries.tags)
    counted = tags[tags["dimension"] == by].assign(name=lambda held: held["tag"].map(_TAGS[by]))
    finding, subtitle = _finding(counted, by, chosen), _subtitle(counted)
    with headline:
        frame.headline(finding, subtitle)
    shown = counted.rename(columns={"tag": "code", "leps": "LEPs"}).assign(short=counted["leps"].map("{} LEPs".format))
    bars.show(shown, parts={"LEPs": ink().soft}, key=by, selected=chosen, alt=f"{finding}. The table has all of them.")
    rows = _of(answer(queries.priorities), by, chosen)
    rows = rows[rows["stage"] == stage] if stage else rows
    frame.section(f"{len(rows)} priorities of {rows['area_code'].nunique()} LEPs")
    table(rows, with_place=True)
    extract = sources.extract(f"lis_priorities_{by}", finding=finding, subtitle=subtitle, rows=taken(rows))
    draw = functools.partial(charts.counts, shown, selected=chosen)
    with st.container(horizontal=True):
        extracts.offer(extract)
        pictures.offer_chart(extract, lambda paper: draw(parts={"LEPs": paper.soft}, ink=paper))


def _finding(counted: pd.DataFrame, by: str, chosen: str) -> str:
    row = counted.set_index("tag").loc[chosen] if chosen else counted.iloc[0]
    most = "" if chosen else f", the most of the {_BY[by]}"
    return f"{row['name']} stands in the priorities of {row['leps']} of 38 LEPs{most}"


def _subtitle(counted: pd.DataFrame) -> str:
    inferred, tagged = counted["of_which_inferred"].sum(), counted["priorities"].sum()
    return f"{inferred} of these {tagged} tags are inferred: the compiler’s reading, not in the document’s text."


def _of(held: pd.DataFrame, by: str, chosen: str) -> pd.DataFrame:
    """The priorities with the chosen tag, or with any of its dimension."""
    if by == "foundation":
        return held[held["foundation"] == chosen] if chosen else held[held["foundation"].notna()]
    return held[[chosen in tags if chosen else len(tags) > 0 for tags in held["grand_challenges"]]]


def table(rows: pd.DataFrame, *, with_place: bool) -> None:
    """Priorities, columns as in `queries.priorities`."""
    challenges = [", ".join(text.CHALLENGES[tag] for tag in tags) for tags in rows["grand_challenges"]]
    shown = pd.DataFrame(
        {
            **({"LEP": rows["area_name"]} if with_place else {}),
            "Priority": rows["priority"],
            "Kind": rows["kind"],
            "Foundation": rows["foundation"].map(FOUNDATIONS).fillna(""),
            "Grand Challenges": challenges,
            "Tags": rows["tags_basis"].fillna(""),
            "Stage": rows["stage"].map(text.STAGES) + ": " + rows["document_stage"],
            "Source": rows["sources"],
        }
    )
    st.dataframe(shown, hide_index=True, placeholder="–", alt=f"{len(shown)} priorities")


def taken(rows: pd.DataFrame) -> pd.DataFrame:
    """The same to take away."""
    return rows.assign(grand_challenges=rows["grand_challenges"].map("; ".join))
