"""Where stated and recomputed figures come from: the series and the documents of an exhibit of statements."""

from __future__ import annotations

import pandas as pd

from lis_data import statements
from lis_data.model import Series
from pages.ui.state.cache import answer
from pages.ui.views.statements import text

"""The column of a statement's id in the rows of `lis_data`, and in files."""
FACTS = {f"Note {number}": rule.replace("**", "") for number, rule in enumerate(text.RULES, start=1)}
"""How statements are read and judged, as facts of an exhibit."""
_LICENCE = "the documents’ own; facts are told in our words"


def series(rows: pd.DataFrame) -> tuple[Series, ...]:
    """Whose figures the stated figures of `rows` are recomputed with."""
    readings = answer(statements.readings)
    used = readings[readings["statement_id"].isin(rows["statement_id"]) & (readings["indicator_id"] != "")]
    return tuple(map(Series._make, used[["indicator_id", "geography_id"]].drop_duplicates().to_numpy().tolist()))


def documents(rows: pd.DataFrame) -> pd.DataFrame:
    """The documents that state them, as an exhibit has them: source_table, url, publisher, licence."""
    named = rows.drop_duplicates("source")[["source", "source_url"]].fillna("no address")
    renamed = named.rename(columns={"source": "source_table", "source_url": "url"})
    return renamed.assign(publisher="Documents of the strategies", licence=_LICENCE)
