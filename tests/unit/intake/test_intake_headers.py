"""Headers of two lines, none at all, and column names that hold a period beside other words."""

from __future__ import annotations

import pytest

from lis_data.intake import Choices, check
from lis_data.intake.periods import within

JOBS, FIRMS = {("jobs", "2017"): 1.0, ("jobs", "2018"): 2.0}, {("firms", "2017"): 3.0, ("firms", "2018"): 4.0}
BOTH = JOBS | FIRMS
HEADERS = {
    "indicator over year": ("LEP,Jobs,,Firms,\n,2017,2018,2017,2018", "1,2,3,4", BOTH),
    "year over indicator": ("LEP,2017,,2018,\n,Jobs,Firms,Jobs,Firms", "1,3,2,4", BOTH),
    "name of the areas below": (",2017,,2018,\nLEP,Jobs,Firms,Jobs,Firms", "1,3,2,4", BOTH),
    "nothing merged": ("LEP,Jobs,Jobs,Firms,Firms\n,2017,2018,2017,2018", "1,2,3,4", BOTH),
    "below a title": ("A survey,,,,\n,,,,\nLEP,Jobs,,Firms,\n,2017,2018,2017,2018", "1,2,3,4", BOTH),
    "in one line": ("LEP,Jobs 2017,Jobs 2018,Firms (2017),Firms (2018)", "1,2,3,4", BOTH),
    "year first": ("LEP,2017 Jobs,2018 Jobs", "1,2", JOBS),
}


@pytest.mark.parametrize("what", HEADERS)
def test_year_and_indicator_in_the_header(what: str) -> None:
    header, cells, expected = HEADERS[what]
    verdict = check(f"{header}\nHumber,{cells}\n".encode(), "x.csv")
    found = verdict.observations.set_index(["indicator_id", "period"])["value"].to_dict()
    assert found == expected


def test_a_line_of_units_below_the_header_is_read_with_it() -> None:
    verdict = check(b"Area,Year,Jobs,GVA\n,,number,\xc2\xa3m\nHumber,2017,10,200\n", "x.csv")
    assert {item.title: item.unit for item in verdict.series} == {"Jobs": "number", "GVA": "£m"}
    assert verdict.rows.tolist() == [3, 3]


ONE_LINE = [
    "Area,Year,Value\nHumber,2018,1\n",
    "Area,Year,Value\n,2018,1\nHumber,2018,2\n",
    "Area,Year,Value\nHumber,2018,c\nDorset,2018,1\n",
    "Area,Year,Note,Value\nHumber,2018,,1\nDorset,2018,x,2\n",
    "Area,Year,Note,Value\n,2018,text,c\nDorset,2018,x,2\n",
]


@pytest.mark.parametrize("text", ONE_LINE)
def test_a_row_is_not_taken_for_a_second_line(text: str) -> None:
    assert [item.column for item in check(text.encode(), "x.csv").guesses] == text.splitlines()[0].split(",")


HEADERLESS = [
    "Humber,2017,10\nDorset,2017,20\n",
    "Humber,10\nDorset,20\nKent,3\n",
    "E37000018,2017,5\nE37000009,2017,6\n",
]


@pytest.mark.parametrize("text", HEADERLESS)
def test_a_table_without_a_header_is_said_to_have_none(text: str) -> None:
    (problem,) = check(text.encode(), "x.csv").problems
    assert (problem.kind, problem.action) == ("no-header", "put names above the columns")


def test_areas_side_by_side_are_to_be_turned_round() -> None:
    problem = check(b"Year,Humber,Dorset\n2017,1,2\n2018,3,4\n", "x.csv").problems[-1]
    assert problem.kind == "areas-across"
    assert "paste it transposed" in problem.action


OTHERS = [(b"\xd0\xcf\x11\xe0" + bytes(512), "this is an old .xls workbook")]


@pytest.mark.parametrize(("data", "message"), OTHERS)
def test_another_spreadsheet_is_to_be_saved_again(data: bytes, message: str) -> None:
    (problem,) = check(data, "x.xls").problems
    assert problem.message == message
    assert problem.action == "open it in a spreadsheet and save the table as CSV or .xlsx"


