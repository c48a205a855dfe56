"""Pairs of LEPs arranged for the grid, the map, the table and the file."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd

from lis_data import queries
from pages.ui.rows import records
from pages.ui.state.cache import answer, cached
from pages.ui.views.collaboration import reasons
from pages.ui.views.collaboration.choice import WHERE, Choice

MOST_DRAWN, MOST_LISTED = 12, 100
COLUMNS = {
    "specialism": "Industries both|are strong in",
    "priority": "Priorities|of both",
    "border": "A shared|border",
    "districts": "Districts|in both",
    "arrangement": "One partnership|or strategy",
}
"""The kinds of reason as the grid names them, in lines."""
_SIDES = ("area_code", "area_name", "other_code", "other_name")


@cached
def ranked(choice: Choice) -> pd.DataFrame:
    """The pairs in their order with the columns of `queries.partners`, and rank, pair, and in words why and which
    (industries and priorities) for those that are listed; of a place, the place is always the first of the pair.
    """
    found = answer(queries.partners, **choice.rule)
    if choice.area_code:
        found = _seen_from(found, choice.area_code)
    rows = found.reset_index(drop=True)
    rows.insert(0, "rank", range(1, len(rows) + 1))
    pair = rows["area_name"] + " and " + rows["other_name"]
    by_kind = reasons.of_pairs(rows.head(MOST_LISTED), **choice.rule)
    in_words = pd.DataFrame({"why": map(reasons.sentences, by_kind), "which": map(_which, by_kind)})
    return rows.assign(pair=rows["other_name"] if choice.area_code else pair).join(in_words)


def _which(by_kind: Mapping[str, str]) -> str:
    """The industries and priorities alone: the other reasons have columns of their own."""
    return reasons.sentences({kind: text for kind, text in by_kind.items() if kind in ("specialism", "priority")})


def _seen_from(found: pd.DataFrame, area_code: str) -> pd.DataFrame:
    own = found[(found["area_code"] == area_code) | (found["other_code"] == area_code)]
    turned = own.rename(columns=dict(zip(_SIDES, (*_SIDES[2:], *_SIDES[:2]), strict=True)))
    return own.where(own["area_code"] == area_code, turned[own.columns])


@cached
def grid(choice: Choice) -> pd.DataFrame:
    """A cell for each kind of reason of the first pairs: row, title, column, value (1 with a reason, else 0), text."""
    cells = []
    for row in records(ranked(choice).head(MOST_DRAWN)):
        marks = reasons.short(row)
        cells += [
            {"row": str(row["rank"]), "title": f"{row['rank']}  {row['pair']}", "column": COLUMNS[kind]}
            | {"value": int(kind in marks), "text": marks.get(kind, "no")}
            for kind in COLUMNS
        ]
    return pd.DataFrame(cells, columns=["row", "title", "column", "value", "text"])


@cached
def to_take_away(choice: Choice) -> pd.DataFrame:
    """Every pair of the choice, with what it shares."""
    rows = ranked(choice).drop(columns=["pair", "why", "which"])
    by_kind = reasons.of_pairs(rows, **choice.rule)
    period = {"geography": WHERE, "specialisms_period": choice.period}
    return rows.rename(columns={"kinds": "kinds_of_reason"}).assign(
        **period, reasons=list(map(reasons.sentences, by_kind))
    )
