"""The description of a kept upload, to be edited; each edit is a new version, so that the one before undoes it."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from lis_data import uploads
from lis_data.intake import DescribedSeries
from lis_data.model import FOUNDATIONS
from lis_data.uploads import MARK
from pages.ui.rows import by_label, row_at
from pages.ui.shell import frame
from pages.ui.state import reader_uploads, visitor
from pages.ui.views.uploads import messages

_BETTER = {"higher": "Higher is better", "lower": "Lower is better", "neither": "Neither"}
_FOUNDATIONS = {"": "None of them", **FOUNDATIONS}


def offer(upload: dict[str, object]) -> None:
    """The fold with the fields, of an upload of one's own."""
    key = f"edit-{upload['upload_id']}"
    frame.fold("Edit its description", lambda: _form(upload), key=key, icon=":material/edit:")


def _form(upload: dict[str, object]) -> None:
    upload_id = str(upload["upload_id"])
    series = reader_uploads.series()
    series = series[series["upload_id"] == upload_id].set_index("indicator_id")
    titles = by_label(series["title"].str.removesuffix(f" {MARK}"))
    chosen = next(iter(titles))
    if len(titles) > 1:
        chosen = st.selectbox(
            "Series to edit", list(titles), format_func=titles.__getitem__, key=f"edit-of-{upload_id}"
        )
    with st.form(f"editing-{chosen}-{upload['version']}"):
        said = _said(chosen, row_at(series, chosen), titles[chosen])
        left, right = st.columns(2)
        source = left.text_input("Source", str(upload["source"]), max_chars=2000)
        licence = right.text_input("Licence", str(upload["licence"]), max_chars=2000)
        if st.form_submit_button("Keep it in a new version", icon=":material/check:"):
            owner = visitor.owner_of(upload_id)
            messages.act(
                lambda: uploads.describe_again(upload_id, said, owner=owner, source=source, licence=licence),
                "The description is changed, in a new version of the upload; the version before undoes it.",
            )
            st.rerun()


def _said(indicator_id: str, now: pd.Series, title: str) -> DescribedSeries:
    """What the fields say of a series."""
    title = st.text_input("Title", title, max_chars=200)
    one, two, three = st.columns(3)
    unit = one.text_input("Unit", now["unit"], max_chars=60)
    better, foundations = list(_BETTER), list(_FOUNDATIONS)
    at = better.index(now["polarity"])
    polarity = two.selectbox("Direction", better, at, format_func=_BETTER.__getitem__)
    at = foundations.index(now["foundation"])
    foundation = three.selectbox("Foundation", foundations, at, format_func=_FOUNDATIONS.__getitem__)
    slug = indicator_id.split("-", 2)[2]
    return DescribedSeries(slug, title, unit, int(now["decimals"]), polarity, foundation, bool(now["additive"]))