NAMES = [
    ("2018", "2018", ""),
    ("Jobs 2018", "2018", "Jobs"),
    ("2018/19 Jobs", "2018-04/P1Y", "Jobs"),
    ("GVA (£m), 2018", "2018", "GVA (£m)"),
    ("2018 (%)", "2018", ""),
    ("2018 [note 3]", "2018", ""),
    ("2018p", "2018", ""),
    ("Jobs (2016-18)", "2016/P3Y", "Jobs"),
    ("Q1 2018", "2018-Q1", ""),
    ("Area", "", ""),
    ("£2018", "", ""),
    ("SIC 12018", "", ""),
    ("1,2018.5", "", ""),
]


@pytest.mark.parametrize(("name", "period", "rest"), NAMES)
def test_the_period_within_a_name(name: str, period: str, rest: str) -> None:
    assert within(name) == (period, rest)


def test_a_note_stuck_to_a_year_is_no_other_year() -> None:
    verdict = check(b"LEP,2017,20181\nHumber,1,2\n", "x.csv")
    assert verdict.observations["period"].tolist() == ["2017", "2018"]


def test_a_year_in_a_name_is_a_part_of_it_where_a_column_has_periods() -> None:
    verdict = check(b"LEP,Year,Pay in 2015 prices\nHumber,2018,2\n", "x.csv")
    assert verdict.observations[["indicator_id", "period"]].to_numpy().tolist() == [["pay_in_2015_prices", "2018"]]


def test_the_only_year_in_a_name_is_said_to_be_the_period() -> None:
    verdict = check(b"LEP,Pay in 2015\nHumber,2\n", "x.csv")
    assert [str(item) for item in verdict.problems] == [
        "column 'Pay in 2015': 'Pay in 2015' is read as 'Pay in' of 2015"
    ]


def test_a_year_of_prices_is_no_period() -> None:
    (problem,) = check(b"LEP,Pay in 2015 prices\nHumber,2\n", "x.csv").problems
    assert problem.kind == "no-period"


def test_figures_that_are_not_used_are_reported() -> None:
    verdict = check(b"LEP,2017,2018,Total\nHumber,1,2,3\n", "x.csv")
    noted = [(item.kind, item.column) for item in verdict.problems]
    assert noted == [("not-used", "Total")]


DAYS = [
    ("Month", ["2018-01-01", "2018-02-01"], ["2018-01", "2018-02"]),
    ("Date", ["2018-04-01", "2018-07-01"], ["2018-04", "2018-07"]),
    ("Year", ["2018-01-01", "2019-01-01"], ["2018", "2019"]),
    ("Date", ["2018-01-01", "2019-01-01"], ["2018", "2019"]),
    ("Date", ["2018-01-01", "2018-02-14"], ["2018-01-01", "2018-02-14"]),
    ("Date", ["2018-02-01", "2018-02-01"], ["2018-02-01", "2018-02-01"]),
]


@pytest.mark.parametrize(("name", "days", "expected"), DAYS)
def test_first_days_are_months_or_years(name: str, days: list[str], expected: list[str]) -> None:
    text = f"LEP,{name},Value\nHumber,{days[0]},1\nDorset,{days[1]},2\n"
    assert check(text.encode(), "x.csv").observations["period"].tolist() == expected


NICKNAMES = {
    "GM": "E37000015",
    "D2N2": "E37000008",
    "Leeds CR": "E37000020",
    "Cheshire & Warrington LEP": "E37000003",
    " The Humber LEP ": "E37000018",
    "Gtr Birmingham & Solihull": "E37000012",
}


@pytest.mark.parametrize("name", NICKNAMES)
def test_what_people_call_a_lep(name: str) -> None:
    verdict = check(f"LEP,Year,Value\n{name},2018,1\nDorset,2018,2\n".encode(), "x.csv", choices=Choices())
    assert verdict.observations["area_code"].tolist()[0] == NICKNAMES[name]


@pytest.mark.parametrize(("name", "code"), [("Kingston upon Hull", "E06000010"), ("Bristol", "E06000023")])
def test_a_city_without_its_title(name: str, code: str) -> None:
    verdict = check(f"Area,Year,Value\n{name},2018,1\nE06000001,2018,2\n".encode(), "x.csv")
    assert verdict.observations["area_code"].tolist() == [code, "E06000001"]
