"""Finding a place: the field, and under it what its text may mean, why, and where to go from there."""

from __future__ import annotations

from typing import Any

import pandas as pd
import streamlit as st

from geo import place_names, search
from geo.search import EXACT
from pages.ui.exhibit import page
from pages.ui.rows import each_row, records
from pages.ui.shell.markup import plain
from pages.ui.state import address
from pages.ui.state.cache import answer
from pages.ui.views.overview import place_links, text, towns

_LONGEST, _MOST, _NAMED = 80, 5, 12
_HINT = "A name, a short name, a code, a district or a town: HotSW, Humber, E37000016, Stevenage, Consett"


def field() -> str:
    """The text that is searched for."""
    address.restore("find", None, default="")
    st.session_state["find"] = st.session_state["find"][:_LONGEST]
    asked = st.text_input(
        "Find my place", key="find", type="search", placeholder="Stevenage, HotSW, E37000016 …", help=_HINT
    )
    address.keep("find", asked, default="")
    return str(asked).strip()


def show(asked: str) -> None:
    """The places that the text may mean, or what to try instead."""
    found, others = answer(search.places, asked), answer(place_names.named, asked)
    if others["match"].ne("near").any():
        found = found[found["match"] != "near"]
    with st.container(border=True):
        if found.empty and others.empty:
            return _nothing(asked)
        meant = found[found["ambiguous"]]["name"].unique().tolist()
        if len(meant) > 1:
            st.markdown(f"**{text.meanings(meant, asked)}**")
        likely = _most_likely(found)
        for row in records(likely):
            _place({**row, "ambiguous": row["ambiguous"] and len(meant) == 1}, asked)
        _others(found.drop(likely.index))
        towns.show(others, asked, areas=found)


def _most_likely(found: pd.DataFrame) -> pd.DataFrame:
    """The places whose code or name the text is; where it is none's, the first few that it may mean."""
    exact = found[found["match"].isin(EXACT)]
    return (exact if len(exact) else found).head(_MOST)


def _nothing(asked: str) -> None:
    st.markdown(
        f"**No place is called “{plain(asked)}”.** Try the name of a town, district, county, LEP, combined "
        "authority or region in England, a short name such as *SEMLEP*, or a code such as *E37000003*."
    )


def _place(row: dict[str, Any], asked: str) -> None:
    """What a place is, why it was found, and its pages; of a district also those of the LEPs that it lies in."""
    reason = text.why(row["match"], row["matched"], asked, name=row["name"], ambiguous=row["ambiguous"])
    kind = ", ".join(item for item in (text.KINDS[row["level"]], text.vintages(row["geographies"])) if item)
    areas = place_links.pairs(row["geographies"], row["area_codes"])
    around = answer(search.around, *areas[0])
    page.credit(*row["geographies"], *around["geographies"].explode())
    st.markdown(f"**{plain(row['name'])}**, {kind}: {reason}. {text.lies_in(around)}")
    place_links.show(areas, around)


def _others(found: pd.DataFrame) -> None:
    """What else the text is a part of, in a line."""
    if found.empty:
        return
    names = [f"{plain(row.name)} ({text.KINDS[row.level]})" for row in each_row(found.head(_NAMED))]
    page.credit(*found["geographies"].head(_NAMED).explode())
    more = f" and {len(found) - _NAMED} more" if len(found) > _NAMED else ""
    st.caption(f"Also: {', '.join(names)}{more}. Type more of the name to get there.")
