"""Limits that act while a file is read: what is too many is counted, and little of it is kept."""

from __future__ import annotations

import subprocess
import sys

import pytest

from lis_data.intake import check
from lis_data.settings import ROOT, settings
from tests.unit.intake.archives import only

WITHIN = """
import resource, sys
from pathlib import Path
from lis_data.intake import check
check(b"Area,Year,Value\\nHumber,2018,1\\nnowhere,2018,1\\n", "x")
data = {made}
now = int(Path("/proc/self/statm").read_text().split()[5]) * resource.getpagesize()
resource.setrlimit(resource.RLIMIT_DATA, (now + {most} * 1_000_000,) * 2)
verdict = check(data, "x")
print(verdict.problems[0].kind, verdict.counts["observations"], len(verdict.areas), verdict.counts["names"])
"""
HEAD = 'b"Area,Year,Value\\nHumber,2018,1\\n"'
MAKINGS = [
    (f'{HEAD} + b"a,1\\n" * 10_000_000', 200, "too-many-rows 0 0 0"),
    (f'{HEAD} + b"Dorset,2018\\n" * 900_000', 300, "missing 2 2 2"),
    (f'{HEAD} + b"a,1,2,3\\n" * 900_000', 300, "extra-cells 1 1 1"),
    (f'{HEAD} + b"".join(b"p %d,2018,1\\n" % n for n in range(500_000))', 500, "unmatched-area 1 5001 500001"),
]


@pytest.mark.slow
@pytest.mark.parametrize(("made", "most", "found"), MAKINGS)
def test_it_is_read_within_so_many_megabytes(made: str, most: int, found: str) -> None:
    code = WITHIN.format(made=made, most=most)
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, timeout=300)
    assert done.stdout.strip() == found, done.stderr[-500:]


def test_short_records_are_rows_and_long_ones_are_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LIS_INTAKE_PROBLEMS", "2")
    settings.cache_clear()
    long = "Dorset,2018,2,3\n" * 5
    verdict = check(
        f'Area,Year,Value,Note\nHumber,2018,1\n"Tees ""x"" Valley",2018\n{long.replace(",3", ",3,4")}'.encode(), "x"
    )
    settings.cache_clear()
    assert verdict.counts["rows"] == 7
    assert verdict.not_listed == {"extra-cells": 3}
    assert verdict.observations["value"].tolist() == [1.0]


def test_a_name_that_is_known_is_read_after_any_number_that_are_not() -> None:
    rows = "".join(f"place {number},2018,1\n" for number in range(6_000))
    verdict = check(f"Area,Year,Value\n{rows}Humber,2018,5\nE37000034,2018,6\n".encode(), "x")
    assert verdict.observations["value"].tolist() == [5.0, 6.0]
    assert (verdict.counts["names"], verdict.counts["names_known"], verdict.counts["unmatched"]) == (6_002, 2, 6_000)
    assert "is not an area" in only(verdict)
