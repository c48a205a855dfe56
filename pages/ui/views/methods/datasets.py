"""Every published table that the figures were read from, and all about the chosen one."""

from __future__ import annotations

import functools

import pandas as pd
import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from lis_data import handbook, queries, wording
from pages.ui.shell import frame
from pages.ui.shell.markup import plain
from pages.ui.state import pickers
from pages.ui.state.cache import answer
from pages.ui.views.methods import choices, extracts
from pages.ui.views.methods import text as words
from pages.ui.views.methods.indicator_panel import about

_WITHIN = ("dataset_id", "title", "table", "publisher", "official_status", "note")
_COLUMNS = {
    "Dataset": {"width": 220},
    "Years": {"width": 90},
    "Status": {"width": 120},
    "Indicators": {"width": 85},
    "Figures": st.column_config.NumberColumn(format="localized"),
}
STATUSES = {
    "accredited official statistics": "Accredited",
    "official statistics": "Official",
    "official statistics in development": "In development",
    "not official statistics": "Not official",
}
"""What a narrow column says of `official_status`."""


def show(headline: DeltaGenerator) -> None:
    """The view: filters, the table, and the chosen dataset beside it."""
    found = _found()
    whose = wording.count(found["publisher"].nunique(), "publisher")
    finding = f"{wording.count(len(found), 'table')} from {whose}, each with its status, licence and caveats"
    subtitle = "Choose a table by its name or its row: who published it, when, its status, which indicators it gives."
    with headline:
        frame.headline(finding, subtitle)
    if choices.nothing(found, st.session_state["find"]):
        return
    titles = found.set_index("dataset_id")["title"].to_dict()
    chosen = pickers.one_of("Dataset", titles, key="dataset", default=next(iter(titles)))
    left, right = st.columns([11, 10], gap="large")
    with left:
        _table(found)
        extracts.offer(extracts.of("datasets", found, finding=finding, subtitle=subtitle))
    with right:
        frame.section(titles[chosen])
        st.markdown(about(found.set_index("dataset_id", drop=False).loc[chosen].to_dict()))
        _indicators_of(chosen)


def _found() -> pd.DataFrame:
    everything = answer(queries.datasets)
    left, right = st.columns(2)
    with left:
        publisher = choices.publisher(everything)
    with right:
        text = choices.find("GVA, survey, Nomis …")
    found = everything[everything["publisher"] == publisher] if publisher else everything
    return handbook.having(found, text, within=_WITHIN)


def _table(found: pd.DataFrame) -> None:
    spans = zip(found["first_period"], found["last_period"], strict=True)
    shown = pd.DataFrame(
        {
            "Dataset": found["title"],
            "Years": [words.span(*span) for span in spans],
            "Status": found["official_status"].map(STATUSES),
            "Indicators": found["indicators"],
            "Figures": found["figures"],
            "Published": found["published"],
            "Licence": found["licence"],
            "Publisher": found["publisher"],
        }
    )
    alt = f"{len(found)} datasets with their years, status, indicators, figures, date and licence"
    choices.table(shown, tuple(found["dataset_id"]), key="dataset", columns=_COLUMNS, alt=alt)


def _indicators_of(dataset_id: str) -> None:
    """A button for every indicator that has figures of the dataset."""
    everything = answer(queries.catalogue)
    held = everything[everything["dataset_ids"].map(lambda ids: dataset_id in ids)]
    if held.empty:
        st.markdown("It gives no figures: its note says where it is used.")
        return
    st.markdown(f"**{wording.count(len(held), 'indicator')} with figures of it**")
    with st.container(horizontal=True, gap="small"):
        for row in held.itertuples():
            turn = functools.partial(choices.go, view="indicators", indicator=row.indicator_id)
            st.button(plain(row.title), key=f"see-{row.indicator_id}", on_click=turn, icon=":material/arrow_forward:")
