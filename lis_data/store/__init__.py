"""The reference store: built from the evidence into a new file, then opened read-only and locked down.

A store's file name carries a fingerprint of all that it is built from, so a changed evidence is another file and a
running process never sees one replaced under it. Questions go through `queries`, never through here.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from lis_data.settings import settings
from lis_data.store.building import Progress, build
from lis_data.store.connecting import LOCKED, Config, connect, cursor, quoted
from lis_data.store.inputs import fingerprint

__all__ = [
    "LOCKED",
    "Config",
    "Progress",
    "Release",
    "build",
    "connect",
    "cursor",
    "ensure",
    "fingerprint",
    "path",
    "quoted",
]


@dataclass(frozen=True)
class Release:
    """What a store holds, and the evidence that it was built from."""

    path: Path
    evidence_hash: str
    built: bool
    datasets: int
    indicators: int
    areas: int
    observations: int

    def __str__(self) -> str:
        return (
            f"{self.datasets} datasets, {self.indicators} indicators, {self.areas:,} areas, "
            f"{self.observations:,} observations"
        )


def path() -> Path:
    """Where the store of today's evidence is, or will be."""
    return settings().store_folder / f"lis-{fingerprint()[:16]}.duckdb"


def ensure(*, progress: Progress = lambda *_: None) -> Release:
    """The store of today's evidence, built first if it is not there yet; `progress` hears (share done, step)."""
    target = path()
    built = not target.exists()
    if built:
        build(target, progress=progress)
        _remove_older(target)
    return _release(target, built=built)


def _release(target: Path, *, built: bool) -> Release:
    with connect(target) as con:
        row = con.execute("select * exclude (built_at) from release").df().iloc[0]
    counts = {name: int(row[name]) for name in ("datasets", "indicators", "areas", "observations")}
    return Release(target, str(row["evidence_hash"]), built, **counts)


def _remove_older(target: Path) -> None:
    for old in target.parent.glob(f"lis-{'[0-9a-f]' * 16}.duckdb"):
        if old != target:
            old.unlink(missing_ok=True)
