"""What changed in the evidence, and when."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from lis_data import handbook, queries, store
from lis_data.period import label
from pages.ui.exhibit import page
from pages.ui.exhibit.exhibit import Exhibit
from pages.ui.exhibit.table import Column, Table
from pages.ui.rows import records
from pages.ui.shell import frame
from pages.ui.shell.markup import facts, plain
from pages.ui.state.cache import answer, cached
from pages.ui.views.methods import lists

_ABOUT = "Every change of a figure has a line here; two copies with one fingerprint hold the same."
_COUNTED = {"datasets": "Datasets", "indicators": "Indicators", "published_figures": "Figures read"}
_CHANGES = (
    Column("date", "Date"),
    Column("title", "Change"),
    Column("text", "What changed"),
    *(Column(field, heading) for field, heading in _COUNTED.items()),
    Column("evidence", "Fingerprint"),
)
_PUBLISHED = (Column("published", "Published"), Column("datasets", "Datasets"), Column("which", "Which"))


def show() -> None:
    """The view: the changes, newest first, and the fingerprint of what is here now."""
    rows = answer(handbook.changes)
    changes = _changes(rows)
    page.finding(changes)
    for change in records(rows):
        _describe(change)
    page.offer(changes)
    page.show(_published())
    st.caption(f"This store: evidence {answer(store.ensure).evidence_hash}.")


def _changes(rows: pd.DataFrame) -> Exhibit:
    newest = rows.iloc[0]
    finding = (
        f"The evidence last changed in {label(newest['date'])}: {newest['datasets']} datasets are held now, one of "
        "them the programme’s own facts"
    )
    table = Table(rows, _CHANGES, alt=f"{len(rows)} changes of the evidence", wraps=True)
    return lists.exhibit("changes", table, finding=finding, subtitle=_ABOUT)


def _describe(change: dict[str, object]) -> None:
    frame.section(f"{label(str(change['date']))}: {change['title']}")
    st.markdown(plain(str(change["text"])))
    counted = {heading: f"{change[field]:,}" for field, heading in _COUNTED.items()}
    st.html(facts({**counted, "Fingerprint": str(change["evidence"])[:16]}))


@cached
def _published() -> Exhibit:
    """Datasets by year of publication, newest first."""
    datasets = answer(queries.datasets)
    years = datasets["published"].str[:4].replace("", "not stated")
    grouped = datasets.groupby(years)["title"].agg(["size", "; ".join]).sort_index(ascending=False)
    rows = grouped.set_axis(["datasets", "which"], axis=1).rename_axis("published").reset_index()
    table = Table(rows, _PUBLISHED, alt="Datasets by the year in which they were published")
    return lists.exhibit("published", table, finding="When the tables in it were published", subtitle=_ABOUT)
