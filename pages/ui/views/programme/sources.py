"""Where the facts of the programme come from: its documents, and the rules by which they were compiled."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from lis_data import queries
from pages.ui.state.cache import answer, cached
from pages.ui.views.programme import text

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
