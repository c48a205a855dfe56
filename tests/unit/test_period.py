"""Periods: the forms that are allowed, how they sort and how they read."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lis_data.period import label, parse

LABELS = [
    ("2018", "2018"),
    ("2018-03", "March 2018"),
    ("2018-Q3", "2018 Q3"),
    ("2018-09-30", "30 September 2018"),
    ("2018-04/P1Y", "2018/19"),
    ("2018-08/P1Y", "2018/19"),
    ("2018-09/P1Y", "2018/19"),  # a school year
    ("2017-10/P1Y", "Oct 2017 – Sep 2018"),
    ("2011/P3Y", "2011–13"),
    ("2014/P12Y", "2014–25"),
    ("1999-04/P1Y", "1999/00"),
]

REFUSED = [
    "",
    "18",
    "2018/19",  # two years, but which months?
    "2018-13",  # no such month
    "2018-02-30",  # no such day
    "2018-Q5",
    "2018-Q1/P1Y",  # a quarter and a year at once
    "2018/P0Y",
    "2018/P012Y",
    " 2018",
    "２０１８",  # full-width digits
]


@pytest.mark.parametrize(("text", "expected"), LABELS)
def test_label(text: str, expected: str) -> None:
    assert label(text) == expected


@pytest.mark.parametrize("text", REFUSED)
def test_refused_with_the_forms_that_are_allowed(text: str) -> None:
    with pytest.raises(ValueError, match=r"not a (period; write 2018|day of the calendar)"):
        parse(text)


def test_sorts_by_time_and_not_by_text() -> None:
    texts = [
        "2019",
        "2011-04/P1Y",
        "2018-Q1",
        "2011/P3Y",
        "2018-02",
    ]  # as text, "-" stands before "/" and "Q"
    assert sorted(texts, key=parse) == ["2011/P3Y", "2011-04/P1Y", "2018-Q1", "2018-02", "2019"]


@given(st.text(max_size=12))
def test_any_text_is_read_or_refused(text: str) -> None:
    try:
        assert parse(text).text == text
    except ValueError as error:
        assert text in str(error)
