"""How every measure is computed."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from lis_data import handbook, wording
from pages.ui.exhibit import page
from pages.ui.exhibit.exhibit import Exhibit
from pages.ui.exhibit.table import Column, Table
from pages.ui.rows import records
from pages.ui.shell import frame
from pages.ui.shell.markup import plain
from pages.ui.state.cache import answer
from pages.ui.views.methods import choices, lists

_WITHIN = ("formula_id", "title", "group", "words", "formula", "source")
_ABOUT = "Missing and suppressed figures count for nothing and are never taken for zero."
_COLUMNS = (
    Column("group", "Group"),
    Column("title", "Measure"),
    Column("unit", "Unit"),
    Column("formula", "Formula"),
    Column("words", "In words"),
    Column("source", "Source"),
    Column("formula_id"),
)


def show() -> None:
    """The view: a search, then each group of measures."""
    wanted = choices.find("quotient, growth, classes …")
    found = handbook.having(answer(handbook.formulae), wanted, within=_WITHIN)
    listed = _listed(found)
    if found.empty:
        page.headline(listed.finding, listed.subtitle)
        return choices.say_nothing(wanted)
    page.finding(listed)
    for group, measures in found.groupby("group", sort=False):
        frame.section(str(group))
        st.markdown("\n\n".join(_described(measure) for measure in records(measures)))
    page.offer(listed)


def _listed(found: pd.DataFrame) -> Exhibit:
    finding = f"{wording.count(len(found), 'measure')}, each with its formula, its unit and its limits"
    table = Table(found, _COLUMNS, alt=f"{len(found)} measures with their formulae", wraps=True)
    return lists.exhibit("formulae", table, finding=finding, subtitle=_ABOUT)


def _described(measure: dict[str, str]) -> str:
    source = f" Source: {plain(measure['source'])}." if measure["source"] else ""
    return (
        f"**{plain(measure['title'])}** · {plain(measure['unit'])}  \n`{measure['formula']}`  \n"
        f"{plain(measure['words'])}{source}"
    )
