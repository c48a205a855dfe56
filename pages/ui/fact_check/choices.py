"""What is shown of the stated figures: one of them, or those that pass the filters. All of it in the address."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from lis_data.handbook import having
from pages.ui import address, cache, controls
from pages.ui.fact_check import words

VIEWS = {"claims": "Figures checked", "aims": "Aims followed"}
_MOST = 60
_WITHIN = ("target_id", "area_name", "measure", "says", "figure", "source", "why", "note")


def view() -> str:
    """The chosen view."""
    return controls.view(VIEWS)


def claim() -> str:
    """The id of the chosen stated figure; empty for all of them."""
    return controls.one_of("Stated figure", _titles(), key="claim", default="")


@cache.kept
def _titles() -> dict[str, str]:
    rows = cache.stated_figures()
    named = rows["target_id"] + " · " + rows["area_name"] + " · " + rows["figure"] + " · " + rows["measure"]
    return {"": "All stated figures", **dict(zip(rows["target_id"], named, strict=True))}


def all_of_them() -> None:
    """Turn back to all stated figures; for a button."""
    address.forget("claim")


def filtered() -> pd.DataFrame:
    """The stated figures that pass verdict, kind, place and words, columns as in `queries.stated_figures`."""
    rows = cache.stated_figures()
    left, middle, right, far = st.columns(4, vertical_alignment="bottom")
    with left:
        verdicts = controls.several("Verdict", words.VERDICTS, key="verdict")
    with middle:
        kinds = controls.several("Kind", words.KINDS, key="kind")
    with right:
        area = _area(rows)
    with far:
        text = _find()
    kept = rows[rows["verdict"].isin(verdicts or words.VERDICTS) & rows["kind"].isin(kinds or words.KINDS)]
    kept = kept[kept["area_code"] == area] if area else kept
    return having(kept.fillna(dict.fromkeys(_WITHIN, "")), text, within=_WITHIN)


def _area(rows: pd.DataFrame) -> str:
    named = rows.sort_values("area_name").set_index("area_code")["area_name"].to_dict()
    return controls.one_of("Place", {"": "All places", **named}, key="area", default="")


def _find() -> str:
    """The words that are looked for; none where the box is empty."""
    address.restore("find", None, default="")
    st.session_state["find"] = st.session_state["find"][:_MOST]
    text = st.text_input("Find", key="find", placeholder="manufacturing, GVA …", max_chars=_MOST)
    address.keep("find", text, default="")
    return text.strip()


def say_nothing_left() -> None:
    """What to do where nothing passes the filters."""
    st.info("No stated figure passes all of these filters. Take one of them away to see some again.")
