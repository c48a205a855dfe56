"""Property tests: tables written from known observations are read back as they were, and bytes never raise.

Examples a run: 60 tables written in a form and read back, 100 strings of bytes, 100 tables cut or changed at random,
60 archives of random members.
"""

from __future__ import annotations

import csv
import io

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from geo import areas
from lis_data.intake import Choices, check
from lis_data.intake.report import as_json, as_text
from lis_data.observations import KEY, validate
from tests.unit.intake.archives import TABLE, workbook, zipped

GEOGRAPHY = "lep-2017"
NAMES = dict(areas.areas(GEOGRAPHY)[["area_code", "name"]].itertuples(index=False))
PERIODS = ["2017", "2018-04/P1Y", "2018-Q3", "2019-02"]
WRITTEN = dict(zip(PERIODS, ["2017", "FY 2018-19", "Q3 2018", "Feb 2019"], strict=True))
SERIES = ["Jobs in arts", "Firms?"]
FIGURES = st.decimals(-99_999, 99_999, places=2, allow_nan=False).map(float) | st.sampled_from(["..", "c"])
KEYS = st.tuples(st.sampled_from(sorted(NAMES)), st.sampled_from(PERIODS), st.sampled_from(SERIES))
TABLES = st.dictionaries(KEYS, FIGURES, min_size=1, max_size=25)
BREACHES = [HealthCheck.too_slow]


def written(rows: list[list[object]], delimiter: str, encoding: str) -> bytes:
    text = io.StringIO(newline="")
    csv.writer(text, delimiter=delimiter).writerows(rows)
    return text.getvalue().encode(encoding)


def long(table: dict[tuple[str, str, str], object], *, name: bool) -> list[list[object]]:
    return [["Area", "Measure", "Period", "Value"]] + [
        [NAMES[code] if name else code, title, WRITTEN[period], figure]
        for (code, period, title), figure in table.items()
    ]


def wide(table: dict[tuple[str, str, str], object], *, name: bool) -> list[list[object]]:
    rows: list[list[object]] = [["Area", "Measure", *sorted({WRITTEN[period] for _, period, _ in table})]]
    for code in sorted({code for code, _, _ in table}):
        for title in SERIES:
            by_period = {WRITTEN[period]: table.get((code, period, title), "..") for period in PERIODS}
            rows.append([NAMES[code] if name else code, title, *(by_period[head] for head in rows[0][2:])])
    return rows


def figures(data: bytes) -> dict[tuple[str, str, str], object]:
    verdict = check(data, "x.csv", choices=Choices(geography=GEOGRAPHY, negatives="figures"))
    assert verdict.ok, as_text(verdict)
    titles = {item.indicator_id: item.title for item in verdict.series}
    marks = {"M": "..", "C": "c"}
    return {
        (row.area_code, row.period, titles[row.indicator_id]): marks.get(row.status, row.value)
        for row in verdict.observations.itertuples()
    }


@given(
    TABLES,
    st.booleans(),
    st.sampled_from([(",", "utf-8"), (";", "utf-8-sig"), ("\t", "utf-16"), ("|", "cp1252")]),
    st.booleans(),
)
@settings(deadline=None, max_examples=60, suppress_health_check=BREACHES)
def test_what_is_written_is_read_back(
    table: dict[tuple[str, str, str], object], name: bool, how: tuple[str, str], across: bool
) -> None:
    if all(isinstance(figure, str) for figure in table.values()):
        table = {**table, (min(NAMES), "2017", SERIES[0]): 1.25}
    rows = wide(table, name=name) if across else long(table, name=name)
    found = figures(written(rows, *how))
    assert {key: figure for key, figure in found.items() if figure != ".."} == {
        key: figure for key, figure in table.items() if figure != ".."
    }
    assert set(table) <= set(found)


@given(st.binary(max_size=400) | st.binary(max_size=300).map(TABLE.encode().__add__))
@settings(deadline=None, max_examples=100)
def test_any_bytes_are_judged(data: bytes) -> None:
    verdict = check(data, "x.csv", choices=Choices(period="2018"))
    validate(verdict.observations, name="x")
    assert list(verdict.observations[KEY]) == KEY
    assert {item.indicator_id for item in verdict.series} == set(verdict.observations["indicator_id"])
    as_json(verdict)


BOOK = workbook(["LEP", "2018"], ["Humber", 5], ["Dorset", "c"])


@given(st.integers(0, len(BOOK)), st.binary(max_size=6), st.sampled_from([BOOK, zipped({"x.csv": TABLE})]))
@example(offset=148, piece=b"\x01", data=zipped({"x.csv": TABLE}))  # its directory begins after its end
@settings(deadline=None, max_examples=100)
def test_a_damaged_archive_is_judged(offset: int, piece: bytes, data: bytes) -> None:
    verdict = check(data[:offset] + piece + data[offset + len(piece) :], "x.xlsx")
    assert verdict.ok or verdict.problems


MEMBERS = st.text(st.characters(exclude_characters="\x00", exclude_categories=["Cs"]), min_size=1, max_size=20)


@given(st.dictionaries(MEMBERS, st.binary(max_size=100), max_size=4))
@settings(deadline=None, max_examples=60)
def test_any_archive_is_judged(members: dict[str, bytes]) -> None:
    verdict = check(zipped({**members}), "x.zip")
    assert verdict.ok or verdict.problems
