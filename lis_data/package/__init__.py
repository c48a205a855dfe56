"""The whole evidence to take away: a zip of CSV files with CSVW metadata, and one Parquet file of all figures.

Both are made when they are asked for, from the store, an indicator at a time, and kept beside it under a fingerprint
of all that goes into them. The same evidence gives the same bytes.
"""

from __future__ import annotations

import hashlib
import os
import threading
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pyarrow as pa

from lis_data import handbook, queries, store
from lis_data.model import DERIVATIONS, Status
from lis_data.package import csvw, shapes, tables
from lis_data.package.archive import Archive
from lis_data.package.csvw import File
from lis_data.package.joined import Joined, Names, Records
from lis_data.settings import settings

ZIP_BYTES_A_FIGURE, PARQUET_BYTES_A_FIGURE = 6.3, 2.9
"""About how large the files are, to be told before they are made."""
_HERE = Path(__file__).parent
_QUERIES = Path(queries.__file__).parent
_NAME = "lis-explorer-evidence"
_TITLE = "LIS Explorer: the evidence behind England’s Local Industrial Strategies"


@dataclass(frozen=True)
class Package:
    """The two files; they may not be there yet."""

    zip: Path
    parquet: Path

    @property
    def made(self) -> bool:
        return self.zip.exists() and self.parquet.exists()


def here() -> Package:
    """Where the files of today's evidence are, or will be."""
    folder, name = settings().store_folder, f"{_NAME}-{_fingerprint()[:16]}"
    return Package(folder / f"{name}.zip", folder / f"{name}.parquet")


def ensure(*, progress: store.Progress = lambda *_: None) -> Package:
    """The files of today's evidence, made first if they are not there; `progress` hears (share done, step)."""
    wanted = here()
    if not wanted.made:
        make(wanted, progress=progress)
        _remove_older(wanted)
    return wanted


def make(target: Package, *, progress: store.Progress = lambda *_: None) -> None:
    """Write the two files; neither is there until all of both is."""
    with _unfinished(target.zip) as archive, _unfinished(target.parquet) as parquet:
        _write(Package(archive, parquet), progress=progress)


@cache
def _fingerprint() -> str:
    """SHA-256 over the evidence, what is said of it, and the code that reads it and writes it down."""
    digest = hashlib.sha256(store.fingerprint().encode())
    for path in [*sorted(_HERE.glob("*.*")), *sorted(_QUERIES.glob("*.py")), *handbook.FILES]:
        digest.update(path.read_bytes())
    return digest.hexdigest()


@contextmanager
def _unfinished(target: Path) -> Iterator[Path]:
    """A path to write to; it takes the target's name when all is written, and is gone if that fails."""
    path = target.with_name(f"{target.name}.{os.getpid()}-{threading.get_ident()}.partial")
    try:
        yield path
        path.replace(target)
    finally:
        path.unlink(missing_ok=True)


def _remove_older(newest: Package) -> None:
    for old in newest.zip.parent.glob(f"{_NAME}-*"):
        if old not in (newest.zip, newest.parquet) and old.suffix != ".partial":
            old.unlink(missing_ok=True)


def _write(target: Package, *, progress: store.Progress) -> None:
    described = tables.described()
    rows = {name: tables.rows(table) for name, table in described.items() if name != tables.FIGURES}
    names = Names(**{name: _by_id(rows[name]) for name in ("indicator", "geography", "dataset")})
    facts = {"title": _TITLE, "evidence": store.fingerprint(), "rights": "See the columns licence and publisher."}
    with Archive(target.zip) as archive, Joined(target.parquet, names, facts=facts) as joined:
        files = [
            File(csvw.path_of(name), described[name], archive.add_rows(csvw.path_of(name), [table]))
            for name, table in rows.items()
        ]
        for done, indicator_id in enumerate(names.indicator):
            progress(done / len(names.indicator), "Writing the figures")
            files.append(_add_figures(indicator_id, archive=archive, joined=joined, names=names))
        archive.add_bytes(shapes.PATH, shapes.geoparquet())
        archive.add_text("csv-metadata.json", _metadata(files, names))
        archive.add_text("README.txt", _readme(names))
    progress(1.0, "Done")


def _by_id(table: pa.Table) -> Records:
    """The rows of a table by its first column."""
    return {row[table.column_names[0]]: row for row in table.to_pylist()}


def _add_figures(indicator_id: str, *, archive: Archive, joined: Joined, names: Names) -> File:
    """Write an indicator's figures into both files."""
    dataset_ids: set[str] = set()

    def parts() -> Iterator[pa.Table]:
        for part in queries.observations(indicator_id):
            joined.add(part)
            dataset_ids.update(part["dataset_id"].unique().to_pylist())
            yield pa.Table.from_batches([part]).drop_columns(["area_name", "industry_title"])

    path = f"observations/{indicator_id}.csv"
    schema = archive.add_rows(path, parts())
    about = names.indicator[indicator_id]
    words = {
        "dc:title": about["title"],
        "dc:description": f"{about['description']} Caveat: {about['caveat']}",
        "schema:unitText": about["unit"],
        **csvw.provenance([names.dataset[dataset_id] for dataset_id in sorted(dataset_ids)]),
    }
    return File(path, tables.described()[tables.FIGURES], schema, words)


def _metadata(files: list[File], names: Names) -> str:
    return csvw.text(
        files,
        **{
            "dc:title": _TITLE,
            "dc:description": "All figures with what they mean, areas, industries and the programme.",
            "dc:identifier": store.fingerprint(),
            "dc:modified": handbook.changes()["date"].iloc[0],
            **csvw.provenance(list(names.dataset.values())),
        },
    )


def _readme(names: Names) -> str:
    release = store.ensure()
    licences = Counter(dataset["licence"] for dataset in names.dataset.values())
    return (
        (_HERE / "README.txt")
        .read_text(encoding="utf-8")
        .format(
            figures=release.observations,
            indicators=release.indicators,
            datasets=release.datasets,
            areas=release.areas,
            geographies=len(names.geography),
            evidence_hash=release.evidence_hash,
            separator=csvw.SEPARATOR,
            statuses="\n".join(f"  {item.value}  {item.label}" for item in Status),
            derivations="\n".join(f"  {way:14}  {meaning}" for way, meaning in DERIVATIONS.items()),
            licences="\n".join(f"{count:3} datasets  {name}" for name, count in licences.most_common()),
        )
    )
