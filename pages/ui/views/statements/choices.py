"""What is shown of the stated figures: one of them, or those that pass the filters. All of it in the address."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from lis_data import statements
from lis_data.handbook import having
from lis_data.statements.text import VERDICTS
from pages.ui.state import address, pickers
from pages.ui.state.cache import answer, cached
from pages.ui.views.statements import text

VIEWS = {"claims": "Figures checked", "aims": "Aims followed"}
_MOST = 60
_WITHIN = ("statement_id", "area_name", "measure", "says", "figure", "source", "why", "note")


def view() -> str:
    """The chosen view."""
    return pickers.view(VIEWS)


def statement() -> str:
    """The id of the chosen stated figure; empty for all of them. A row that repeats it leads to it too."""
    address.rename("claim", to="statement")
    asked = st.query_params.get("statement", "")
    if asked in _repeated():
        st.query_params["statement"] = _repeated()[asked]
    return pickers.one_of("Stated figure", _titles(), key="statement", default="")


@cached
def _repeated() -> dict[str, str]:
    """The id of a row that repeats a statement -> the id of the statement."""
    rows = answer(statements.verdicts).explode("statement_ids")
    again = rows[rows["statement_ids"] != rows["statement_id"]]
    return dict(zip(again["statement_ids"], again["statement_id"], strict=True))


@cached
def _titles() -> dict[str, str]:
    rows = answer(statements.verdicts)
    named = rows["statement_id"] + " · " + rows["area_name"] + " · " + rows["figure"] + " · " + rows["measure"]
    return {"": "All stated figures", **dict(zip(rows["statement_id"], named, strict=True))}


def all_of_them() -> None:
    """Turn back to all stated figures; for a button."""
    address.forget("statement")


def filtered() -> pd.DataFrame:
    """The stated figures that pass verdict, kind, place and words, columns as in `statements.verdicts`."""
    rows = answer(statements.verdicts)
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
