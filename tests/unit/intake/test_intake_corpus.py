"""Awkward files, each with the verdict that it should have."""

from __future__ import annotations

import pytest

from lis_data.intake.report import as_json, as_text
from lis_data.observations import validate
from tests.intake_corpus import EXPECTED, FOLDER, found, verdict_on


@pytest.mark.parametrize("row", EXPECTED, ids=lambda row: f"{row['file']}")
def test_verdict(row: dict[str, str]) -> None:
    verdict = verdict_on(row)
    told = found(verdict)
    assert told == {name: row[name] for name in told}
    validate(verdict.observations, name=row["file"])
    assert as_text(verdict)
    assert as_json(verdict)


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
]


@pytest.mark.parametrize(("file", "column", "expected"), VALUES)
def test_what_is_read(file: str, column: str, expected: list[object]) -> None:
    row = next(row for row in EXPECTED if row["file"] == file)
    assert verdict_on(row).observations[column].tolist() == expected


def test_every_file_has_an_expected_verdict() -> None:
    files = {path.name for path in FOLDER.iterdir()} - {"expected.csv"}
    assert files == {row["file"] for row in EXPECTED}
