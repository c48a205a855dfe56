"""The documents that the programme's facts are compiled from, and the rules that those follow, for exhibits."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from lis_data import queries
from pages.ui.state.cache import answer

_LICENCE = "the documents’ own; facts are told in our words"


def table() -> pd.DataFrame:
    """The documents as an exhibit names them: publisher, source_table, url, licence, note."""
    named = answer(queries.document_sources).rename(columns={"title": "source_table", "date_note": "note"})
    return named[["publisher", "source_table", "url", "note"]].fillna({"url": "no address"}).assign(licence=_LICENCE)


def notes(rules: Sequence[str]) -> dict[str, str]:
    """Rules as facts of a file."""
    return {f"Note {number}": rule for number, rule in enumerate(rules, start=1)}
