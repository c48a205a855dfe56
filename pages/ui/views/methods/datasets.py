"""Every published table that the figures were read from, and all about the chosen one."""

from __future__ import annotations

import functools

import pandas as pd
import streamlit as st

from lis_data import handbook, queries, wording
from pages.ui.exhibit import page
from pages.ui.exhibit.exhibit import Exhibit
from pages.ui.exhibit.table import Column, Table
from pages.ui.rows import by_label, each_row, row_at
from pages.ui.shell import frame
from pages.ui.shell.markup import plain
from pages.ui.state import pickers
from pages.ui.state.cache import answer
from pages.ui.state.clicks import Click
from pages.ui.views.methods import choices, lists, text
from pages.ui.views.methods.indicator_panel import about

_WITHIN = ("dataset_id", "title", "table", "publisher", "official_status", "note")
_ABOUT = "Choose a table by its name or its row: who published it, when, its status, which indicators it gives."
_COLUMNS = (
    Column("title", "Dataset", width=220),
    Column("years", "Years", width=90),
    Column("status", "Status", width=120),
    Column("indicators", "Indicators", "%d", width=85),
    Column("figures", "Figures", "localized"),
    Column("published", "Published"),
    Column("licence", "Licence"),
    Column("publisher", "Publisher"),
    *map(Column, ("dataset_id", "table", "url", "found_at", "retrieved", "note", "official_status", "contact")),
    *map(Column, ("revisions", "quality", "first_period", "last_period")),
)
_HEIGHT = 620
STATUSES = {
    "accredited official statistics": "Accredited",
    "official statistics": "Official",
    "official statistics in development": "In development",
    "not official statistics": "Not official",
}
"""What a narrow column says of `official_status`."""


def show() -> None:
    """The view: filters, the table, and the chosen dataset beside it."""
    found = _found()
    whose = wording.count(found["publisher"].nunique(), "publisher")
    finding = f"{wording.count(len(found), 'table')} from {whose}, each with its status, licence and caveats"
    if found.empty:
        page.headline(finding, _ABOUT)
        return choices.say_nothing(st.session_state["find"])
    listed = _listed(found, finding)
    page.finding(listed)
    titles = by_label(found.set_index("dataset_id")["title"])
    chosen = pickers.one_of("Dataset", titles, key="dataset", default=next(iter(titles)))
    left, right = st.columns([11, 10], gap="large")
    with left:
        page.table(listed)
    with right:
        frame.section(titles[chosen])
        st.markdown(about(by_label(row_at(found.set_index("dataset_id", drop=False), chosen))))
        _indicators_of(chosen)


def _found() -> pd.DataFrame:
    everything = answer(queries.datasets)
    left, right = st.columns(2)
    with left:
        publisher = choices.publisher(everything)
    with right:
        wanted = choices.find("GVA, survey, Nomis …")
    found = everything[everything["publisher"] == publisher] if publisher else everything
    return handbook.having(found, wanted, within=_WITHIN)


def _listed(found: pd.DataFrame, finding: str) -> Exhibit:
    """The datasets as a table; a click on a row chooses its dataset."""
    spans = zip(found["first_period"], found["last_period"], strict=True)
    table = Table(
        found.assign(years=[text.span(*span) for span in spans], status=found["official_status"].map(STATUSES)),
        _COLUMNS,
        alt=f"{len(found)} datasets with their years, status, indicators, figures, date and licence",
        height=_HEIGHT,
        click=Click("dataset", "dataset_id"),
    )
    return lists.exhibit("datasets", table, finding=finding, subtitle=_ABOUT)


def _indicators_of(dataset_id: str) -> None:
    """A button for every indicator that has figures of the dataset."""
    everything = answer(queries.catalogue)
    given = everything[everything["dataset_ids"].map(lambda ids: dataset_id in ids)]
    if given.empty:
        st.markdown("It gives no figures: its note says where it is used.")
        return
    st.markdown(f"**{wording.count(len(given), 'indicator')} with figures of it**")
    with st.container(horizontal=True, gap="small"):
        for indicator_id, title in each_row(given[["indicator_id", "title"]]):
            turn = functools.partial(choices.go, view="indicators", indicator=indicator_id)
            st.button(plain(title), key=f"see-{indicator_id}", on_click=turn, icon=":material/arrow_forward:")
