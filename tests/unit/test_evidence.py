"""The committed evidence is what the publishers' files give, to the byte."""

from __future__ import annotations

from pathlib import Path

from lis_data import evidence


def test_the_evidence_is_reproduced_byte_for_byte(shared_data: Path, tmp_path: Path) -> None:
    evidence.write(shared_data, folder=tmp_path)
    assert evidence.checksums(tmp_path) == evidence.checksums()
