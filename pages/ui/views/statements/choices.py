"""What is shown of the stated figures: one of them, or those that pass the filters. All of it in the address."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from lis_data import queries
from lis_data.handbook import having
from lis_data.stated_words import VERDICTS
from pages.ui.state import address, pickers
from pages.ui.state.cache import answer, cached
from pages.ui.views.statements import text
from pages.ui.views.statements.sources import ID

VIEWS = {"claims": "Figures checked", "aims": "Aims followed"}
_MOST = 60
_WITHIN = (ID, "area_name", "measure", "says", "figure", "source", "why", "note")


def view() -> str:
    """The chosen view."""
    return pickers.view(VIEWS)


def claim() -> str:
    """The id of the chosen stated figure; empty for all of them. A row that repeats it leads to it too."""
    asked = st.query_params.get("claim", "")
    if asked in _repeated():
        st.query_params["claim"] = _repeated()[asked]
    return pickers.one_of("Stated figure", _titles(), key="claim", default="")


@cached
def _repeated() -> dict[str, str]:
    """The id of a row that repeats a statement -> the id of the statement."""
    rows = answer(queries.stated_figures).explode("target_ids")
    again = rows[rows["target_ids"] != rows[ID]]
    return dict(zip(again["target_ids"], again[ID], strict=True))


@cached
def _titles() -> dict[str, str]:
    rows = answer(queries.stated_figures)
    named = rows[ID] + " · " + rows["area_name"] + " · " + rows["figure"] + " · " + rows["measure"]
    return {"": "All stated figures", **dict(zip(rows[ID], named, strict=True))}


def all_of_them() -> None:
    """Turn back to all stated figures; for a button."""
    address.forget("claim")


def filtered() -> pd.DataFrame:
    """The stated figures that pass verdict, kind, place and words, columns as in `queries.stated_figures`."""
    rows = answer(queries.stated_figures)
    left, middle, right, far = st.columns(4, vertical_alignment="bottom")
    with left:
        verdicts = pickers.several("Verdict", VERDICTS, key="verdict")
    with middle:
        kinds = pickers.several("Kind", text.KINDS, key="kind")
    with right:
        area = _area(rows)
    with far:
        wanted = _find()
    found = rows[rows["verdict"].isin(verdicts or VERDICTS) & rows["kind"].isin(kinds or text.KINDS)]
    found = found[found["area_codes"].map(lambda codes: area in codes)] if area else found
    return having(found.fillna(dict.fromkeys(_WITHIN, "")), wanted, within=_WITHIN)


def _area(rows: pd.DataFrame) -> str:
    each = rows.explode(["area_codes", "places"]).sort_values("places")
    named = dict(zip(each["area_codes"], each["places"], strict=True))
    return pickers.one_of("Place", {"": "All places", **named}, key="area", default="")


def _find() -> str:
    """The words that are looked for; none where the box is empty."""
    address.restore("find", None, default="")
    st.session_state["find"] = st.session_state["find"][:_MOST]
    wanted = st.text_input("Find", key="find", placeholder="manufacturing, GVA …", max_chars=_MOST)
    address.keep("find", wanted, default="")
    return wanted.strip()


def say_nothing_left() -> None:
    """What to do where nothing passes the filters."""
    st.info("No stated figure passes all of these filters. Take one of them away to see some again.")
