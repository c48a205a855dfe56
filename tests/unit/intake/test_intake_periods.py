"""Periods: what people write, and the product's ISO form of it."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lis_data import period
from lis_data.intake.periods import in_future, read
from lis_data.intake.runs import pairs

READ = [
    ("2018", "2018"),
    ("2018.0", "2018"),  # as spreadsheets export it
    ("2018/19", "2018-04/P1Y"),
    ("2018/2019", "2018-04/P1Y"),
    ("FY2018", "2018-04/P1Y"),
    ("FY 2018-19", "2018-04/P1Y"),
    ("1999/00", "1999-04/P1Y"),
    ("academic year 2018/19", "2018-08/P1Y"),
    ("Q3 2018", "2018-Q3"),
    ("2018 q3", "2018-Q3"),
    ("Sep-2018", "2018-09"),
    ("Sept 2018", "2018-09"),
    ("September 2018", "2018-09"),
    ("Sep-18", "2018-09"),
    ("12/2018", "2018-12"),
    ("2018-12", "2018-12"),
    ("31/03/2018", "2018-03-31"),
    ("31 March 2018", "2018-03-31"),
    ("03/04/2018", "2018-04-03"),  # day first
    ("year ending March 2019", "2018-04/P1Y"),
    ("Year ending 31 December 2018", "2018"),
    ("Jan 2018-Dec 2018", "2018"),
    ("Oct 2017 - Sep 2018", "2017-10/P1Y"),
    ("Jan-Mar 2018", "2018-Q1"),
    ("2016-18", "2016/P3Y"),
    ("2018-04-01/2019-03-31", "2018-04/P1Y"),
    ("2018-04-01/P1Y", "2018-04/P1Y"),
    ("2018-01/P12M", "2018"),
    ("2018-04/P1Y", "2018-04/P1Y"),
]

REFUSED = [
    ("2018-13", "there is no month 13, and 2018 to 2013 is no span of years"),
    ("2018-30", "there is no month 30, and 2018 to 2030 is more than nine years"),
    ("2018-2030", "2018 to 2030 is more than nine years"),
    ("13/2018", "month 13"),
    ("Q5 2018", "four quarters"),
    ("30/02/2018", "no such day"),
    ("2018-02-30", "no such day"),
    ("2018/17", "17 does not follow 2018"),
    ("FY 2018-20", "20 does not follow 2018"),
    ("1066", "1900 to 2099"),
    ("Nov 2017-Jan 2018", "neither a month"),
    ("2018-04-15/2019-04-14", "begin and end with a month"),
    ("soon", "not known"),
    ("", "empty"),
    ("2" * 500, "too long"),
]


@pytest.mark.parametrize(("text", "iso"), READ)
def test_read(text: str, iso: str) -> None:
    assert read(text).iso == iso


@pytest.mark.parametrize(("text", "why"), REFUSED)
def test_refused_with_the_reason(text: str, why: str) -> None:
    reading = read(text)
    assert reading.iso == ""
    assert why in reading.why


def test_what_could_mean_two_things_is_said() -> None:
    assert read("2018/19").meaning == "the financial year April 2018 to March 2019"
    assert read("03/04/2018").meaning == "3 April 2018, day first"


def test_a_column_decides_what_a_pair_of_years_is() -> None:
    assert pairs(["2010-11", "2011-12", "2012-13"]) == "years"
    assert pairs(["2011-10", "2011-11", "2011-12"]) == "month"
    assert read("2011-12", years=True).iso == "2011-04/P1Y"


@pytest.mark.parametrize(("iso", "future"), [("2018", False), ("2020", True), ("2019-06", False), ("2019-Q3", True)])
def test_future(iso: str, future: bool) -> None:
    assert in_future(iso, date(2019, 6, 15)) == future


@given(st.integers(1900, 2090), st.integers(1, 12), st.sampled_from(["{y}-{m:02d}", "{m}/{y}"]))
@settings(deadline=None)
def test_months_round_trip(year: int, month: int, form: str) -> None:
    assert read(form.format(y=year, m=month)).iso == f"{year}-{month:02d}"


@given(st.text(max_size=30) | st.from_regex(r"\A[0-9QFYPa-e/ .-]{1,20}\Z"))
@settings(deadline=None)
def test_any_text_is_a_period_of_ours_or_has_a_reason(text: str) -> None:
    reading = read(text)
    assert bool(reading.iso) != bool(reading.why)
    if reading.iso:
        period.parse(reading.iso)
