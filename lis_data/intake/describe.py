"""What a series is: guessed from the file, corrected by the analyst, and written to a side file with all answers.

The side file is JSON in the form of CSV on the Web: `tableSchema` has the columns with their roles.
"""

from __future__ import annotations

import csv
import io
import json
from collections import Counter
from dataclasses import asdict, dataclass, fields, replace
from typing import Any, TypeVar

from geo.areas import GEOGRAPHIES, areas
from lis_data.errors import LisError, UnknownNameError
from lis_data.intake.choices import Choices
from lis_data.intake.names import ids, slug
from lis_data.intake.problems import hidden
from lis_data.model import FOUNDATIONS, POLARITIES
from lis_data.settings import settings

_ANSWERS = (
    *("geography", "sheet", "period", "indicator", "decimal", "additive", "sum_to", "compare"),
    *("years", "brackets", "negatives", "known_only"),
)
_MOST = 2000
"""Characters of a text of the description."""
_MOST_TITLE = 200
_LARGEST = 2_000_000
"""Characters of a side file; ours have some thousands."""
_KINDS = {str: "text", bool: "true or false", int: "a whole number"}
_DUBLIN = {"title": "dc:title", "licence": "dc:license", "source": "dc:source"}
_DESCRIBED = ("unit", "decimals", "polarity", "foundation", "additive", "note")
_FIGURES = ("value", "lower", "upper")
TEMPLATE = ("area_code", "area_name", "period", "value", "lower", "upper", "status")
"""The columns of the table to fill in."""


@dataclass(frozen=True)
class DescribedSeries:
    """One of the series of a file; `indicator_id` is a slug, and the only one of the file that has it."""

    indicator_id: str
    title: str
    unit: str = ""
    decimals: int = 1
    polarity: str = "neither"
    foundation: str = ""
    additive: bool = False

    def faults(self) -> list[str]:
        """What is wrong with it, in sentences; none if nothing is."""
        wrong = []
        if not self.title.strip():
            wrong.append("The title is empty; say in a few words what is measured.")
        if self.polarity not in POLARITIES:
            wrong.append(f"'{self.polarity}' is not a polarity; use {', '.join(POLARITIES)}.")
        if self.foundation and self.foundation not in FOUNDATIONS:
            wrong.append(f"'{self.foundation}' is not a foundation; use {', '.join(FOUNDATIONS)}, or leave it empty.")
        if not 0 <= self.decimals <= 6:
            wrong.append(f"{self.decimals} is not a number of decimals; use 0 to 6.")
        return wrong


@dataclass(frozen=True)
class Description:
    """What is asked of a file: title, unit and so on of its series, or of each where `series` has it.

    `additive` says that areas can be added up; `foundation` may be empty; `source`, `licence` and `note` are of all.
    """

    title: str = ""
    unit: str = ""
    decimals: int = 1
    polarity: str = "neither"
    foundation: str = ""
    additive: bool = False
    source: str = ""
    licence: str = ""
    note: str = ""
    series: tuple[DescribedSeries, ...] = ()

    def faults(self) -> list[str]:
        """What is wrong with it, in sentences; none if nothing is."""
        wrong = self.as_series("").faults()
        many = Counter(item.indicator_id for item in self.series)
        for item in self.series:
            named = f"Series '{item.title.strip() or item.indicator_id}': "
            wrong += [named + fault for fault in item.faults()]
            if item.indicator_id != slug(item.indicator_id):
                wrong.append(f"{named}'{item.indicator_id}' is not an id; use lower case letters, digits and _.")
        wrong += [
            f"{number} series have the id '{key}'; each needs its own." for key, number in many.items() if number > 1
        ]
        return wrong

    def as_series(self, indicator_id: str) -> DescribedSeries:
        """What it says of the only series of a file."""
        own = {item.name: getattr(self, item.name) for item in fields(DescribedSeries) if item.name != "indicator_id"}
        return DescribedSeries(indicator_id, **own)

    def can_be_added(self, indicator_id: str, *, otherwise: bool) -> bool:
        """Whether areas of a series can be added up, as it says itself if it is described."""
        own = (item.additive for item in self.series if item.indicator_id == indicator_id)
        return next(own, otherwise)

    def clean(self) -> Description:
        """The same with texts of a settled length and without characters that cannot be seen."""
        return replace(_clean(self), series=tuple(_clean(item) for item in self.series))


_Described = TypeVar("_Described", Description, DescribedSeries)


def _clean(described: _Described) -> _Described:
    texts: dict[str, Any] = {name: _visible(text) for name, text in vars(described).items() if isinstance(text, str)}
    return replace(described, **{**texts, "title": " ".join(texts["title"][:_MOST_TITLE].split())})


def _visible(text: str) -> str:
    """A text without direction marks, controls and halves of characters; ends of lines are kept."""
    return "".join(char for char in text[:_MOST] if char == "\n" or not hidden(char))


