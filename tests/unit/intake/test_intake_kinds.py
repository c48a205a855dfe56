"""Kinds of tables that could be misread: each with what it is read as, or what is told instead."""

from __future__ import annotations

from dataclasses import asdict

import pytest

from lis_data.errors import UnknownNameError
from lis_data.intake import Choices, Verdict, check
from lis_data.intake.runs import of_column


def read(*lines: str, choices: Choices | None = None) -> Verdict:
    return check(("\n".join(lines) + "\n").encode(), "x.csv", choices=choices)


def kinds(verdict: Verdict) -> set[str]:
    return {item.kind for item in verdict.problems if item.kind != "official"}


COLUMNS = [
    ("Year", ["2008-09", "2009-10"], ["2008-04/P1Y", "2009-04/P1Y"]),  # months of each year in turn are no run
    ("Month", ["2008-09", "2009-10"], ["2008-09", "2009-10"]),
    ("YearMonth", ["201112"], ["2011-12"]),
    ("Period", ["2010-11", "2010-12"], ["2010-11", "2010-12"]),
    ("Year", ["2016/7", "2017/8"], ["2016-04/P1Y", "2017-04/P1Y"]),
    ("Year", ["17/18"], ["2017-04/P1Y"]),
    ("Academic year", ["2017/18"], ["2017-08/P1Y"]),
    ("Financial year", ["2017"], ["2017-04/P1Y"]),
    ("FYE", ["2018"], ["2017-04/P1Y"]),
    ("Year ending March", ["2018"], ["2017-04/P1Y"]),
    ("Year ending", ["Dec 2018"], ["2018"]),
    ("Quarter ending", ["Jun 2018"], ["2018-Q2"]),
    ("Date", ["2018-01-31", "2018-02-28"], ["2018-01", "2018-02"]),
    ("Date", ["2017-12-31", "2018-12-31"], ["2017", "2018"]),
    ("Year", ["31/03/2018", "31/03/2019"], ["2017-04/P1Y", "2018-04/P1Y"]),
    ("Date", ["2018-03-31"], ["2018-03-31"]),
    ("Period", ["2018/19 Q4"], ["2019-Q1"]),  # January to March 2019
    ("Period", ["Apr-17 to Mar-18"], ["2017-04/P1Y"]),
    ("Period", ["2018-01-01 to 2018-12-31"], ["2018"]),
    ("Period", ["2011-12"], [""]),  # a month or a year: asked
    ("Period", ["200809"], [""]),
    ("Year ending", ["2018"], [""]),
]


@pytest.mark.parametrize(("name", "cells", "expected"), COLUMNS)
def test_a_column_of_periods(name: str, cells: list[str], expected: list[str]) -> None:
    found = of_column(cells, name)
    assert [reading.iso for reading in found] == expected
    assert all(reading.open for reading in found if not reading.iso)


ANSWERS = [
    ("Period", "2011-12", "month", "2011-12"),
    ("Period", "2011-12", "financial", "2011-04/P1Y"),
    ("Year ending", "2018", "calendar", "2018"),
    ("Year ending", "2018", "ending", "2017-04/P1Y"),
    ("Financial year", "2018", "ending", "2017-04/P1Y"),
]


@pytest.mark.parametrize(("name", "cell", "answer", "expected"), ANSWERS)
def test_what_is_open_can_be_answered(name: str, cell: str, answer: str, expected: str) -> None:
    verdict = read(f"LEP,{name},Starts", f"Solent,{cell},5", choices=Choices(years=answer))
    assert verdict.observations["period"].tolist() == [expected]


WIDE = [
    ("Homes (year ending Mar-18)", "2017-04/P1Y"),
    ("Claimants March 2019", "2019-03"),
    ("homes_2012_14", "2012/P3Y"),
    ("homes_2015_16", "2015-04/P1Y"),
    ("homes2018", "2018"),
    ("X2018", "2018"),
    ("Rate aged 16-64 2018", "2018"),
    ("Homes 2018 (2015 boundaries)", "2018"),
]


@pytest.mark.parametrize(("name", "period"), WIDE)
def test_a_period_in_the_name_of_a_column(name: str, period: str) -> None:
    assert read(f"LEP,{name}", "Solent,5", "Humber,6").observations["period"].tolist() == [period] * 2


PARTS = [
    ("Year,Month", "2017,Jan", "2017-01"),
    ("Year,Month", "2011,12", "2011-12"),
    ("Year,Qtr", "2017,Apr-Jun", "2017-Q2"),
    ("Year,Quarter", "2017-18,Jan-Mar", "2018-Q1"),
    ("Financial year,Quarter", "2017/18,Q4", "2018-Q1"),
    ("Year,Quarter", "2017,Annual", "2017"),
    ("Start year,End year", "2016,2018", "2016/P3Y"),
    ("From,To", "Jan 2018,Dec 2018", "2018"),
]


