"""`python -m lis_data check FILE`: the verdict on standard output, and the exit status."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from lis_data.commands import main
from lis_data.intake import Choices, Description
from lis_data.intake.describe import write
from lis_data.settings import ROOT
from tests.intake_corpus import FOLDER

pytestmark = pytest.mark.slow


def test_a_clean_file_has_status_0(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", str(FOLDER / "clean-long.csv")]) == 0
    assert "0 errors, 0 warnings, 0 notices; 6 observations, 0 figures left out" in capsys.readouterr().out


def test_a_file_with_an_error_has_status_1_and_its_problems_in_columns(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", str(FOLDER / "ten-faults.csv")]) == 1
    lines = capsys.readouterr().out.splitlines()
    heading = next(line for line in lines if line.startswith("severity"))
    faults = [line for line in lines if line.startswith("error")]
    assert len(faults) == 12
    assert {line.index("'") >= heading.index("problem") for line in faults if "'" in line} == {True}


def test_json_has_everything(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", str(FOLDER / "ambiguous.csv"), "--json"]) == 1
    record = json.loads(capsys.readouterr().out)
    assert record["problems"][0]["kind"] == "ambiguous-area"
    assert record["areas"][0]["candidates"][0][:2] == ["E37000020", "Leeds City Region"]
    assert record["left_out"] == [{"row": 2, "column": "Figure", "value": "5", "kind": "ambiguous-area"}]


def test_the_readme_shows_what_is_printed(capsys: pytest.CaptureFixture[str]) -> None:
    main(["check", str(FOLDER / "ambiguous.csv")])
    assert capsys.readouterr().out in (ROOT / "README.md").read_text(encoding="utf-8")


def test_a_side_file_answers(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    side = tmp_path / "side.json"
    side.write_text(write(Description("Firms"), Choices(areas=(("LCR", "E37000020"),))), encoding="utf-8")
    assert main(["check", str(FOLDER / "ambiguous.csv"), "--describe", str(side)]) == 0
    assert "3 observations" in capsys.readouterr().out


WRONG = [
    (["no-such-file.csv"], "no-such-file.csv cannot be read"),
    ([str(FOLDER)], "cannot be read"),
    ([str(FOLDER / "clean-long.csv"), "--geography", "lep2017"], "lep-2017"),
    ([str(FOLDER / "clean-long.csv"), "--describe", str(FOLDER / "clean-long.csv")], "side file"),
    ([str(FOLDER / "clean-long.csv"), "--describe", str(FOLDER / "workbook.xlsx")], "not text in UTF-8"),
]


@pytest.mark.parametrize(("arguments", "message"), WRONG)
def test_what_cannot_be_done_has_status_2(
    arguments: list[str], message: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["check", *arguments]) == 2
    caught = capsys.readouterr()
    assert message in caught.err
    assert caught.out == ""
