"""The committed evidence is what the publishers' files give, to the byte; and one dataset can be read again alone."""

from __future__ import annotations

from pathlib import Path

import pytest

from lis_data import evidence
from lis_data.commands import main
from lis_data.errors import UnknownNameError

pytestmark = pytest.mark.slow

EXCERPTS = Path(__file__).resolve().parents[1] / "data" / "sources"


def test_the_evidence_is_reproduced_byte_for_byte(shared_data: Path, tmp_path: Path) -> None:
    evidence.write(shared_data, folder=tmp_path)
    assert evidence.checksums(tmp_path) == evidence.checksums()


def test_one_dataset_is_replaced_and_the_rest_is_left(tmp_path: Path) -> None:
    (tmp_path / "nesta-mean-salary-2020.parquet").write_bytes(b"old")
    (tmp_path / "ons-gva-lad-2025.parquet").write_bytes(b"left alone")
    evidence.write_one(EXCERPTS, "nesta-mean-salary-2020", folder=tmp_path)
    assert len(list(tmp_path.iterdir())) == 2
    assert (tmp_path / "nesta-mean-salary-2020.parquet").read_bytes()[:4] == b"PAR1"
    assert (tmp_path / "ons-gva-lad-2025.parquet").read_bytes() == b"left alone"


def test_the_policy_layer_is_replaced_as_one(tmp_path: Path) -> None:
    evidence.write_one(EXCERPTS, evidence.POLICY, folder=tmp_path)
    written = {path.relative_to(tmp_path).as_posix() for path in evidence.files(tmp_path)}
    assert written == {path for path in evidence.checksums() if path.startswith("policy/")}


def test_an_unknown_dataset_names_the_nearest(tmp_path: Path) -> None:
    with pytest.raises(UnknownNameError, match="ons-gva-lad-2025"):
        evidence.write_one(EXCERPTS, "ons-gva-lad-2052", folder=tmp_path)
    assert not list(tmp_path.iterdir())


def test_the_command_ends_with_2_where_no_dataset_has_the_name(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["evidence", "--from", str(EXCERPTS), "--dataset", "ons-gva-lad-2052"]) == 2
    assert "ons-gva-lad-2025" in capsys.readouterr().err
