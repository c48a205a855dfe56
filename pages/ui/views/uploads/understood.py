"""The second step: what was understood of the file, and the answers that change it."""

from __future__ import annotations

import streamlit as st

from geo.areas import GEOGRAPHIES
from lis_data.intake import Verdict
from lis_data.intake.periods import read as read_period
from lis_data.wording import count
from pages.ui.shell import frame
from pages.ui.shell.markup import plain
from pages.ui.views.uploads import columns, draft, preview, text
from pages.ui.views.uploads.draft import Draft

_SHEET_WIDE = 420
"""Pixels of the picker of sheets."""
_MARKS = {"": "Guessed", ".": "A point: 1,234.5", ",": "A comma: 1.234,5"}


def show(current: Draft, verdict: Verdict) -> None:
    """The line that states it, the columns, a small map and the first figures."""
    _sheet(current, verdict)
    frame.section("What was understood")
    st.markdown(plain(text.summary(verdict)))
    left, right = st.columns([3, 2], gap="large")
    with left:
        preview.show_rows(verdict)
        columns.show(current, verdict)
    with right:
        preview.show_map(verdict)
    _skipped(verdict)
    _more(current, verdict)


def show_unread(current: Draft, verdict: Verdict) -> None:
    """Where no figure was read: the columns as far as they are known, and what may be answered to read it after all."""
    _sheet(current, verdict)
    if verdict.guesses:
        frame.section("What was understood so far")
        columns.show(current, verdict)
    _skipped(verdict)
    _answers(current, verdict)


def _skipped(verdict: Verdict) -> None:
    """The lines above the table and below it, which hold no figures."""
    above, below = verdict.preamble, verdict.footnotes
    if not (above or below):
        return
    many = len(above) + len(below)

    def listed() -> None:
        for title, lines in (("Above the table", above), ("Below it", below)):
            if lines:
                st.markdown(f"**{title}**")
                st.code("\n".join(line[:300] for line in lines[:40]), language=None, wrap_lines=True)

    frame.fold(
        f"{count(many, 'line')} around the table {'is' if many == 1 else 'are'} read as notes",
        listed,
        key="notes-around",
        icon=":material/notes:",
    )


def _more(current: Draft, verdict: Verdict) -> None:
    frame.fold(
        "Read it otherwise: geography, period, decimals",
        lambda: _answers(current, verdict),
        key="read-otherwise",
        icon=":material/tune:",
    )


def _answers(current: Draft, verdict: Verdict) -> None:
    """Pickers of the answers that concern the whole file."""
    places = st.columns(3)
    with places[0]:
        _geography(current, verdict)
    with places[1]:
        _period(current)
    with places[2]:
        _pick(current, "decimal", "Decimals are marked by", _MARKS, current.choices.decimal)


def _sheet(current: Draft, verdict: Verdict) -> None:
    """Which sheet of a workbook is read, above all that is understood of it."""
    if len(verdict.sheets) > 1:
        with st.container(width=_SHEET_WIDE):
            sheets = {"": "The first with a table", **{name: name for name in verdict.sheets}}
            _pick(current, "sheet", f"Sheet, of {len(verdict.sheets)}", sheets, current.choices.sheet)


def _geography(current: Draft, verdict: Verdict) -> None:
    titles = {key: item.title for key, item in GEOGRAPHIES.items()}
    guessed = f"Guessed: {titles[verdict.geography]}" if verdict.geography else "Guessed"
    _pick(current, "geography", "The places are", {"": guessed, **titles}, current.choices.geography)


def _pick(current: Draft, answer: str, title: str, options: dict[str, str], now: str) -> None:
    """A picker of one answer, '' for the guess."""
    key = current.key(answer)
    st.selectbox(
        title,
        list(options),
        index=list(options).index(now) if now in options else 0,
        format_func=options.__getitem__,
        key=key,
        on_change=lambda: draft.choose(**{answer: st.session_state[key]}),
    )


def _period(current: Draft) -> None:
    """A field for the period of all rows; what is no period is said and not taken."""
    key = current.key("period")
    typed = st.text_input(
        "Period of all rows",
        current.choices.period,
        key=key,
        placeholder="2018, 2018/19, Q3 2018 …",
        help="Where no column and no name of a column says it.",
        on_change=lambda: _take_period(st.session_state[key].strip()),
    )
    if typed.strip() and not read_period(typed.strip()).iso:
        st.warning(f"“{plain(typed, most=40)}” is not a period; write 2018, 2018/19, Q3 2018 or Sep 2018.")


def _take_period(typed: str) -> None:
    if not typed or read_period(typed).iso:
        draft.choose(period=typed)
