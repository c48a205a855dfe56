"""`python -m lis_data import` and `uploads`: the same verdict as `check`, kept; listed, exported and deleted."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pandas as pd
import pytest

from lis_data import queries, uploads
from lis_data.__main__ import main
from tests.intake_corpus import FOLDER

CLEAN, FAULTY = FOLDER / "clean-long.csv", FOLDER / "ten-faults.csv"


def imported(capsys: pytest.CaptureFixture[str], *arguments: str) -> dict[str, str]:
    """What an import that went well printed, a line each."""
    assert main(["import", *arguments]) == 0
    return dict(line.split(": ", 1) for line in capsys.readouterr().out.splitlines())


@pytest.mark.usefixtures("own_file")
def test_an_import_prints_a_link_that_opens_it_and_a_key_that_owns_it(capsys: pytest.CaptureFixture[str]) -> None:
    told = imported(capsys, str(CLEAN))
    token, key = told["private link"].partition("upload=")[2], told["owner's key"].split()[0]
    assert uploads.visible((), (token,))["observations"].tolist() == [6]
    assert uploads.visible((key,), ())["mine"].tolist() == [True]
    series = told["private link"].partition("indicator=")[2].partition("&")[0]
    assert queries.figures(series, "lep-2017")["value"].count() == 6


@pytest.mark.usefixtures("own_file")
def test_a_file_with_errors_is_imported_only_when_its_good_rows_are_asked_for(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["import", str(FAULTY)]) == 1
    assert "--good-rows" in capsys.readouterr().err
    assert uploads.everything().empty
    assert imported(capsys, str(FAULTY), "--good-rows")["upload"].endswith("(1 figure in 1 series)")


@pytest.mark.usefixtures("own_file")
def test_an_update_is_the_next_version_and_needs_the_key(capsys: pytest.CaptureFixture[str]) -> None:
    told = imported(capsys, str(CLEAN))
    upload_id, key = told["upload"].split()[0], told["owner's key"].split()[0]
    assert main(["import", str(CLEAN), "--update", upload_id]) == 2
    again = imported(capsys, str(CLEAN), "--update", upload_id, "--owner", key)
    assert again["private link"] == told["private link"]
    assert uploads.versions(upload_id)["version"].tolist() == [2, 1]


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
