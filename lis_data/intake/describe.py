"""What a series is, asked once: guessed from the file, and kept in a side file that restores all answers.

The side file is JSON in the form of CSV on the Web: `tableSchema` has the columns with their roles.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, fields, replace
from pathlib import PurePath
from typing import Any

from lis_data.errors import LisError
from lis_data.intake.choices import Choices, Guess
from lis_data.intake.names import role_of, unit_in
from lis_data.model import FOUNDATIONS, POLARITIES

_ANSWERS = ("geography", "sheet", "period", "indicator", "decimal", "additive", "sum_to", "compare")
_MOST = 2000
"""Characters of a text of the description."""
_COUNTED = ("number of", "count", "jobs", "enterprises", "population", "£m", "£bn", "spending", "total")
_LOWER_IS_BETTER = ("unemployment", "no qualifications", "claimant", "inactivity", "poverty", "crime", "emissions")


@dataclass(frozen=True)
class Description:
    """What is asked of a series. `additive` says that areas can be added up; `foundation` may be empty."""

    title: str = ""
    unit: str = ""
    decimals: int = 1
    polarity: str = "neither"
    foundation: str = ""
    additive: bool = False
    source: str = ""
    licence: str = ""
    note: str = ""

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


def guess(
    name: str, guesses: tuple[Guess, ...], units: dict[str, str], preamble: tuple[str, ...], decimals: int
) -> Description:
    """A description of a file from its name, column names, units of cells, preamble and decimals."""
    named = [item.column for item in guesses if item.role == "value" and not item.period and not role_of(item.column)]
    title = named[0] if named else (preamble[0].strip() if preamble else _from_file_name(name))
    unit = next((found for found in (*map(unit_in, [*named, *preamble]), *units.values()) if found), "")
    words = f"{title} {unit}".lower()
    return Description(
        title=title[:200],
        unit=unit,
        decimals=min(decimals, 6),
        polarity="lower" if any(word in words for word in _LOWER_IS_BETTER) else "neither",
        additive="%" not in words and "rate" not in words and any(word in words for word in _COUNTED),
        source=next((line for line in preamble if line.lower().startswith("source")), "")[:_MOST],
    )


def _from_file_name(name: str) -> str:
    stem = PurePath(name.replace("\\", "/")).stem.replace("_", " ").replace("-", " ").strip()
    return stem[:1].upper() + stem[1:]


def write(description: Description, choices: Choices, *, url: str = "") -> str:
    """The side file: description, roles of columns, decisions on areas, and all other answers."""
    record = {
        "@context": "http://www.w3.org/ns/csvw",
        "url": url,
        "dc:title": description.title,
        "dc:license": description.licence,
        "dc:source": description.source,
        "description": {
            name: value for name, value in vars(description).items() if name not in ("title", "licence", "source")
        },
        "tableSchema": {"columns": [{"titles": column, "role": role} for column, role in choices.roles]},
        "areas": dict(choices.areas),
        "answers": {name: getattr(choices, name) for name in _ANSWERS},
    }
    return json.dumps(record, indent=1, ensure_ascii=False) + "\n"


def read(text: str) -> tuple[Description, Choices]:
    """Description and answers of a side file. Raises LisError that says what is wrong with it."""
    try:
        record = json.loads(text)
        columns = record.get("tableSchema", {}).get("columns", [])
        roles = tuple((str(item["titles"]), str(item["role"])) for item in columns)
        areas = tuple((str(cell), str(code)) for cell, code in record.get("areas", {}).items())
        answers = _typed(Choices(), record.get("answers", {}), _ANSWERS)
        told = dict(record.get("description", {}))
    except (ValueError, AttributeError, KeyError, TypeError, RecursionError) as error:
        raise LisError(f"The side file is not one of ours ({type(error).__name__}); write a new one.") from error
    told |= {name: record.get(key, "") for name, key in _DUBLIN.items()}
    described = _typed(Description(), told, tuple(item.name for item in fields(Description)))
    return Description(**described), replace(Choices(roles=roles, areas=areas), **answers)


_DUBLIN = {"title": "dc:title", "licence": "dc:license", "source": "dc:source"}


def _typed(example: object, given: dict[str, Any], names: tuple[str, ...]) -> dict[str, Any]:
    """The known entries, each of the example's type. Raises LisError for another type."""
    typed: dict[str, Any] = {}
    for name in names:
        if name not in given:
            continue
        kind = type(getattr(example, name))
        if type(given[name]) is not kind:
            raise LisError(f"The side file's '{name}' must be {_KINDS[kind]}.")
        typed[name] = given[name][:_MOST] if isinstance(given[name], str) else given[name]
    return typed


_KINDS = {str: "text", bool: "true or false", int: "a whole number"}
