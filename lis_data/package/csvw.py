"""The metadata of the package: a table group in the words of CSV on the Web.

Source: W3C, *Metadata Vocabulary for Tabular Data*, Recommendation of 17 December 2015.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import pyarrow as pa

from lis_data.package.tables import Table, described

CONTEXT = ["http://www.w3.org/ns/csvw", {"@language": "en"}]
SEPARATOR = "|"
"""Between the items of a cell that holds several."""
_LICENCES = {
    "OGL-UK-3.0": "https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/",
    "CC BY 4.0": "https://creativecommons.org/licenses/by/4.0/",
}
_Properties = dict[str, Any]


@dataclass(frozen=True)
class File:
    """A CSV file of the package: its path, the table that it is (a part) of, its columns, and what else is to be
    said of it as properties of CSVW.
    """

    path: str
    table: Table
    schema: pa.Schema
    about: Mapping[str, Any] = field(default_factory=dict)


def text(files: Iterable[File], **about: Any) -> str:
    """The whole metadata as JSON: a table group `about` which something is said, with all its tables."""
    tables = [_table(file) for file in files]
    group = {"@context": CONTEXT, "@type": "TableGroup", **about, "tables": tables}
    return json.dumps(group, ensure_ascii=False, indent=1)


def provenance(datasets: Sequence[Mapping[str, str]]) -> _Properties:
    """Sources and licences of figures, from rows of the table of datasets."""
    return {
        "dc:source": [_source(dataset) for dataset in datasets],
        "dc:license": [_licence(name) for name in dict.fromkeys(dataset["licence"] for dataset in datasets)],
    }


def path_of(table: str) -> str:
    """The file of a table that is not split."""
    return f"{table}.csv"


def _source(dataset: Mapping[str, str]) -> _Properties:
    words = {
        "dc:title": dataset["title"],
        "dc:publisher": dataset["publisher"],
        "dc:bibliographicCitation": dataset["table"],
        "dc:issued": dataset["published"],
        "dc:rights": dataset["licence"],
        "dc:description": dataset["note"],
    }
    address = {"@id": dataset["url"]} if dataset["url"] else {}
    return {**address, **{name: text for name, text in words.items() if text}}


def _licence(name: str) -> _Properties | str:
    """The address of a licence that has one, else its name."""
    return next(({"@id": address} for start, address in _LICENCES.items() if name.startswith(start)), name)


def _table(file: File) -> _Properties:
    table = file.table
    words = {"dc:title": table.title, "dc:description": table.description, **file.about}
    schema: _Properties = {
        "columns": [_column(item, table) for item in file.schema],
        "primaryKey": list(table.key),
    }
    if table.links:
        schema["foreignKeys"] = [_link(columns, to) for columns, to in table.links]
    return {"url": file.path, **words, "tableSchema": schema}


def _column(item: pa.Field, table: Table) -> _Properties:
    several = {"separator": SEPARATOR} if pa.types.is_list(item.type) else {}
    required = {"required": True} if item.name in table.key else {}
    return {
        "name": item.name,
        "titles": item.name,
        "dc:description": table.meanings[item.name],
        "datatype": _datatype(item.type),
        **several,
        **required,
    }


def _datatype(kind: pa.DataType) -> str:
    named = {
        "boolean": pa.types.is_boolean,
        "integer": pa.types.is_integer,
        "number": pa.types.is_floating,
        "date": pa.types.is_date,
    }
    return next((name for name, fits in named.items() if fits(kind)), "string")


def _link(columns: tuple[str, ...], to: str) -> _Properties:
    target = described()[to]
    return {
        "columnReference": list(columns),
        "reference": {"resource": path_of(to), "columnReference": list(target.key)},
    }
