"""The rule book of observations: what every figure has to satisfy, wherever it comes from.

One row per indicator, geography, area, period and industry. A figure that is missing (M) or suppressed (C)
has no value, and never zero; every other status has one.
"""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pandas as pd

from lis_data.errors import ObservationError, Problem
from lis_data.model import Status
from lis_data.period import parse

KEY = ["indicator_id", "geography_id", "area_code", "period", "industry"]
COLUMNS = [*KEY, "value", "lower", "upper", "status"]
WITHOUT_VALUE = [Status.MISSING.value, Status.SUPPRESSED.value]


def validate(frame: pd.DataFrame, *, name: str) -> None:
    """Raise ObservationError with every problem of `frame` (columns COLUMNS); `name` says whose it is."""
    missing = [column for column in COLUMNS if column not in frame.columns]
    if missing:
        raise ObservationError(name, [Problem(None, column, None, "is missing") for column in missing])
    problems = list(_problems(frame.reset_index(drop=True)))
    if problems:
        raise ObservationError(name, problems)


def _problems(frame: pd.DataFrame) -> Iterator[Problem]:
    yield from _bad_text(frame)
    yield from _bad_periods(frame["period"])
    yield from _bad_status(frame)
    yield from _bad_numbers(frame)
    duplicated = frame.duplicated(KEY)
    yield from _at(frame, duplicated, "area_code", "has a second figure for the same key; keep one")


def _bad_text(frame: pd.DataFrame) -> Iterator[Problem]:
    for column in KEY:
        text = frame[column]
        bad = text.isna() | (text.astype(str).str.strip() != text.astype(str)) | (text.astype(str) == "")
        yield from _at(frame, bad, column, "must be text without blanks around it, and not empty")


def _bad_periods(periods: pd.Series[str]) -> Iterator[Problem]:
    for text in periods.dropna().unique():
        try:
            parse(text)
        except ValueError as error:
            yield Problem(int(periods.eq(text).to_numpy().argmax()), "period", text, str(error))


def _bad_status(frame: pd.DataFrame) -> Iterator[Problem]:
    allowed = [status.value for status in Status]
    yield from _at(frame, ~frame["status"].isin(allowed), "status", f"must be one of {', '.join(allowed)}")
    without = frame["status"].isin(WITHOUT_VALUE)
    yield from _at(frame, without & frame["value"].notna(), "value", "must be empty where status is M or C")
    yield from _at(frame, ~without & frame["value"].isna(), "value", "is empty; say why with status M or C")


def _bad_numbers(frame: pd.DataFrame) -> Iterator[Problem]:
    for column in ("value", "lower", "upper"):
        yield from _at(frame, frame[column].abs().eq(np.inf), column, "must be finite")
    yield from _at(frame, frame["lower"] > frame["value"], "lower", "must not lie above the value")
    yield from _at(frame, frame["upper"] < frame["value"], "upper", "must not lie below the value")


def _at(frame: pd.DataFrame, bad: pd.Series[bool], column: str, message: str) -> Iterator[Problem]:
    for row in frame.index[bad.to_numpy(dtype=bool)]:
        yield Problem(int(row), column, frame.at[row, column], message)
