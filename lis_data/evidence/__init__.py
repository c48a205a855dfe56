"""The committed evidence: one Parquet file a dataset, and one a table of the policy layer.

`write` makes them from the raw files; the same raw files give the same bytes. Nothing here computes a figure.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq

from lis_data import observations, sources
from lis_data.catalogue import Catalogue, load
from lis_data.errors import CatalogueError, UnknownNameError
from lis_data.sources import programme

FOLDER = Path(__file__).parent
_CODE = pa.dictionary(pa.int32(), pa.string())
_SCHEMA = pa.schema(
    [(column, _CODE) for column in observations.KEY]
    + [(column, pa.float64()) for column in ("value", "lower", "upper")]
    + [("status", _CODE)]
)


POLICY = "policy"
"""What stands for the whole policy layer where a dataset is asked for: its tables refer to each other."""

Report = Callable[[str], None]


def write(raw: Path, *, folder: Path = FOLDER, report: Report = lambda _: None) -> None:
    """Read the publishers' files under `raw` and replace the evidence in `folder` by what they say."""
    written = [_write_dataset(raw, dataset_id, folder, report) for dataset_id in sources.readers()]
    written += _write_policy(raw, folder, report)
    for stale in set(files(folder)) - set(written):
        stale.unlink()


def write_one(raw: Path, dataset_id: str, *, folder: Path = FOLDER, report: Report = lambda _: None) -> None:
    """Replace the evidence of one dataset, or of POLICY, and leave the rest; UnknownNameError names the nearest."""
    known = [*sources.readers(), POLICY]
    if dataset_id not in known:
        raise UnknownNameError("dataset", dataset_id, known)
    if dataset_id == POLICY:
        _write_policy(raw, folder, report)
    else:
        _write_dataset(raw, dataset_id, folder, report)


def _write_dataset(raw: Path, dataset_id: str, folder: Path, report: Report) -> Path:
    frame = sources.readers()[dataset_id](raw)
    observations.validate(frame, name=dataset_id)
    _check_catalogued(dataset_id, frame, load())
    path = folder / f"{dataset_id}.parquet"
    _write(_table(frame), path)
    report(f"{dataset_id}: {len(frame):,} observations")
    return path


def _write_policy(raw: Path, folder: Path, report: Report) -> list[Path]:
    written = []
    for name, table in programme.tables(raw).items():
        written.append(folder / POLICY / f"{name}.parquet")
        _write(pa.Table.from_pandas(table, preserve_index=False).replace_schema_metadata(), written[-1])
        report(f"{POLICY} {name}: {len(table):,} rows")
    return written


def files(folder: Path = FOLDER) -> list[Path]:
    """The Parquet files of the evidence, in a fixed order."""
    return sorted(folder.rglob("*.parquet"))


def checksums(folder: Path = FOLDER) -> Mapping[str, str]:
    """SHA-256 of every file of the evidence, by its path inside `folder`."""
    return dict(_checksums(folder))


def _checksums(folder: Path) -> Iterator[tuple[str, str]]:
    for path in files(folder):
        yield path.relative_to(folder).as_posix(), hashlib.sha256(path.read_bytes()).hexdigest()


def _check_catalogued(dataset_id: str, frame: pd.DataFrame, catalogue: Catalogue) -> None:
    unknown = sorted(set(frame["indicator_id"]) - set(catalogue.indicators))
    if dataset_id not in catalogue.datasets or unknown:
        raise CatalogueError(f"{dataset_id}: not in catalogue.toml: {', '.join(unknown) or 'the dataset itself'}")


def _table(frame: pd.DataFrame) -> pa.Table:
    ordered = frame[observations.COLUMNS].sort_values(observations.KEY, kind="stable")
    columns = [_column(ordered[field.name], field.type) for field in _SCHEMA]
    return pa.table(columns, schema=_SCHEMA)


def _column(values: pd.Series, kind: pa.DataType) -> pa.Array:
    if pa.types.is_dictionary(kind):
        return pa.array(values.astype(str).to_numpy(dtype=object), pa.string()).dictionary_encode()
    return pa.array(values.astype(float).to_numpy(), pa.float64(), from_pandas=True)


def _write(table: pa.Table, path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    unfinished = path.with_suffix(".partial")
    pq.write_table(table, unfinished, compression="zstd", compression_level=9, store_schema=False)
    unfinished.replace(path)
