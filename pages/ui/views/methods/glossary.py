"""The words of the field."""

from __future__ import annotations

from html import escape

import pandas as pd
import streamlit as st

from lis_data import handbook, wording
from pages.ui.exhibit import page
from pages.ui.exhibit.exhibit import Exhibit
from pages.ui.exhibit.table import Column, Table
from pages.ui.rows import records
from pages.ui.state.cache import answer
from pages.ui.views.methods import choices, lists

_WITHIN = ("term", "also", "meaning", "group")
_ABOUT = "One word means one thing everywhere: on the screen, in the address, in files."
_COLUMNS = (
    Column("term", "Word"),
    Column("also", "Also"),
    Column("meaning", "Meaning"),
    Column("source", "Source"),
    Column("group", "Group"),
)


def show() -> None:
    """The view: a search, then the words by the alphabet."""
    wanted = choices.find("LEP, quotient, suppressed …")
    found = handbook.having(answer(handbook.glossary), wanted, within=_WITHIN)
    listed = _listed(found)
    if found.empty:
        page.headline(listed.finding, listed.subtitle)
        return choices.say_nothing(wanted)
    page.finding(listed)
    st.html(f'<dl class="lis-words">{"".join(_described(word) for word in records(found))}</dl>')
    page.offer(listed)


def _listed(found: pd.DataFrame) -> Exhibit:
    sourced = int(found["source"].ne("").sum())
    finding = f"{wording.count(len(found), 'word')} of the field, {sourced} with an official definition"
    table = Table(found, _COLUMNS, alt=f"{len(found)} words and what they mean", wraps=True)
    return lists.exhibit("glossary", table, finding=finding, subtitle=_ABOUT)


def _described(word: dict[str, str]) -> str:
    also = f" <small>({escape(word['also'])})</small>" if word["also"] else ""
    source = f"<br><small>Source: {escape(word['source'])}</small>" if word["source"] else ""
    return f"<dt><strong>{escape(word['term'])}</strong>{also}</dt><dd>{escape(word['meaning'])}{source}</dd>"
