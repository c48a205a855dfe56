"""`python -m lis_data sectors`: what it prints."""

from __future__ import annotations

import csv
import io

import pytest

from lis_data.commands import main


def sectors(capsys: pytest.CaptureFixture[str], *arguments: str) -> list[dict[str, str]]:
    assert main(["sectors", *arguments]) == 0
    return list(csv.DictReader(io.StringIO(capsys.readouterr().out)))


def test_manufacturing_in_cheshire_and_warrington(capsys: pytest.CaptureFixture[str]) -> None:
    found = {row["industry"]: row for row in sectors(capsys, "E37000003", "--period", "2016")}
    row = found["C"]
    assert (float(row["share"]), float(row["benchmark_share"]), float(row["location_quotient"])) == (24.2, 9.83, 2.46)


def test_the_strongest_first(capsys: pytest.CaptureFixture[str]) -> None:
    found = sectors(capsys, "E37000027", "--period", "2018", "--sort", "location_quotient")
    assert (found[0]["industry"], found[0]["value"]) == ("72-75", "1290.0")  # Oxfordshire, ONS


def test_narrow_industries(capsys: pytest.CaptureFixture[str]) -> None:
    narrow = ["--indicator", "jobs_sic4", "--sort", "location_quotient"]
    found = sectors(capsys, "UKG2", "--period", "2018", *narrow)
    assert "ceramic" in found[0]["title"]  # the Potteries
