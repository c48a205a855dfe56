"""How the comparison is made: features, periods, weights, formula; and why there may be none."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from geo.areas import GEOGRAPHIES
from pages.ui.exhibit import page
from pages.ui.rows import each_row, records
from pages.ui.shell.markup import plain
from pages.ui.state import pickers
from pages.ui.state.cache import cached
from pages.ui.views.peers import tables, text, weights
from pages.ui.views.peers.choice import Choice, open_place

_LATER = ("lep-2021", "lep-2020")
_CIPFA = (
    "The method is that of CIPFA’s Nearest Neighbours Model (standard scores, Euclidean distance), with the features "
    "and weights in sight; missing figures are handled as Gower’s coefficient does. Plain scores rather than robust "
    "ones: every place counts, and logarithms keep London from drowning the rest."
)


def show(choice: Choice) -> None:
    """How it is done, with every feature, its period and why it is in."""
    with st.expander("How places are compared", icon=":material/calculate:"):
        st.markdown(f"{text.HOW} {_CIPFA}")
        st.markdown(_features(choice))


@cached
def _features(choice: Choice) -> str:
    """Every feature with its period and weight, how many places have it, and why it is in, as a list in Markdown."""
    return "\n".join(_feature(row) for row in records(tables.features(choice)))


def _feature(row: dict[str, object]) -> str:
    usual = "" if row["weight"] == row["usual"] else f", usually {row['usual']:g}"
    about = f"{row['period']}, {row['places']:.0f} places; weight {row['weight']:g}{usual}"
    return f"- **{plain(str(row['title']))}** ({plain(about)}). {plain(str(row['why']))}."


def explain_none(choice: Choice) -> None:
    """Why a place has no peers, and what can be done."""
    page.cite(*choice.series)
    counted, lacking = tables.counted(choice), tables.lacking(choice)
    if counted.empty:
        st.info("Give at least one feature a weight above 0.")
    else:
        without = (
            f"{choice.area_name} has no figure of {text.titles(lacking['title'].tolist())}. " if len(lacking) else ""
        )
        st.info(f"{plain(without)}{plain(text.BOUNDARIES)}")
        with st.container(horizontal=True):
            _offer_fewer(counted, lacking["feature_id"].tolist())
            _offer_later(choice)
    show(choice)


def _offer_fewer(counted: pd.DataFrame, lacking: list[str]) -> None:
    """A button that leaves out what the place lacks, where something to compare is left."""
    if 0 < len(lacking) < len(counted):
        st.button("Compare without them", on_click=weights.leave_out, args=(lacking,), icon=":material/balance:")


def _offer_later(choice: Choice) -> None:
    """A button to the place of the same name among later LEPs, which have figures."""
    for geography_id in _LATER:
        codes = [code for code, name in pickers.names(geography_id).items() if name == choice.area_name]
        if codes and geography_id != choice.geography.geography_id:
            st.button(
                f"{plain(choice.area_name)} among the {GEOGRAPHIES[geography_id].title}",
                on_click=open_place,
                args=(geography_id, codes[0]),
                icon=":material/map:",
            )
            return


@cached
def facts(choice: Choice) -> dict[str, str]:
    """How the places were compared, as facts of a file."""
    used = tables.counted(choice)
    weighted = [f"{row.title} ({row.period}): {row.weight:g}" for row in each_row(used)]
    return {"Method": text.HOW, "Features and weights": "; ".join(weighted)}
