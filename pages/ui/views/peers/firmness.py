"""How firm the peers are: who stays when each feature is left out in turn."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from lis_data import queries
from pages.ui.shell import frame
from pages.ui.state import pickers
from pages.ui.state.cache import answer, cached
from pages.ui.views.peers import text
from pages.ui.views.peers.choice import Choice


def in_short(choice: Choice, peers: pd.DataFrame) -> str:
    """The verdict in a sentence; none where there is a single feature or no peer."""
    stability = answer(queries.peer_stability, choice.area_code, **choice.asked, k=choice.k)
    return text.verdict(stability, of=len(peers)) if len(stability) > 1 and len(peers) else ""


def show(choice: Choice, peers: pd.DataFrame) -> None:
    """The sentence and the table; nothing to show where there is a single feature."""
    stability = answer(queries.peer_stability, choice.area_code, **choice.asked, k=choice.k)
    if len(stability) < 2:
        return
    gone = {code for codes in stability["left"] for code in codes}
    always = peers.loc[~peers["area_code"].isin(gone), "area_name"].tolist()
    frame.section(text.firmness(stability, of=len(peers), always=always))
    st.table(_table(choice, len(peers)), hide_index=True, alt="Peers kept without each feature")


@cached
def _table(choice: Choice, of: int) -> pd.DataFrame:
    stability = answer(queries.peer_stability, choice.area_code, **choice.asked, k=choice.k)
    names = pickers.names(choice.geography.geography_id)
    out, into = (
        stability[side].map(lambda codes: ", ".join(map(names.__getitem__, codes))) for side in ("left", "joined")
    )
    return pd.DataFrame(
        {
            "Without": stability["title"],
            "Peers kept": stability["kept"].map(lambda kept: f"{kept} of {of}"),
            "Goes": out.replace("", "–"),
            "Comes": into.replace("", "–"),
        }
    )
