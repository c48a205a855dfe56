"""The words of the field."""

from __future__ import annotations

from html import escape

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from lis_data import handbook, wording
from pages.ui.shell import frame
from pages.ui.state.cache import answer
from pages.ui.views.methods import choices, extracts

_WITHIN = ("term", "also", "meaning", "group")


def show(headline: DeltaGenerator) -> None:
    """The view: a search, then the words by the alphabet."""
    text = choices.find("LEP, quotient, suppressed …")
    found = handbook.having(answer(handbook.glossary), text, within=_WITHIN)
    sourced = int(found["source"].ne("").sum())
    finding = f"{wording.count(len(found), 'word')} of the field, {sourced} with an official definition"
    subtitle = "One word means one thing everywhere: on the screen, in the address, in files."
    with headline:
        frame.headline(finding, subtitle)
    if choices.nothing(found, text):
        return
    st.html(f'<dl class="lis-words">{"".join(_told(word) for word in found.to_dict("records"))}</dl>')
    extracts.offer(extracts.of("glossary", found, finding=finding, subtitle=subtitle))


def _told(word: dict[str, str]) -> str:
    also = f" <small>({escape(word['also'])})</small>" if word["also"] else ""
    source = f"<br><small>Source: {escape(word['source'])}</small>" if word["source"] else ""
    return f"<dt><strong>{escape(word['term'])}</strong>{also}</dt><dd>{escape(word['meaning'])}{source}</dd>"
