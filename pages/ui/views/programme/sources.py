"""Where the facts of the programme come from: its documents, and the rules by which they were compiled."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd
import streamlit as st

from lis_data import queries
from pages.ui.exhibit import provenance
from pages.ui.exhibit.extracts import Extract
from pages.ui.shell import frame
from pages.ui.state.cache import answer, cached
from pages.ui.views.programme import text

Figures = tuple[tuple[str, str], ...]
_LICENCE = "the documents’ own; facts are told in our words"
COMPILED = (
    "Facts are compiled from five public documents and from pages stored on the web, in our words. Each row names its "
    "own source.",
    "“Inferred” marks what no source states: it was concluded from what they say, or from their silence.",
)
"""What holds for everything that is told of the documents."""
RULES = (
    *COMPILED,
    "Days late are counted from the last day of the planned time: March 2019 runs to 31 March 2019, “early 2020” to "
    "31 March 2020. A text dated to a month only gives a range. Nothing is counted where what was planned "
    "(publication or agreement) is not known to have come about.",
    "LEPs with one lead body share one strategy: three in the West Midlands do. The four of the "
    "Oxford–Cambridge Arc wrote one each.",
    text.FURTHEST,
)
"""The same, and how the progress of strategies is counted."""


@cached
def documents() -> pd.DataFrame:
    """The five documents as an exhibit has them: publisher, source_table, url, licence, note."""
    named = answer(queries.document_sources).rename(columns={"title": "source_table", "date_note": "note"})
    listed = named[["publisher", "source_table", "url", "note"]].fillna({"url": "no address"})
    return listed.assign(licence=_LICENCE)


def facts(rules: Sequence[str] = RULES) -> dict[str, str]:
    """The `rules` as facts of an exhibit."""
    return {f"Note {number}": rule for number, rule in enumerate(rules, start=1)}


def extract(
    name: str,
    *,
    finding: str,
    subtitle: str,
    rows: pd.DataFrame,
    figures: Figures = (),
    rules: Sequence[str] = RULES,
) -> Extract:
    """To go, with `show`: what is not an exhibit yet is taken away by this."""
    dates = rows.select_dtypes("datetime").columns
    rows = rows.assign(**{name: rows[name].dt.strftime("%Y-%m-%d") for name in dates})
    listed = documents().drop(columns="note")
    if figures:
        found = answer(provenance.sources_of, *figures).drop(columns="dataset_id")
        listed = pd.concat([listed, found], ignore_index=True)
    return Extract(name, finding, subtitle, rows, listed, facts(rules))


def show(figures: Figures = (), *, rules: Sequence[str] = RULES) -> None:
    """To go: the fold with the `rules`, the five documents, and the figures beside them."""
    described = answer(provenance.described, *figures) if figures else ""
    listed = provenance.described_documents(documents())
    frame.fold_sources(lambda: st.markdown("\n\n".join([*rules, listed, described])))
