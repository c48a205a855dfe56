"""How every measure is computed."""

from __future__ import annotations

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from lis_data import handbook, wording
from pages.ui.shell import frame
from pages.ui.shell.markup import plain
from pages.ui.state.cache import answer
from pages.ui.views.methods import choices, extracts

_WITHIN = ("formula_id", "title", "group", "words", "formula", "source")


def show(headline: DeltaGenerator) -> None:
    """The view: a search, then each group of measures."""
    text = choices.find("quotient, growth, classes …")
    found = handbook.having(answer(handbook.formulae), text, within=_WITHIN)
    finding = f"{wording.count(len(found), 'measure')}, each with its formula, its unit and its limits"
    subtitle = "Missing and suppressed figures count for nothing and are never taken for zero."
    with headline:
        frame.headline(finding, subtitle)
    if choices.nothing(found, text):
        return
    for group, measures in found.groupby("group", sort=False):
        frame.section(str(group))
        st.markdown("\n\n".join(_told(measure) for measure in measures.to_dict("records")))
    extracts.offer(extracts.of("formulae", found, finding=finding, subtitle=subtitle))


def _told(measure: dict[str, str]) -> str:
    source = f" Source: {plain(measure['source'])}." if measure["source"] else ""
    return (
        f"**{plain(measure['title'])}** · {plain(measure['unit'])}  \n`{measure['formula']}`  \n"
        f"{plain(measure['words'])}{source}"
    )
