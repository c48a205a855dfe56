"""Who the peers are and why: for each what makes it alike and in what it differs most, with the figures."""

from __future__ import annotations

from html import escape

import pandas as pd
import streamlit as st

from lis_data import queries
from pages.ui.rows import row_at
from pages.ui.state.cache import answer, cached
from pages.ui.views.peers import text
from pages.ui.views.peers.choice import Choice


def show(choice: Choice, peers: tuple[str, ...]) -> None:
    """The peers as a list, the nearest first."""
    st.html(_listed(choice, peers))


@cached
def _listed(choice: Choice, peers: tuple[str, ...]) -> str:
    similar = answer(queries.similar_places, choice.area_code, **choice.asked).set_index("area_code")
    rows = answer(queries.peer_reasons, choice.area_code, **choice.asked)
    items = [_item(row_at(similar, code), rows[rows["area_code"] == code], _mixes(choice, code)) for code in peers]
    return f"<ol class='lis-peers'>{''.join(items)}</ol>{_STYLE}"


def _mixes(choice: Choice, peer: str) -> pd.DataFrame:
    """The sector mixes of the place and of a peer, in this order."""
    sectors = answer(queries.peer_sectors, choice.geography.geography_id)
    return pd.concat([sectors[sectors["area_code"] == code] for code in (choice.area_code, peer)])


def _item(place: pd.Series, rows: pd.DataFrame, mix: pd.DataFrame) -> str:
    near, far = text.reasons(rows, mix)
    how_far = f"distance {place['distance']:.2f}" if pd.notna(place["distance"]) else "too few figures to rank"
    differs = f"<br><b>Differs</b> in {escape(far)}." if far else ""
    return (
        f"<li><strong>{escape(place['area_name'])}</strong> <small>{how_far}</small><br>"
        f"<b>Alike</b> in {escape(near)}.{differs}</li>"
    )


_STYLE = """<style>
.lis-peers { margin: 0 !important; padding-left: 1.4rem !important; display: grid; gap: .7rem }
.lis-peers li { font-size: .92rem; line-height: 1.4 }
.lis-peers strong { font-size: 1.02rem }
.lis-peers b { font-weight: 600 }
</style>"""
