"""What a workshop asks about each foundation, next to its figures, and the notes that the room takes."""

from __future__ import annotations

import streamlit as st

from lis_data import queries
from lis_data.model import FOUNDATIONS
from pages.ui.shell import frame
from pages.ui.shell.markup import plain
from pages.ui.state.cache import answer

_NOTES = "compare-notes"
MOST_LETTERS = 4000


def of_foundation(foundation: str) -> tuple[list[str], str, str]:
    """Its questions in order, what the source says instead, and the source. Places has no questions of its own."""
    every = answer(queries.workshop_questions)
    own = every[every["foundation"] == foundation]
    asked = own.loc[own["number"] > 0, "question"].tolist()
    source = own["sources"].iloc[0]
    if not asked:
        return [], f"{own['question'].iloc[0]}: it is an overlay, so its questions are those of the others.", source
    return asked, "", source


def show(foundation: str) -> None:
    """The questions with their source, and room for notes."""
    asked, instead, source = of_foundation(foundation)
    name = FOUNDATIONS[foundation]
    frame.section(f"{name}: four questions for the room" if asked else f"{name}: an overlay on the other foundations")
    left, right = st.columns([3, 2], gap="large")
    with left:
        listed = "\n".join(f"{number}. {_parted(question)}" for number, question in enumerate(asked, 1))
        st.markdown(listed or plain(instead))
        st.caption(f"Source: {plain(source)}.")
    with right:
        _take(foundation)


def _parted(question: str) -> str:
    """The question in bold, and what it covers."""
    head, mark, rest = question.partition("? ")
    return f"**{plain(head + mark.strip())}** {plain(rest)}"


def _take(foundation: str) -> None:
    key = f"notes-{foundation}"
    st.session_state.setdefault(key, notes(foundation))
    text = st.text_area(
        f"Notes on {FOUNDATIONS[foundation]}",
        key=key,
        height=170,
        max_chars=MOST_LETTERS,
        help="Kept in this window only: not in the link. They go into the PPTX and Markdown files.",
    )
    st.session_state.setdefault(_NOTES, {})[foundation] = text or ""


def notes(foundation: str) -> str:
    """The notes taken on a foundation in this session."""
    return str(st.session_state.get(_NOTES, {}).get(foundation, ""))
