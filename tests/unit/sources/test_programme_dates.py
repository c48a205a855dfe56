"""Dates as documents state them -> first day, precision, words, reason for none."""

from __future__ import annotations

import datetime

import pytest

from lis_data.sources.programme.dates import stated_date


@pytest.mark.parametrize(
    ("text", "hint", "date", "precision", "words"),
    [
        ("2019-05-16", "day", "2019-05-16", "day", "16 May 2019"),
        ("2018-07", "month", "2018-07-01", "month", "July 2018"),
        ("2020-03", "month (by)", "2020-03-01", "month", "by March 2020"),
        ("2019-06", "month (June or July)", "2019-06-01", "month", "June or July 2019"),
        ("early 2020", "year part", "2020-01-01", "early-year", "early 2020"),
        ("2020", "year part (early)", "2020-01-01", "early-year", "early 2020"),
        ("2038", "year", "2038-01-01", "year", "2038"),
        ("2020 (parity by 2023)", "", "2020-01-01", "year", "2020 (parity by 2023)"),
        ("2018/19", "", "2018-04-01", "financial-year", "2018/19"),
        ("2018-20", "", "2018-01-01", "years", "2018–20"),
        ("2018-2019", "", "2018-01-01", "years", "2018–19"),
    ],
)
def test_stated(text: str, hint: str, date: str, precision: str, words: str) -> None:
    found = stated_date(text, hint=hint)
    assert (found.date, found.precision, found.text) == (datetime.date.fromisoformat(date), precision, words)
    assert found.reason is None


@pytest.mark.parametrize("text", ["none found", "not dated", "none"])
def test_no_date_has_a_reason(text: str) -> None:
    found = stated_date(text)
    assert found.date is None
    assert found.reason


def test_anything_else_is_refused() -> None:
    with pytest.raises(ValueError, match="not a date of the programme"):
        stated_date("soon")