@pytest.mark.parametrize(("names", "cells", "period"), PARTS)
def test_periods_in_two_columns(names: str, cells: str, period: str) -> None:
    verdict = read(f"LEP,{names},Starts", f"Solent,{cells},5", f"Humber,{cells},6")
    assert verdict.observations["period"].tolist() == [period] * 2


NOTED = [
    (["LEP,2017,2018,Rank", "Solent,5,6,1", "Humber,7,8,2"], "not-used"),
    (["OBJECTID,LEP,Year,Starts", "7,Solent,2018,5", "9,Humber,2018,6"], "not-used"),
    (["LEP,Year,Starts,Easting", "Solent,2018,5,4512", "Humber,2018,6,4613"], "not-used"),
    (["LEP,2017,2018", "Solent,5,6 (a)", "Humber,7,8 (a)"], "not-a-number"),
    (["LEP,Year,Starts,Speed", "Solent,2018,5,7 Mbps", "Humber,2018,6,8 Mbps"], "not-a-number"),
    (["LEP,Year,Starts", "Solent,2018,5", '"Humber,2018,6"'], "other-separator"),
    (["LEP,Year,Starts,Year,Rents", "Solent,2018,5,2017,6"], "side-by-side"),
    (["LEP,Year,Rate", "Solent,2018,-9", "Humber,2018,4.5"], "sentinel"),
    (["LEP,Year,Rate", "Solent,2018,(2.9)", "Humber,2018,4.5"], "brackets"),
    (["LEP,Year,Balance", "Solent,2018,(2.9)", "Humber,2018,4.5"], "minus"),
    (["LEP,Year,GVA (�m)", "Solent,2018,5"], "replaced-characters"),
    (["LEP,Year,Starts", "Solent,2018,\u202e321"], "control-characters"),
    (["LEP,2010-11", "Solent,5"], "open-period"),
]


@pytest.mark.parametrize(("lines", "kind"), NOTED)
def test_what_is_not_sure_is_reported(lines: list[str], kind: str) -> None:
    assert kind in kinds(read(*lines))


@pytest.mark.parametrize(
    ("answer", "statuses"), [("missing", ["M", "A"]), ("suppressed", ["C", "A"]), ("figures", ["A", "A"])]
)
def test_a_code_for_a_gap_can_be_answered(answer: str, statuses: list[str]) -> None:
    verdict = read("LEP,Year,Rate", "Solent,2018,-999", "Humber,2018,4.5", choices=Choices(negatives=answer))
    assert verdict.observations["status"].tolist() == statuses


@pytest.mark.parametrize(("answer", "value", "status"), [("negative", -2.9, "A"), ("unreliable", 2.9, "U")])
def test_brackets_can_be_answered(answer: str, value: float, status: str) -> None:
    verdict = read("LEP,Year,Rate", "Solent,2018,(2.9)", "Humber,2018,4.5", choices=Choices(brackets=answer))
    assert verdict.observations[["value", "status"]].to_numpy().tolist()[0] == [value, status]


def test_areas_of_other_levels_are_reported_once_and_left_out_at_once() -> None:
    lines = ["Code,Year,Homes", "E08000010,2018,5", "S12000049,2018,6", "W06000015,2018,7"]
    assert [item.kind for item in read(*lines).problems] == ["other-areas"]
    verdict = read(*lines, choices=Choices(known_only=True))
    assert verdict.ok
    assert verdict.left_out["kind"].tolist() == ["areas-out"] * 2


@pytest.mark.parametrize("name", ["years", "brackets", "negatives"])
def test_an_answer_that_is_none_is_refused(name: str) -> None:
    with pytest.raises(UnknownNameError, match=f"meaning of {name}"):
        read("LEP,2018", "Solent,5", choices=Choices(**{**asdict(Choices()), name: "soon"}))


ADDED = [
    ("Number of enterprises", True),
    ("Jobs", True),
    ("Proportion of population with a degree", False),
    ("Median number of rooms", False),
    ("Population density", False),
    ("Jobs per 1000 residents", False),
    ("County rating", False),
    ("Share of households", False),
]


@pytest.mark.parametrize(("title", "additive"), ADDED)
def test_what_can_be_added_up(title: str, additive: bool) -> None:
    assert read(f"LEP,Year,{title}", "Solent,2018,5").series[0].additive == additive
