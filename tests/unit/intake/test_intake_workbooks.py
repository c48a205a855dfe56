"""Workbooks are read as they are shown: percent, thousands, dates by their form, hidden and merged cells, sheets."""

from __future__ import annotations

import datetime as dt
import io
from collections.abc import Callable

import pytest
from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from lis_data.intake import Verdict, check

LEPS = ("Solent", "Humber", "Lancashire")


def sheet(rows: list[list[object]], change: Callable[[Worksheet], object]) -> Verdict:
    """The verdict on a workbook of one sheet with these rows, changed by hand."""
    book = Workbook()
    page = book.active
    for row in rows:
        page.append(row)
    change(page)
    return saved(book)


def saved(book: Workbook) -> Verdict:
    file = io.BytesIO()
    book.save(file)
    return check(file.getvalue(), "x.xlsx")


def kinds(verdict: Verdict) -> list[str]:
    return [item.kind for item in verdict.problems if item.kind != "official"]


FORMATTED = [
    ("0.0%", 0.455, 45.5, "%"),
    ("0%", 0.07, 7, "%"),
    ("#,##0,", 451_000, 451, "k"),
    ('£#,##0.0,,"m"', 4_500_000, 4.5, "£m"),
    ("[$£-809]#,##0.00", 451.5, 451.5, "£"),
    ("#,##0;(#,##0)", -6, -6, ""),
    ("General", 0.455, 0.455, ""),
]


@pytest.mark.parametrize(("form", "stored", "value", "unit"), FORMATTED)
def test_figures_as_they_are_displayed(form: str, stored: float, value: float, unit: str) -> None:
    def change(page: Worksheet) -> None:
        page["C2"].number_format = form

    verdict = sheet([["LEP", "Year", "Growth"], ["Solent", 2017, stored]], change)
    assert verdict.observations["value"].tolist() == [pytest.approx(value)]
    assert verdict.series[0].unit == unit
    assert kinds(verdict) == (["scaled"] if stored > 1000 else [])


DATES = [("yyyy", "2017"), ("mmm-yy", "2017-03"), ("dd/mm/yyyy", "2017-03-31")]


@pytest.mark.parametrize(("form", "period"), DATES)
def test_dates_as_they_are_displayed(form: str, period: str) -> None:
    def change(page: Worksheet) -> None:
        for row in (2, 3):
            page.cell(row, 2).number_format = form

    verdict = sheet([["LEP", "Date", "Starts"], *([lep, dt.date(2017, 3, 31), 5] for lep in LEPS[:2])], change)
    assert verdict.observations["period"].tolist() == [period] * 2


def test_hidden_rows_and_columns_are_reported() -> None:
    def change(page: Worksheet) -> None:
        page.row_dimensions[3].hidden = True
        page.column_dimensions["D"].hidden = True

    verdict = sheet([["LEP", "Year", "Starts", "Homes"], *([lep, 2017, 5, 6] for lep in LEPS)], change)
    assert [item.message for item in verdict.problems] == [
        "1 row is hidden in the workbook and read all the same: 3",
        "1 column is hidden in the workbook and read all the same: D",
    ]


def test_what_is_merged_over_rows_holds_for_each() -> None:
    def change(page: Worksheet) -> None:
        page.merge_cells("A2:A3")
        page.merge_cells("B4:B5")

    rows = [
        ["LEP", "Year", "Starts"],
        ["Solent", 2016, 5],
        [None, 2017, 6],
        ["Humber", 2017, 7],
        ["Lancashire", None, 8],
    ]
    verdict = sheet(rows, change)
    assert verdict.observations["area_code"].tolist() == ["E37000029", "E37000029", "E37000018", "E37000019"]
    assert verdict.observations["period"].tolist() == ["2016", "2017", "2017", "2017"]


def test_a_figure_merged_over_rows_is_of_none_but_the_first() -> None:
    verdict = sheet(
        [["LEP", "Year", "Starts"], ["Solent", 2017, 5], ["Humber", 2017, None]], lambda page: page.merge_cells("C2:C3")
    )
    assert verdict.observations["status"].tolist() == ["A", "M"]
    assert kinds(verdict) == ["merged-figure", "missing"]


def test_a_header_merged_over_two_lines() -> None:
    def change(page: Worksheet) -> None:
        for cells in ("A1:A2", "B1:C1", "D1:E1"):
            page.merge_cells(cells)

    rows = [["LEP", 2016, None, 2017, None], [None, "Homes", "Firms", "Homes", "Firms"], ["Solent", 1, 2, 3, 4]]
    verdict = sheet(rows, change)
    figures = verdict.observations[["indicator_id", "period", "value"]].to_numpy().tolist()
    assert figures == [["homes", "2016", 1], ["firms", "2016", 2], ["homes", "2017", 3], ["firms", "2017", 4]]


def test_the_sheet_with_a_table_is_read() -> None:
    book = Workbook()
    book.active.append(["Homes by LEP, 2016 to 2017"])
    for name, rows in {
        "Notes": [["Note", "Text"], ["1", "Rounded to the nearest five"]],
        "Table 1": [["LEP", 2016, 2017], ["Solent", 5, 10]],
    }.items():
        page = book.create_sheet(name)
        for row in rows:
            page.append(row)
    verdict = saved(book)
    assert verdict.observations["value"].tolist() == [5, 10]
    assert verdict.problems[0].message == "read from the sheet 'Table 1'; others: Sheet, Notes"


def test_the_name_of_a_sheet_may_be_the_period() -> None:
    book = Workbook()
    book.active.title = "2017"
    for row in (["LEP", "Starts"], ["Solent", 5]):
        book.active.append(row)
    assert saved(book).observations["period"].tolist() == ["2017"]
