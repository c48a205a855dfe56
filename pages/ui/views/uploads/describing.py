"""The fifth step: what the series is called and how it is to be read, guessed until it is said."""

from __future__ import annotations

from typing import Any

import pandas as pd
import streamlit as st

from lis_data.intake import DescribedSeries, Description, Verdict, describe
from lis_data.model import FOUNDATIONS, POLARITIES
from lis_data.wording import count
from pages.ui.shell import frame
from pages.ui.views.uploads import draft, text
from pages.ui.views.uploads.draft import Draft

_BETTER = {"higher": "Higher is better", "lower": "Lower is better", "neither": "Neither"}
_NO_FOUNDATION = "None of them"
_LICENCE = "As its publisher states it; left empty: not stated"
_MOST_TITLE, _MOST_TEXT = 200, 2000


def show(current: Draft, verdict: Verdict) -> None:
    """The fields, with guesses: of the one series, or of the file and a row a series; and the answers to keep."""
    several = len(verdict.series) > 1
    frame.section(f"Describe the {count(len(verdict.series), 'series', 'series')}" if several else "Describe it")
    _title(current, verdict.description, several=several)
    if several:
        _rows(current, verdict)
    else:
        _scale(current, verdict.description)
        if not draft.districts(verdict):  # of districts it is asked where they may be added up
            caption = "Figures of places can be added up (counts and amounts, not rates or averages)"
            _field(st.checkbox, caption, current, verdict.description, "additive", help=text.NO_TOTALS)
    _origin(current, verdict.description)
    st.download_button(
        "Answers for next time (JSON)",
        lambda: describe.write(verdict.description, current.choices, url=current.name),
        file_name="answers.json",
        mime="application/json",
        on_click="ignore",
        icon=":material/download:",
        help="A side file (CSV on the Web) with columns, places and description; it restores them for a new file.",
        key=current.key("side-file"),
    )


def _title(current: Draft, about: Description, *, several: bool) -> None:
    _field(
        st.text_input,
        "Title of all of them" if several else "Title",
        current,
        about,
        "title",
        max_chars=_MOST_TITLE,
        help="What is measured, as it stands on maps and in lists; ‘(uploaded)’ is put behind it.",
    )


def _scale(current: Draft, about: Description) -> None:
    """Unit, decimals, direction and foundation."""
    one, two, three, four = st.columns([3, 2, 3, 3])
    with one:
        _field(st.text_input, "Unit", current, about, "unit", max_chars=60, placeholder="firms, %, £ million …")
    with two:
        _field(st.number_input, "Decimals", current, about, "decimals", min_value=0, max_value=6, step=1)
    with three:
        _choice("Direction", _BETTER, current, about, "polarity")
    with four:
        _choice("Foundation", {"": _NO_FOUNDATION, **FOUNDATIONS}, current, about, "foundation")


def _origin(current: Draft, about: Description) -> None:
    left, right = st.columns(2)
    with left:
        _field(
            st.text_input,
            "Source",
            current,
            about,
            "source",
            max_chars=_MOST_TEXT,
            placeholder="Who counted, and how",
        )
    with right:
        _field(st.text_input, "Licence", current, about, "licence", max_chars=_MOST_TEXT, placeholder=_LICENCE)
    looks: dict[str, Any] = {"max_chars": _MOST_TEXT, "height": 80}
    _field(st.text_area, "Note", current, about, "note", placeholder="What a reader must know about it", **looks)


def _field(widget: Any, caption: str, current: Draft, about: Description, name: str, **looks: Any) -> None:
    """A widget of one part of the description, which shows the guess until it is changed."""
    key = current.key(f"say-{name}")
    st.session_state[key] = getattr(about, name)  # a guess changes with what else is said of the file
    widget(caption, key=key, on_change=_take, args=(about, name, key), **looks)


def _choice(caption: str, options: dict[str, str], current: Draft, about: Description, name: str) -> None:
    key, now = current.key(f"say-{name}"), getattr(about, name)
    st.session_state[key] = now if now in options else next(iter(options))
    st.selectbox(
        caption,
        list(options),
        format_func=options.__getitem__,
        key=key,
        on_change=_take,
        args=(about, name, key),
    )


def _take(about: Description, name: str, key: str) -> None:
    draft.describe(about, **{name: st.session_state[key]})


def _rows(current: Draft, verdict: Verdict) -> None:
    """A row a series, to be edited."""
    columns = {
        "title": st.column_config.TextColumn("Title", required=True, max_chars=_MOST_TITLE, width="large"),
        "unit": st.column_config.TextColumn("Unit", max_chars=60),
        "decimals": st.column_config.NumberColumn("Decimals", min_value=0, max_value=6, step=1, required=True),
        "polarity": st.column_config.SelectboxColumn(
            "Direction", options=list(POLARITIES), format_func=lambda polarity: _BETTER[str(polarity)], required=True
        ),
        "foundation": st.column_config.SelectboxColumn(
            "Foundation",
            options=list(FOUNDATIONS),
            format_func=lambda foundation: FOUNDATIONS[str(foundation)],
            help="Left blank: none of them",
        ),
        "additive": st.column_config.CheckboxColumn("Can be added up"),
    }
    rows = pd.DataFrame([vars(item) for item in verdict.series]).set_index("indicator_id")
    rows["foundation"] = rows["foundation"].astype("object").where(rows["foundation"].ne(""), None)
    base = st.session_state.setdefault(current.key("series"), rows)
    if list(base.index) != list(rows.index):
        base = st.session_state[current.key("series")] = rows
    key = current.key(f"say-series-{hash(tuple(rows.index))}")  # edits are kept by row: other series, other rows
    edited = st.data_editor(base, hide_index=True, column_config=columns, key=key)
    series = tuple(said(key, row) for key, row in edited.to_dict("index").items())
    if series != verdict.series:
        draft.describe(verdict.description, series=series)
        st.rerun()


def said(key: Any, row: dict[Any, Any]) -> DescribedSeries:
    """A series as it stands in its row; a cell that was emptied, which comes as NaN or None, is empty text."""
    texts = {name: "" if pd.isna(row[name]) else row[name] for name in ("title", "unit", "polarity", "foundation")}
    return DescribedSeries(str(key), **texts, decimals=int(row["decimals"]), additive=bool(row["additive"]))
