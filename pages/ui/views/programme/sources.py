"""Where the facts of the programme come from: on the page and in its files."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd
import streamlit as st

from lis_data import queries
from lis_data.model import Series
from pages.ui.exhibit import provenance
from pages.ui.exhibit.extracts import Extract
from pages.ui.shell import frame
from pages.ui.shell.markup import link, plain
from pages.ui.state.cache import answer
from pages.ui.views.programme import text as words

Figures = tuple[Series, ...]
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
    words.FURTHEST,
)
"""The same, and how the progress of strategies is counted."""


def extract(
    name: str,
    *,
    finding: str,
    subtitle: str,
    rows: pd.DataFrame,
    figures: Figures = (),
    rules: Sequence[str] = RULES,
) -> Extract:
    """A table of the programme to take away, its dates as ISO 8601, with the `rules` that it follows and the sources of
    the `figures` (indicator, geography) in it.
    """
    dates = rows.select_dtypes("datetime").columns
    rows = rows.assign(**{name: rows[name].dt.strftime("%Y-%m-%d") for name in dates})
    held = answer(queries.document_sources)
    documents = held.rename(columns={"title": "source_table"})[["publisher", "source_table", "url"]]
    listed = documents.fillna("no address").assign(licence=_LICENCE)
    if figures:
        listed = pd.concat(
            [listed, answer(provenance.sources_of, *figures).drop(columns="dataset_id")], ignore_index=True
        )
    facts = {f"Note {place}": text for place, text in enumerate(rules, start=1)}
    return Extract(name, finding, subtitle, rows, listed, facts)


def show(figures: Figures = (), *, rules: Sequence[str] = RULES) -> None:
    """The fold with the `rules`, the five documents, and the figures that are shown beside them."""
    frame.fold_sources(lambda: st.markdown(_told(figures, rules)))


def _told(figures: Figures, rules: Sequence[str]) -> str:
    documents = [
        f"- {plain(row['publisher'])}, {link(row['title'], row['url'])}. {plain(row['date_note'])}"
        for row in answer(queries.document_sources).to_dict("records")
    ]
    return "\n\n".join([*rules, "\n".join(documents), answer(provenance.described, *figures) if figures else ""])
