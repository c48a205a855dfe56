"""What each column is taken for, how sure that is and why; every one can be changed."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from lis_data.intake import ROLES, Guess, Verdict
from lis_data.period import label
from lis_data.wording import count
from pages.ui.shell import frame
from pages.ui.shell.markup import plain
from pages.ui.views.uploads import draft, text
from pages.ui.views.uploads.draft import Draft

_WIDE = 163
"""Pixels of a column's picker: two have room side by side on a telephone."""
_MOST_CARDS = 8
"""Columns with a picker of their own; of more, one chooses which to change."""


def show(current: Draft, verdict: Verdict) -> None:
    """A picker a column; of many columns, those that matter first and a table of the rest."""
    order = sorted(verdict.guesses, key=lambda guess: guess.role == "ignore")
    dated = [guess for guess in order if guess.period]
    cards = [guess for guess in order if guess not in dated[1:]][:_MOST_CARDS]
    with st.container(horizontal=True):
        for guess in cards:
            with st.container(width=_WIDE):
                _card(current, guess)
    if len(dated) > 1:
        span = f"{label(dated[0].period)} to {label(dated[-1].period)}"
        st.caption(f"{len(dated)} columns have the figures of one period each, {span}.")
    if len(order) > len(cards):
        frame.fold(
            f"All {count(len(order), 'column')}",
            lambda: _all(current, verdict, [guess for guess in order if guess not in cards]),
            key=current.key("all-columns"),
            icon=":material/view_column:",
        )


def _card(current: Draft, guess: Guess) -> None:
    key = current.key(f"role-{guess.column}")
    st.session_state[key] = guess.role  # another answer may have changed it
    st.selectbox(
        plain(guess.column, most=60),
        ROLES,
        format_func=text.ROLES.__getitem__,
        key=key,
        on_change=_take,
        args=(guess.column, key),
    )
    st.caption(f"{_sure(guess)}: {plain(guess.why)}")


def _sure(guess: Guess) -> str:
    return "Certain" if guess.confidence == 1 else f"{guess.confidence:.0%} sure"


def _take(column: str, key: str) -> None:
    draft.choose_role(column, st.session_state[key])


def _all(current: Draft, verdict: Verdict, others: list[Guess]) -> None:
    """A table of all columns, and a picker of those that have none of their own."""
    rows = [(item.column, text.ROLES[item.role], item.period, item.confidence, item.why) for item in verdict.guesses]
    table = pd.DataFrame(rows, columns=["Column", "Taken for", "Period", "Sure", "Why"])
    sure = {"Sure": st.column_config.NumberColumn(format="percent")}
    alt = f"{len(table)} columns and what they are taken for"
    st.dataframe(table, hide_index=True, column_config=sure, placeholder="–", alt=alt)
    guesses = {item.column: item for item in others}
    names = st.selectbox("Column to change", list(guesses), index=None, key=current.key("other-column"))
    if names is not None:
        _card(current, guesses[names])