def template(geography_id: str) -> str:
    """A CSV to fill in: a row for each area, with code and name, and all else empty.

    A row that is left empty is passed over when the file is read, so that one can fill in some areas; a row may be
    copied for another period. Raises UnknownNameError for a geography that is not known.
    """
    if geography_id not in GEOGRAPHIES:
        raise UnknownNameError("geography", geography_id, list(GEOGRAPHIES))
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(TEMPLATE)
    for code, name in areas(geography_id)[["area_code", "name"]].itertuples(index=False):
        writer.writerow([code, name, *[""] * (len(TEMPLATE) - 2)])
    return text.getvalue()


def write(description: Description, choices: Choices, *, url: str = "") -> str:
    """The side file: description, roles of columns, decisions on areas, and all other answers."""
    record = {
        "@context": "http://www.w3.org/ns/csvw",
        "url": url,
        **{key: getattr(description, name) for name, key in _DUBLIN.items()},
        "description": {name: getattr(description, name) for name in _DESCRIBED},
        "series": [asdict(item) for item in description.series],
        "tableSchema": {"columns": _columns(choices)},
        "areas": dict(choices.areas),
        "answers": {name: getattr(choices, name) for name in _ANSWERS},
    }
    return json.dumps(record, indent=1, ensure_ascii=False) + "\n"


def _columns(choices: Choices) -> list[dict[str, str]]:
    """The columns as CSV on the Web describes them, with their roles besides; a name is that of the series, if any."""
    order = sorted(choices.roles, key=lambda pair: pair[1] != "value")
    named = ids(column for column, _ in order)
    return [
        {"name": named[column], "titles": column, "datatype": "number" if role in _FIGURES else "string", "role": role}
        for column, role in choices.roles
    ]


def read(text: str) -> tuple[Description, Choices]:
    """Description and answers of a side file. Raises LisError that says what is wrong with it."""
    if len(text) > _LARGEST:
        raise LisError(f"The side file has {len(text):,} characters; ours have at most {_LARGEST:,}.")
    try:
        record = _object(json.loads(text), "content")
    except (ValueError, RecursionError) as error:
        raise LisError(f"The side file is not one of ours ({type(error).__name__}); write a new one.") from error
    columns = [_object(item, "columns") for item in _list(_part(record, "tableSchema").get("columns", []), "columns")]
    roles = tuple((_text(item.get("titles"), "titles"), _text(item.get("role"), "role")) for item in columns)
    decided = tuple((_text(cell, "areas"), _text(code, "areas")) for cell, code in _part(record, "areas").items())
    answers = _typed(Choices(), _part(record, "answers"), _ANSWERS)
    stated = _part(record, "description") | {name: record.get(key, "") for name, key in _DUBLIN.items()}
    described = Description(**_typed(Description(), stated, (*_DESCRIBED, *_DUBLIN)), series=_series(record))
    return described.clean(), replace(Choices(roles=roles, areas=decided), **answers)


def _series(record: dict[str, Any]) -> tuple[DescribedSeries, ...]:
    """The descriptions of single series."""
    example, named = DescribedSeries("", ""), tuple(item.name for item in fields(DescribedSeries))
    entries = [_object(item, "series") for item in _list(record.get("series", []), "series")]
    if any("indicator_id" not in entry or "title" not in entry for entry in entries):
        raise LisError("The side file's 'series' need an 'indicator_id' and a 'title' each.")
    return tuple(DescribedSeries(**_typed(example, entry, named)) for entry in entries)


def _part(record: dict[str, Any], name: str) -> dict[str, Any]:
    return _object(record.get(name, {}), name)


def _object(given: object, name: str) -> dict[str, Any]:
    if not isinstance(given, dict):
        raise LisError(f"The side file's '{name}' must be an object in braces.")
    return dict(given)


def _list(given: object, name: str) -> list[Any]:
    if not isinstance(given, list) or len(given) > settings().intake_columns:
        raise LisError(f"The side file's '{name}' must be a list of at most {settings().intake_columns}.")
    return given


def _text(given: object, name: str) -> str:
    if not isinstance(given, str) or len(given) > _MOST:
        raise LisError(f"The side file's '{name}' must be texts of at most {_MOST:,} characters.")
    return given.encode("utf-8", errors="replace").decode()


def _typed(example: object, given: dict[str, Any], names: tuple[str, ...]) -> dict[str, Any]:
    """The known entries, each of the example's type. Raises LisError for another type."""
    typed: dict[str, Any] = {}
    for name in names:
        if name not in given:
            continue
        kind = type(getattr(example, name))
        if type(given[name]) is not kind:
            raise LisError(f"The side file's '{name}' must be {_KINDS[kind]}.")
        typed[name] = _text(given[name], name) if kind is str else given[name]
    return typed
