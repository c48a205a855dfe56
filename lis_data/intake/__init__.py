"""Any analyst's table as tidy observations, with a list of everything that was not understood.

`check` is all that pages and the command line need. It opens nothing, keeps nothing and runs nothing of the file.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import numpy as np
import pandas as pd

from lis_data.errors import UnknownNameError, UnreadableError
from lis_data.intake import checks, describe, figures, files, official, places, reading, roles, shape, sums
from lis_data.intake.areas import Area
from lis_data.intake.assemble import Assembly
from lis_data.intake.choices import ROLES, Choices, Guess
from lis_data.intake.describe import Description
from lis_data.intake.draft import Draft
from lis_data.intake.periods import read as read_period
from lis_data.intake.problems import KINDS, Problem, Problems, Severity
from lis_data.intake.verdict import Verdict, severities

__all__ = ["KINDS", "ROLES", "Area", "Choices", "Description", "Guess", "Problem", "Severity", "Verdict", "check"]


def check(data: bytes, name: str, *, choices: Choices | None = None, description: Description | None = None) -> Verdict:
    """What a file holds and what is wrong with it; never raises for what is in the file.

    A file that is no table at all has a verdict with that one error. Raises UnknownNameError for choices that name
    a column, role, geography, area or indicator that does not exist.
    """
    problems, verdict = Problems(), Verdict(name)
    try:
        for known in _known_so_far(data, Verdict(name), choices or Choices(), description, problems):
            verdict = known
    except UnreadableError as error:
        problems.add(error.kind, **error.detail)
    return _closed(verdict, problems)


def _known_so_far(
    data: bytes, verdict: Verdict, choices: Choices, description: Description | None, problems: Problems
) -> Iterator[Verdict]:
    """The verdict after each step, so that what was known when a file proved unreadable can be shown."""
    source = files.read(data, sheet=choices.sheet, problems=problems)
    verdict = replace(verdict, encoding=source.encoding, sheets=source.sheets)
    yield verdict
    layout = shape.find(
        source.content, delimiter=source.delimiter, chosen=frozenset(column for column, _ in choices.roles)
    )
    verdict = replace(verdict, preamble=layout.preamble, delimiter=layout.delimiter)
    yield verdict
    table = reading.read(source.content, layout, problems)
    guesses = roles.guess(table, choices)
    verdict = replace(verdict, guesses=guesses, form=_form(guesses))
    yield verdict
    placed = places.place(table, guesses, choices, problems)
    verdict = replace(verdict, areas=placed.areas, footnotes=placed.texts.footnotes, geography=placed.geography)
    yield verdict
    choices = _with_period(choices, layout.preamble, guesses, problems)
    yield _judged(placed, verdict, choices, description, problems)


def _judged(
    placed: places.Placed, verdict: Verdict, choices: Choices, description: Description | None, problems: Problems
) -> Verdict:
    """The verdict on a table whose columns and areas are known."""
    guesses, preamble = verdict.guesses, verdict.preamble
    mark = _decimal_mark(placed.table, guesses, choices, verdict.delimiter, problems)
    title = (description or describe.guess(verdict.name, guesses, {}, preamble, 1)).title
    draft, units = Assembly(guesses, placed, choices, title, mark, problems).draft()
    told = description or describe.guess(verdict.name, guesses, units, preamble, _decimals(draft))
    choices = replace(choices, additive=choices.additive or bool(description and description.additive))
    rows, observations = _observed(draft, placed, choices, problems)
    official.compare(observations, told.title, choices, problems)
    return replace(
        verdict,
        observations=observations,
        rows=rows,
        left_out=draft.left_out({"extra-cells": placed.table.too_long, "text-row": placed.texts.headings}),
        decimal=mark,
        units=units,
        description=told,
        counts={**_row_counts(placed), **places.decisions(placed.areas)},
    )


def _row_counts(placed: places.Placed) -> dict[str, int]:
    """How many rows the file has below its header, and how many of them are no figures."""
    texts, table = placed.texts, placed.table
    odd = {"blank": texts.blank, "headings": len(texts.headings), "footnotes": len(texts.footnotes)}
    return {"rows": len(table.rows) + len(table.too_long) + sum(odd.values()), **odd}


def _with_period(
    choices: Choices, preamble: tuple[str, ...], guesses: tuple[Guess, ...], problems: Problems
) -> Choices:
    """The choices with the period of all rows, chosen or found above the table, where no column says it.

    Raises UnknownNameError for a chosen one that is no period, UnreadableError where nothing says it.
    """
    if choices.period and not read_period(choices.period).iso:
        raise UnknownNameError("period", choices.period, ["2018", "2018/19", "2018-Q3", "2018-09"])
    dated = any(item.role == "period" for item in guesses)
    if dated or choices.period or all(item.period for item in guesses if item.role == "value"):
        return choices
    for line in preamble:
        words = line.replace(":", " ").split(maxsplit=1)
        if (
            len(words) == 2
            and words[0].lower() in ("date", "period", "year", "time")
            and read_period(words[1].strip()).iso
        ):
            problems.add("read-as", value=line, meaning="the period of all rows")
            return replace(choices, period=words[1].strip())
    raise UnreadableError("no-period")


def _decimal_mark(
    table: reading.Table, guesses: tuple[Guess, ...], choices: Choices, delimiter: str, problems: Problems
) -> str:
    """The decimal mark of the file: chosen, shown by its figures, or usual beside its delimiter."""
    if choices.decimal:
        if choices.decimal not in (".", ","):
            raise UnknownNameError("decimal mark", choices.decimal, [".", ","])
        return choices.decimal
    columns = [table.column(item.column) for item in guesses if item.role in ("value", "lower", "upper")]
    mark, sure = figures.decimal_mark(columns)
    doubtful = None if sure else figures.ambiguous(columns)
    if doubtful is None:
        return mark
    mark = "," if delimiter == ";" else "."
    problems.add("ambiguous-comma", value=doubtful, mark="decimals" if mark == "," else "thousands")
    return mark


def _decimals(draft: Draft) -> int:
    """Decimals of the first figures, at most 3."""
    sample = draft.values[:1000][np.isfinite(draft.values[:1000])]
    return next((many for many in range(3) if np.allclose(sample, sample.round(many), atol=1e-9, rtol=0)), 3)


def _observed(
    draft: Draft, placed: places.Placed, choices: Choices, problems: Problems
) -> tuple[reading.Rows, pd.DataFrame]:
    """The good observations with the rows that they are from, and sums where districts are to be added up."""
    checks.bounds(draft, problems)
    checks.duplicates(draft, problems)
    joined = sums.merged(draft, placed, choices, problems)
    single = draft.observations(draft.good)
    districts = pd.concat([single, joined], ignore_index=True) if len(joined) else single
    wholes = sums.to_geography(districts, placed.geography, choices, problems)
    observations = pd.concat([districts, wholes], ignore_index=True) if len(wholes) else districts
    added = len(observations) - len(single)
    return np.concatenate([draft.rows[draft.good], np.zeros(added, dtype=np.int64)]), observations


def _form(guesses: tuple[Guess, ...]) -> str:
    values = [item for item in guesses if item.role == "value"]
    if not values:
        return ""
    if any(item.period for item in values):
        return "wide by period"
    return "long" if len(values) == 1 else "wide by indicator"


def _closed(verdict: Verdict, problems: Problems) -> Verdict:
    """The verdict with its problems and counts."""
    status = verdict.observations["status"]
    counts = {
        **verdict.counts,
        **severities(problems),
        "observations": len(status),
        "missing": int(status.eq("M").sum()),
        "suppressed": int(status.eq("C").sum()),
        "left_out": len(verdict.left_out),
    }
    return replace(verdict, problems=tuple(problems.listed), not_listed=problems.not_listed(), counts=counts)
