"""How much evidence there is and how new it is, and the questions that the policy left open."""

from __future__ import annotations

from html import escape

import streamlit as st

from lis_data import queries
from lis_data.model import FOUNDATIONS
from lis_data.period import label
from pages.ui.rows import each_row
from pages.ui.shell import frame, pages
from pages.ui.shell.markup import plain
from pages.ui.state.cache import answer

_ANSWERS = {
    "D1": (
        "In part. The map shows where R&D is high and where it rose, place by place; figures alone do not show why.",
        pages.RESEARCH.file,
        "R&D place by place",
        {"geography": "nuts2-2016"},
    ),
    "D2": (
        "Largely. What each place claims stands beside what its figures say.",
        pages.WAVES.file,
        "Claims beside the evidence",
        {"view": "priorities"},
    ),
    "D3": (
        "Not yet. Regional R&D figures by one measure end in 2018, before the first strategy, and by another begin in "
        "2022. What it would take can be worked out.",
        pages.TARGET.file,
        "The way to the target",
        {},
    ),
}
"""How far the figures here answer each question, and the view that shows it: page, name, address."""


def show_freshness() -> None:
    """How much there is of each foundation, and how far it reaches."""
    about = answer(queries.freshness).iloc[0]
    frame.section(
        f"{about['indicators']} indicators from {about['datasets']} tables; half of them reach {about['half_since']} "
        "or later"
    )
    facts = "".join(
        f"<div><dt>{escape(FOUNDATIONS[row.foundation])}</dt><dd>{row.indicators}</dd>"
        f"<dt>half reach {row.half_since} or later</dt></div>"
        for row in each_row(answer(queries.foundations))
    )
    st.html(f'<dl class="lis-facts">{facts}</dl>')
    st.caption(
        f"Figures run from {about['first_year']} to {about['last_year']}. The newest table is of "
        f"{label(about['published'])}; all are as of {label(about['assembled'])}."
    )
    st.page_link(
        pages.METHODS.file, label="Every indicator with its source, method and caveats", icon=":material/menu_book:"
    )


def show_questions() -> None:
    """The standing questions, each with how far it is answered here and where."""
    frame.section("Three questions that the policy left open")
    for column, row in zip(st.columns(3), each_row(answer(queries.open_questions)), strict=True):
        extent, page, name, address = _ANSWERS[row.question_id]
        with column, st.container(border=True, height="stretch"):
            st.markdown(f"**{plain(row.question)}**")
            st.markdown(extent)
            st.page_link(page, label=name, icon=":material/arrow_forward:", query_params=address)
    st.caption("Source: the government’s slides on Ideas. LIS is short for Local Industrial Strategy.")
