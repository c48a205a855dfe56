"""All figures in one Parquet file, with the names of what their codes stand for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from lis_data.model import DERIVATIONS, Status
from lis_data.statuses import of_official

COLUMNS = (
    "indicator_id", "indicator", "unit", "foundation", "polarity",
    "geography_id", "geography", "area_code", "area_name", "period", "industry", "industry_title",
    "value", "lower", "upper", "status", "status_meaning", "derivation",
    "dataset_id", "dataset", "publisher", "licence", "url",
)  # fmt: skip
"""The columns of the file, in order."""


Records = Mapping[str, Mapping[str, Any]]
"""The rows of a table by their id."""


@dataclass(frozen=True)
class Names:
    """What the figures' codes stand for."""

    indicator: Records
    geography: Records
    dataset: Records

    def columns(self) -> Mapping[str, tuple[str, Mapping[str, str]]]:
        """Column of the file -> the column of codes that it follows from, and the name of each code."""
        return {
            "indicator": ("indicator_id", _each(self.indicator, "title")),
            **{name: ("indicator_id", _each(self.indicator, name)) for name in ("unit", "foundation", "polarity")},
            "geography": ("geography_id", _each(self.geography, "title")),
            "dataset": ("dataset_id", _each(self.dataset, "title")),
            **{name: ("dataset_id", _each(self.dataset, name)) for name in ("publisher", "licence", "url")},
        }


def _each(records: Records, name: str) -> Mapping[str, str]:
    return {key: str(row[name]) for key, row in records.items()}


class Joined:
    """An open Parquet file; text is kept as codes of a dictionary, so a name costs little however often it stands."""

    def __init__(self, path: Path, names: Names, *, facts: Mapping[str, str]) -> None:
        self._names = names.columns()
        kinds = [(name, pa.float64() if name in ("value", "lower", "upper") else _CODE) for name in COLUMNS]
        self._schema = pa.schema(kinds, metadata=dict(facts))
        self._file = pq.ParquetWriter(path, self._schema, compression="zstd", compression_level=6)

    def __enter__(self) -> Joined:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, _: TracebackType | None) -> None:
        self._file.close()

    def add(self, part: pa.RecordBatch) -> None:
        """Figures with the columns of `queries.observations`."""
        coded = {name: _encoded(part[name]) for name in part.schema.names}
        named = {name: _renamed(coded[code], names) for name, (code, names) in self._names.items()}
        ways = pc.binary_join_element_wise(part["status"], part["derivation"], " ").dictionary_encode()
        named["status_meaning"] = _renamed(ways, _MEANINGS)
        self._file.write_table(pa.table([{**coded, **named}[name] for name in COLUMNS], schema=self._schema))


_MEANINGS = {f"{status.value} {way}": of_official(status, way) for status in Status for way in DERIVATIONS}
"""What a reader is told of each status and derivation."""
_CODE = pa.dictionary(pa.int32(), pa.string())


def _encoded(values: pa.Array) -> pa.Array:
    return values.dictionary_encode() if pa.types.is_string(values.type) else values


def _renamed(codes: pa.DictionaryArray, names: Mapping[str, str]) -> pa.DictionaryArray:
    """The same entries by their names, each once: two codes may have one name."""
    named = pa.array([names[code.as_py()] for code in codes.dictionary], pa.string())
    return named.take(codes.indices).dictionary_encode()
