"""How firm the peers are: who stays when each feature is left out in turn."""

from __future__ import annotations

import pandas as pd

from lis_data import queries
from pages.ui.exhibit import page
from pages.ui.exhibit.exhibit import Exhibit
from pages.ui.exhibit.table import Column, Table
from pages.ui.state import pickers
from pages.ui.state.cache import answer, cached
from pages.ui.views.peers import method, text
from pages.ui.views.peers.choice import Choice

_COLUMNS = (
    Column("title", "Without"),
    Column("stays", "Peers kept"),
    Column("goes", "Goes", width=320),
    Column("comes", "Comes", width=320),
    Column("feature_id"),
)


def in_short(choice: Choice, peers: pd.DataFrame) -> str:
    """The verdict in a sentence; none where there is a single feature or no peer."""
    stability = _stability(choice)
    return text.verdict(stability, of=len(peers)) if len(stability) > 1 and len(peers) else ""


def show(choice: Choice, peers: pd.DataFrame, about: str) -> None:
    """The sentence and the table; nothing to show where there is a single feature."""
    if len(_stability(choice)) > 1:
        page.show(_exhibit(choice, peers, about))


def _exhibit(choice: Choice, peers: pd.DataFrame, about: str) -> Exhibit:
    stability = _stability(choice)
    gone = {code for codes in stability["left"] for code in codes}
    always = peers.loc[~peers["area_code"].isin(gone), "area_name"].tolist()
    return Exhibit(
        key="firmness",
        name=f"peers_firmness_{choice.name}",
        finding=text.firmness(stability, of=len(peers), always=always),
        subtitle=about,
        table=Table(_rows(choice, len(peers)), _COLUMNS, alt="Peers kept without each feature"),
        series=choice.series,
        facts=method.facts(choice),
    )


def _stability(choice: Choice) -> pd.DataFrame:
    return answer(queries.peer_stability, choice.area_code, **choice.asked, k=choice.k)


@cached
def _rows(choice: Choice, of: int) -> pd.DataFrame:
    """For each feature left out: how many peers stay, who goes and who comes."""
    stability, names = _stability(choice), pickers.names(choice.geography.geography_id)
    out, into = (
        stability[side].map(lambda codes: ", ".join(map(names.__getitem__, codes))) for side in ("left", "joined")
    )
    stays = stability["staying"].map(lambda number: f"{number} of {of}")
    return stability[["feature_id", "title"]].assign(
        stays=stays, goes=out.replace("", "–"), comes=into.replace("", "–")
    )
