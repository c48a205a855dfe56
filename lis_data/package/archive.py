"""A zip of CSV files whose bytes depend on nothing but what is in it."""

from __future__ import annotations

import zipfile
from collections.abc import Iterable
from pathlib import Path
from types import TracebackType

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.csv

from lis_data.package.csvw import SEPARATOR

_BEGINNING = (1980, 1, 1, 0, 0, 0)
"""The time that every file in a zip bears: the earliest that the format knows."""


class Archive:
    """An open zip; CSV files are UTF-8 with a header, an empty cell where there is nothing, and no other marks."""

    def __init__(self, path: Path) -> None:
        self._zip = zipfile.ZipFile(path, "w")

    def __enter__(self) -> Archive:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, _: TracebackType | None) -> None:
        self._zip.close()

    def add_text(self, name: str, text: str) -> None:
        """A file of text."""
        self._zip.writestr(_entry(name), text.encode())

    def add_bytes(self, name: str, content: bytes) -> None:
        """A file that is whole already."""
        self._zip.writestr(_entry(name), content)

    def add_rows(self, name: str, parts: Iterable[pa.Table]) -> pa.Schema:
        """A CSV file written part by part; returns its columns as they were given."""
        schema = None
        with self._zip.open(_entry(name), "w", force_zip64=True) as target:
            for part in parts:
                form = pa.csv.WriteOptions(include_header=schema is None, quoting_style="needed")
                pa.csv.write_csv(_flat(part), target, form)
                schema = part.schema
        return schema


def _entry(name: str) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(name, _BEGINNING)
    entry.compress_type = zipfile.ZIP_DEFLATED
    entry.external_attr = 0o644 << 16
    return entry


def _flat(part: pa.Table) -> pa.Table:
    """Lists as one cell."""
    columns = [
        pc.binary_join(column, SEPARATOR) if pa.types.is_list(column.type) else column for column in part.columns
    ]
    return pa.table(columns, names=part.column_names)
