"""`python -m lis_data import` and `uploads`: the same verdict as `check`, kept; listed, exported and deleted."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pandas as pd
import pytest

from lis_data import queries, uploads
from lis_data.__main__ import main
from lis_data.intake import Choices, Description, describe
from tests.intake_corpus import FOLDER

CLEAN, FAULTY = FOLDER / "clean-long.csv", FOLDER / "ambiguous.csv"


def imported(capsys: pytest.CaptureFixture[str], *arguments: str) -> dict[str, str]:
    """What an import that went well printed, a line each."""
    assert main(["import", *arguments]) == 0
    return dict(line.split(": ", 1) for line in capsys.readouterr().out.splitlines())


@pytest.mark.usefixtures("own_file")
def test_an_import_prints_a_link_that_opens_it_and_a_key_that_owns_it(capsys: pytest.CaptureFixture[str]) -> None:
    printed = imported(capsys, str(CLEAN))
    token, key = printed["private link"].partition("upload=")[2], printed["owner's key"].split()[0]
    assert uploads.visible((), (token,))["observations"].tolist() == [6]
    assert uploads.visible((key,), ())["owned"].tolist() == [True]
    series = printed["private link"].partition("indicator=")[2].partition("&")[0]
    assert queries.figures(series, "lep-2017")["value"].count() == 6
    assert "&geography=lep-2017&" in printed["private link"]


@pytest.mark.usefixtures("own_file")
def test_a_file_with_errors_is_imported_only_when_its_good_rows_are_asked_for(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["import", str(FAULTY)]) == 1
    assert "--good-rows" in capsys.readouterr().err
    assert uploads.everything().empty
    assert imported(capsys, str(FAULTY), "--good-rows")["upload"].endswith("(2 figures in 1 series)")


@pytest.mark.usefixtures("own_file")
def test_an_update_is_the_next_version_and_needs_the_key(capsys: pytest.CaptureFixture[str]) -> None:
    printed = imported(capsys, str(CLEAN))
    upload_id, key = printed["upload"].split()[0], printed["owner's key"].split()[0]
    for wrong in ([], ["--owner", "another"]):
        assert main(["import", str(CLEAN), "--update", upload_id, *wrong]) == 2
        assert "give the owner's key with --owner KEY" in capsys.readouterr().err
    again = imported(capsys, str(CLEAN), "--update", upload_id, "--owner", key)
    assert again["private link"] == printed["private link"]
    assert uploads.versions(upload_id)["version"].tolist() == [2, 1]


@pytest.mark.usefixtures("own_file")
def test_an_update_is_read_with_the_answers_of_last_time(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    table, side = tmp_path / "March.csv", tmp_path / "side.json"
    table.write_text("Where,Year,Value\nLCR,2018,5\nHumber,2018,6\n", encoding="utf-8")
    answered = Choices(areas=(("LCR", "E37000022"),), geography="lep-2017")
    side.write_text(describe.write(Description("Creative firms", "firms"), answered), encoding="utf-8")
    printed = imported(capsys, str(table), "--describe", str(side))
    upload_id, key = printed["upload"].split()[0], printed["owner's key"].split()[0]
    again = imported(capsys, str(table.rename(tmp_path / "April.csv")), "--update", upload_id, "--owner", key)
    assert again["private link"] == printed["private link"]
    renamed, _ = uploads.answers(upload_id)
    assert (renamed.title, renamed.unit) == ("Creative firms", "firms")
    side.write_text(describe.write(Description("Firms in the arts"), answered), encoding="utf-8")
    arguments = ["--update", upload_id, "--owner", key, "--describe", str(side)]
    assert imported(capsys, str(tmp_path / "April.csv"), *arguments)["private link"] == printed["private link"]


@pytest.mark.usefixtures("own_file")
def test_uploads_are_listed_exported_and_deleted(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    assert main(["uploads", "list"]) == 0
    assert pd.read_csv(io.StringIO(capsys.readouterr().out)).empty
    upload_id = imported(capsys, str(CLEAN))["upload"].split()[0]
    main(["uploads", "list"])
    assert pd.read_csv(io.StringIO(capsys.readouterr().out))["upload_id"].tolist() == [upload_id]
    assert main(["uploads", "export", upload_id, "--to", str(tmp_path / "all.zip")]) == 0
    with zipfile.ZipFile(tmp_path / "all.zip") as archive:
        assert CLEAN.read_bytes() in [archive.read(name) for name in archive.namelist()]
    assert main(["uploads", "delete", upload_id]) == 0
    assert uploads.everything().empty
    assert main(["uploads", "delete", upload_id]) == 2
