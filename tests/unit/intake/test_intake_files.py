"""Files that are hostile, broken or too large: each gets a clear problem, none executes, none fills the memory."""

from __future__ import annotations

import tracemalloc
from pathlib import Path

import pytest

from lis_data.intake import Choices, check
from lis_data.intake.report import as_text
from lis_data.settings import settings
from tests.unit.intake.archives import TABLE, only, workbook, zipped

MB = 1_000_000


def test_a_line_of_a_hundred_megabytes_is_too_large() -> None:
    assert only(check(b"a," * (50 * MB), "x")) == "the file is 100 MB"


def test_a_line_within_the_size_is_still_too_long() -> None:
    data = TABLE.encode() + b'"' + b"x" * (3 * MB) + b'",2018,1\n'
    assert "a line is too long" in only(check(data, "x"))


def test_a_first_line_without_end() -> None:
    assert not check(b"a," * MB, "x").ok


def test_ten_thousand_columns() -> None:
    header = ",".join(f"c{number}" for number in range(10_000))
    assert "there are 10,000 columns" in only(check(f"{header}\n{header}\n".encode(), "x"))
    assert "there are 10,000 columns" in only(check(workbook([1] * 10_000), "x"))


def test_a_long_cell() -> None:
    assert "longer than 1,000" in only(check(f"{TABLE}Dorset,2018,{'9' * 1001}\n".encode(), "x"))


def test_too_many_rows(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LIS_INTAKE_ROWS", "2")
    settings.cache_clear()
    try:
        assert "there are 3 rows" in only(check(f"{TABLE}Dorset,2018,3\n".encode(), "x"))
        assert "more than 2 rows" in only(check(workbook(["Area", 2018], ["Dorset", 3], ["Humber", 4]), "x"))
        assert "there are 4 figures" in only(check(b"Area,2017,2018\nDorset,1,2\nHumber,3,4\n", "x"))
    finally:
        monkeypatch.undo()
        settings.cache_clear()


BOMBS = {
    "a great ratio": zipped({"x.csv": b"0" * 30 * MB}),
    "many members": zipped({f"{number}.csv": b"" for number in range(1001)}),
    "an archive in an archive": zipped({"x.zip": zipped({"y.csv": TABLE})}),
    "no member": zipped({}),
}


@pytest.mark.parametrize("what", BOMBS)
def test_an_archive_that_is_a_bomb(what: str) -> None:
    tracemalloc.start()
    assert "the archive" in only(check(BOMBS[what], "x.zip"))
    assert tracemalloc.get_traced_memory()[1] < 10 * MB
    tracemalloc.stop()


def test_an_archive_that_lies_about_its_size() -> None:
    data = zipped({"x.csv": b"0" * 300_000})
    lied = data.replace((300_000).to_bytes(4, "little"), (30).to_bytes(4, "little"))
    assert "the archive is broken" in only(check(lied, "x.zip"))


def test_a_cut_archive_is_broken() -> None:
    assert "the archive is broken" in only(check(zipped({"x.csv": TABLE})[:40], "x.zip"))


def test_a_path_in_an_archive_is_only_displayed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    verdict = check(zipped({"../../../etc/x.csv": TABLE}), "x.zip")
    assert verdict.ok
    assert not list(tmp_path.rglob("*"))


ENTITIES = '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><x>&a;</x>'


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_a_workbook_with_entities_is_refused(encoding: str) -> None:
    members: dict[str, bytes | str] = {"xl/workbook.xml": ENTITIES.encode(encoding), "[Content_Types].xml": ""}
    assert "declares XML entities" in only(check(zipped(members), "x.xlsx"))


def test_a_broken_workbook() -> None:
    assert "the spreadsheet is broken" in only(check(zipped({"xl/workbook.xml": "<workbook"}), "x.xlsx"))


def test_a_named_sheet() -> None:
    book = workbook(["LEP", 2018], ["Humber", 3], sheets=("Other",))
    assert check(book, "x.xlsx").observations["value"].tolist() == [3.0]
    assert "no sheet is called 'Figures'" in only(check(book, "x.xlsx", choices=Choices(sheet="Figures")))


def test_a_formula_is_neither_run_nor_written_back() -> None:
    verdict = check(workbook(["LEP", 2018], ["Humber", "=1+1"], ["Dorset", 2]), "x.xlsx")
    assert verdict.observations["status"].tolist() == ["M", "A"]  # nobody has calculated it


def test_text_is_displayed_without_what_cannot_be_seen() -> None:
    text = as_text(check("Area,Year,Value\n\u202eA\x1b[31mtlantis\x00,2018,1\nHumber,2018,2\n".encode(), "x"))
    assert "<U+202E>A<U+001B>[31mtlantis<U+0000>" in text
    assert not {"\u202e", "\x1b", "\x00"} & set(text)


ENCODINGS = ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"]


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_encoding(encoding: str) -> None:
    verdict = check("Area,Year,Spending (£m)\nTees Valley,2018,£1\n".encode(encoding), "x")
    assert verdict.guesses[-1].column == "Spending (£m)"
    assert verdict.units == {"Spending (£m)": "£"}


@pytest.mark.parametrize("ends", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("mark", [",", ";", "\t", "|"])
def test_separators_and_line_ends(ends: str, mark: str) -> None:
    data = TABLE.replace(",", mark).replace("\n", ends).encode()
    assert check(data, "x").observations["value"].tolist() == [1.0, 2.0]
    assert check(data.rstrip(), "x").observations["value"].tolist() == [1.0, 2.0]


def test_a_line_end_within_quotes_is_part_of_a_row() -> None:
    verdict = check(b'Area,Note,Year,Value\nTees Valley,"a\nb",2018,1\nHumber,,2018,ten\n', "x")
    assert [problem.row for problem in verdict.problems] == [3]
