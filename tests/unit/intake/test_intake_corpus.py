"""Awkward files, each with the verdict that it should have."""

from __future__ import annotations

import pytest

from lis_data.intake.report import as_json, as_text
from lis_data.observations import validate
from tests.intake_corpus import EXPECTED, FOLDER, found, verdict_on


@pytest.mark.parametrize("row", EXPECTED, ids=lambda row: f"{row['file']}")
def test_verdict(row: dict[str, str]) -> None:
    verdict = verdict_on(row)
    actual = found(verdict)
    assert actual == {name: row[name] for name in actual}
    validate(verdict.observations, name=row["file"])
    assert as_text(verdict)
    assert as_json(verdict)


AGES = ("16-24", "25+")
VALUES = [
    ("semicolon-decimal-comma.csv", "value", [1.5, 12.25, 1234.5]),
    ("semicolon-ambiguous.csv", "value", [1.234, 2.345]),
    ("thousands.csv", "value", [1234, 12345678, 1234, 950]),
    ("negatives.csv", "value", [-12.5, -3.1, -2.4, 1.1]),
    ("tabs.tsv", "value", [1234.5, 2]),
    ("missing-marks.csv", "status", ["M", "C", "M", "C", "M", "M", "M", "P", "M", "A"]),
    ("intervals-and-status.csv", "status", ["A", "P", "C", "A"]),
    ("totals.csv", "geography_id", ["lep-2017", "lep-2017", "lep-2017", "country"]),
    ("year-pairs.csv", "period", [f"{year}-04/P1Y" for year in (2010, 2010, 2011, 2011, 2012, 2012)]),
    ("nomis-like.csv", "period", ["2018"] * 3),
    ("consultant-two-headers.xlsx", "indicator_id", ["firms"] * 8 + ["jobs_thousand"] * 8),
    ("excel-dates.xlsx", "period", ["2019-01", "2019-02"] * 3),
    ("ons-gva.csv", "period", [year for year in ("2015", "2016", "2017", "2018") for _ in range(3)]),
    ("long-indicators.csv", "indicator_id", ["employment_rate"] * 2 + ["median_pay"] * 2),
    ("pivot.xlsx", "value", [5, 7, 9, 6, 8, 1]),
    ("fingertips.csv", "lower", [79.6, 75.6, 79.6, 75.2, 79.2, 77.0, 81.0]),
    ("template.csv", "status", ["C", "A"]),
    ("financial-months.csv", "period", ["2009-04/P1Y", "2010-04/P1Y", "2011-04/P1Y"] * 3),
    ("short-pairs.csv", "period", ["2015-04/P1Y", "2016-04/P1Y"] * 3),
    ("year-ending.csv", "period", ["2016-07/P1Y", "2017-07/P1Y"] * 3),  # July to June
    ("last-days.csv", "period", ["2017-Q1", "2017-Q2", "2017-Q3"] * 3),
    ("year-and-month.csv", "period", ["2017-11", "2017-12"] * 3),
    ("underscores.csv", "period", ["2011/P3Y"] * 3 + ["2016-04/P1Y"] * 3 + ["2017"] * 3),
    ("underscores.csv", "indicator_id", ["smokers"] * 3 + ["pupils"] * 3 + ["jobs"] * 3),
    ("periods-in-names.csv", "period", ["2018-Q1"] * 3 + ["2018-Q2"] * 3),
    ("centred-labels.csv", "value", [20, 30, 24, 34]),
    ("centred-labels.csv", "lower", [18, 28, 21, 31]),
    ("centred-labels.csv", "upper", [22, 32, 27, 37]),
    ("change-between.csv", "period", ["2016"] * 2 + ["2017"] * 4),
    ("flagged-years.csv", "status", ["A", "P"] * 3),
    ("starred-column.csv", "value", [50, 80, 55, 84]),
    ("units-of-series.csv", "value", [50, 4.5]),
    ("row-numbers.csv", "value", [51, 52, 53]),
    ("years-and-counts.csv", "value", [5000, 6000, 7000, 1987, 2011, 1990]),
    ("flag-columns.csv", "status", ["A", "E", "P", "C"]),
    ("small-numbers.csv", "status", ["C", "C", "A"]),
    ("nomis-stacked.csv", "period", ["2016", "2016", "2017", "2017"]),
    ("nomis-stacked.csv", "status", ["A", "U", "A", "A"]),  # the note says: low reliability
    ("several-indicators.csv", "period", ["2016-04/P1Y"] * 2 + ["2016"] * 2),
    ("councils.csv", "area_code", ["E08000010", "E06000014", "E09000022", "E06000047", "E06000029"]),
    ("regions-by-itl.csv", "area_code", ["E12000002", "E12000003", "E12000004"] * 2),
    ("composite.tsv", "status", ["A", "C", "M", "U"]),
    ("start-and-end.csv", "period", ["2014/P3Y"] * 2),
    ("separator-rows.csv", "value", [30, 31, 40, 41]),
    ("half-widths.csv", "lower", [47.5, 76, 52, 79]),  # 50 - 2.5, 80 - 4, 55 - 3, 84 - 5
    ("half-widths.csv", "upper", [52.5, 84, 58, 89]),
]
SERIES = [
    ("one-group.csv", [("Economic activity rate, Male, 50-64", "%", False)]),
    ("broken-pound.csv", [("Weekly pay", "£", False)]),
    ("units-of-series.csv", [("Output", "£m", True), ("Jobless", "%", False)]),
    ("two-groups.csv", [(f"Learners{sex}, {age}", "", False) for sex in (", Male", ", Female", "") for age in AGES]),
]


@pytest.mark.parametrize(("file", "expected"), SERIES)
def test_what_series_are_called(file: str, expected: list[tuple[str, str, bool]]) -> None:
    row = next(row for row in EXPECTED if row["file"] == file)
    assert [(item.title, item.unit, item.additive) for item in verdict_on(row).series] == expected


@pytest.mark.parametrize(("file", "column", "expected"), VALUES)
def test_what_is_read(file: str, column: str, expected: list[object]) -> None:
    row = next(row for row in EXPECTED if row["file"] == file)
    assert verdict_on(row).observations[column].tolist() == expected


def test_every_file_has_an_expected_verdict() -> None:
    files = {path.name for path in FOLDER.iterdir()} - {"expected.csv"}
    assert files == {row["file"] for row in EXPECTED}
