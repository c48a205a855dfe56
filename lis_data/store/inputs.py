"""What a store is built from."""

from __future__ import annotations

import hashlib
from pathlib import Path

import geo
from lis_data import evidence

_HERE = Path(__file__).parent
_TABLES = ("catalogue.toml", "industries.csv")
_OWN = ("schema.sql", "aggregate.sql", "building.py", "filling.py")


def fingerprint() -> str:
    """SHA-256 over all that a store is built from."""
    digest = hashlib.sha256()
    for path in _inputs():
        digest.update(path.name.encode() + b"\0" + path.read_bytes() + b"\0")
    return digest.hexdigest()


def schema() -> str:
    """The tables, as SQL."""
    return (_HERE / "schema.sql").read_text(encoding="utf-8")


def aggregation() -> str:
    """How figures of areas without a published one are made, as SQL."""
    return (_HERE / "aggregate.sql").read_text(encoding="utf-8")


def figures() -> list[Path]:
    """The files of the evidence that have figures."""
    return [file for file in evidence.files() if file.parent == evidence.FOLDER]


def _inputs() -> list[Path]:
    geography = Path(geo.__file__).parent / "data"
    shapes = geography / "topology.json"
    own = [*(_HERE.parent / name for name in _TABLES), *(_HERE / name for name in _OWN)]
    return [*own, *sorted(geography.glob("*.csv")), shapes, *evidence.files()]
