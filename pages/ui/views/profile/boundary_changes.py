"""The boundary of the place: what changed at it, and where figures that are missing can be found."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from lis_data import queries
from pages.ui.rows import each_row
from pages.ui.shell.markup import plain
from pages.ui.state import links
from pages.ui.state.cache import answer
from pages.ui.views.profile.choice import Place
from pages.ui.views.profile.economy import RD


def show(rows: pd.DataFrame, place: Place) -> None:
    """A notice where the boundary changed or figures are missing, with the link to the same place of another year.

    Business R&D, which most LEPs lack, is explained where it stands.
    """
    others = answer(queries.boundaries, place.geography_id, place.area_code)
    expected = rows[rows["indicator_id"] != RD]
    missing = int(expected["value"].isna().sum())
    sentences = [*_changes(others), *_split(place)]
    if missing:
        verb = "has" if missing == 1 else "have"
        sentences.append(f"{missing} of {len(expected)} indicators {verb} no figure within this boundary.")
    if sentences:
        st.info(" ".join(sentences), icon=":material/map:")
    if missing and len(others):
        latest = others.iloc[-1]
        label = f"Its profile among the {latest['title']}"
        links.here(label, ":material/history:", geography=latest["geography_id"], area=latest["area_code"])


def _changes(others: pd.DataFrame) -> list[str]:
    """A sentence for each other boundary, with the years that have it."""
    changed = others[(others["gained"] != "") | (others["lost"] != "")]
    sentences = []
    for (gained, lost), years in changed.groupby(["gained", "lost"], sort=False)["title"]:
        parts = [f"{word} {districts}" for word, districts in (("with", gained), ("without", lost)) if districts]
        sentences.append(f"Among the {' and the '.join(years)} it stands {' and '.join(parts)}.".replace(";", ","))
    return [plain(sentence) for sentence in sentences]


def _split(place: Place) -> list[str]:
    """Which districts are divided by the boundary, and how figures take them."""
    split = answer(queries.split_districts, place.geography_id, place.area_code)
    return [
        plain(
            f"{row.district_name} of 2023 lies across its boundary: sums take {row.weight:.0%} of it, its share of "
            "small areas, and are estimates."
        )
        for row in each_row(split)
    ]
