"""Cells of the compiled tables of the programme as typed columns: nothing said, sources, places and dates."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path
from typing import Any

import pandas as pd

from lis_data.model import ENGLAND, UNITED_KINGDOM
from lis_data.sources.programme.dates import stated_date
from lis_data.sources.programme.references import in_words, references, source_ids

COUNTRIES = {"UK": UNITED_KINGDOM, "ENGLAND": ENGLAND}
ABSENT = ("none", "n/a", "not stated", "none sourced", "not shown", "not wave 1")
"""What the compiled tables write where nothing is to be said."""


def read(path: Path) -> pd.DataFrame:
    """A compiled table with its cells in words a reader knows, but for those that refer to sources."""
    raw = pd.read_csv(path, dtype=str, keep_default_na=False).apply(lambda column: column.str.strip())
    plain = [column for column in raw.columns if not column.startswith(("source", "doc_", "description"))]
    return raw.assign(**{column: raw[column].map(in_words) for column in plain})


def or_none(cells: pd.Series[str], *, absent: Collection[str] = ABSENT) -> pd.Series:
    """`cells`, None where they say that there is nothing to say."""
    return cells.astype(object).where(cells.notna() & ~cells.isin(absent), None)


def sources(cells: pd.Series[str]) -> dict[str, pd.Series]:
    """The columns sources (in words) and source_ids (of the five documents), both lists."""
    return {"sources": cells.map(references), "source_ids": cells.map(source_ids)}


def place(codes: pd.Series[str]) -> dict[str, pd.Series]:
    """geography_id and area_code: a LEP of 2017, or a country."""
    geography = codes.isin(list(COUNTRIES)).map({True: "country", False: "lep-2017"})
    return {"geography_id": geography, "area_code": codes.replace(COUNTRIES)}


def dates(raw: pd.DataFrame, *, column: str, name: str) -> dict[str, pd.Series]:
    """Column `name` (the first day meant) with its `_precision`, `_text`, and `_reason` if any is missing."""
    remarks = raw.get(f"{column}_precision", pd.Series("", index=raw.index))
    found = [stated_date(text, hint=remark) for text, remark in zip(raw[column], remarks, strict=True)]
    columns: dict[str, list[Any]] = {
        name: [one.date for one in found],
        f"{name}_precision": [one.precision for one in found],
        f"{name}_text": [one.text for one in found],
        f"{name}_reason": [one.reason for one in found],
    }
    return {key: pd.Series(values, dtype=object) for key, values in columns.items() if any(values)}
