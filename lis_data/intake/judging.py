"""The verdict on a table once its columns and areas are known: figures, periods, series, sums and their faults."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pandas as pd

from lis_data.errors import UnknownNameError, UnreadableError
from lis_data.intake import breakdowns, checks, figures, guessing, locating, official, reading, sums
from lis_data.intake.assemble import Assembly
from lis_data.intake.choices import Choices, Guess
from lis_data.intake.describe import DescribedSeries, Description
from lis_data.intake.draft import Draft
from lis_data.intake.periods import read as read_period
from lis_data.intake.periods import within
from lis_data.intake.problems import Problems
from lis_data.intake.units import tell_fractions
from lis_data.intake.verdict import Verdict
from lis_data.period import label


def judged(
    located: locating.Located, verdict: Verdict, choices: Choices, description: Description | None, problems: Problems
) -> Verdict:
    """The verdict on a table whose columns and areas are known."""
    guesses, preamble = verdict.guesses, verdict.preamble
    mark = _decimal_mark(located.table, guesses, choices, verdict.delimiter, problems)
    suffix = _of_whom(located.table, guesses, problems)
    title = (description or guessing.description(verdict.name, guesses, {}, preamble, 1)).title
    assembly = Assembly(guesses, located, choices, title, mark, problems, preamble)
    draft, units = assembly.draft()
    described = description or guessing.description(
        verdict.name, guesses, units, preamble, _decimals(draft.values), assembly.ids, verdict.footnotes, suffix
    )
    titles = _titles(assembly.ids, described)
    rows, observations = _observed(draft, located, choices, description or Description(), titles, problems)
    series = _series(assembly, draft, observations, units, described, suffix)
    tell_fractions(draft, titles, {item.indicator_id: item.unit for item in series}, problems)
    official.compare(observations, series, choices, problems)
    return replace(
        verdict,
        observations=observations,
        rows=rows,
        left_out=_left_out(draft, located),
        decimal=mark,
        units=units,
        description=described,
        series=series,
        counts={**_row_counts(located), **locating.decisions(located.areas)},
    )


def _of_whom(table: reading.Table, guesses: tuple[Guess, ...], problems: Problems) -> str:
    """What the titles of all series end with: ', Female' where a column says that of every row; else blank."""
    constants = breakdowns.constant(table, guesses)
    for column, cell in constants:
        problems.add("constant", column=column, value=cell, name=column)
    return "".join(f", {cell}" for _, cell in constants)


def _left_out(draft: Draft, located: locating.Located) -> pd.DataFrame:
    """The figures that are no observations, and the rows without any (see `Draft.left_out`)."""
    table, texts = located.table, located.texts
    return draft.left_out(
        table,
        {
            "extra-cells": table.too_long,
            "text-row": texts.headings,
            "other-separator": texts.parted,
            "unfilled": texts.unfilled,
        },
    )


def _row_counts(located: locating.Located) -> dict[str, int]:
    """How many rows the file has below its header, and how many of them are no figures."""
    texts, table = located.texts, located.table
    odd = {
        "blank": texts.blank,
        "headings": len(texts.headings),
        "parted": len(texts.parted),
        "unfilled": len(texts.unfilled),
        "footnotes": len(texts.footnotes),
    }
    return {"rows": len(table.rows) + len(table.too_long) + sum(odd.values()), **odd}


def with_period(
    choices: Choices, name: str, preamble: tuple[str, ...], guesses: tuple[Guess, ...], problems: Problems
) -> Choices:
    """The choices with the period of all rows, chosen or found above the table, where no column says it.

    Raises UnknownNameError for a chosen one that is no period, UnreadableError where nothing says it.
    """
    if choices.period and not read_period(choices.period).iso:
        raise UnknownNameError("period", choices.period, ["2018", "2018/19", "2018-Q3", "2018-09"], answer="period")
    dated = any(item.role == "period" for item in guesses)
    if dated or choices.period or all(item.period for item in guesses if item.role == "value"):
        return choices
    for line in preamble:
        words = line.replace(":", " ").split(maxsplit=1)
        if (
            len(words) == 2
            and words[0].lower().rstrip(",") in ("date", "period", "year", "time")
            and read_period(words[1].strip()).iso
        ):
            problems.add("read-as", value=line, meaning="the period of all rows")
            return replace(choices, period=words[1].strip())
    if read_period(name).iso:
        problems.add("read-as", value=name, meaning="the period of all rows, by the name of the sheet")
        return replace(choices, period=name)
    raise UnreadableError("no-period", offer=_offer([*preamble, name]))


def _offer(lines: list[str]) -> str:
    """The first period that a line above the table or the file's name says, in words; blank where none does."""
    for line in lines:
        iso, _ = within(line)
        if iso:
            return f"; '{line}' says {label(iso)} ({iso})"
    return ""


def _decimal_mark(
    table: reading.Table, guesses: tuple[Guess, ...], choices: Choices, delimiter: str, problems: Problems
) -> str:
    """The decimal mark of the file: chosen, shown by its figures, or usual beside its delimiter."""
    if choices.decimal:
        if choices.decimal not in (".", ","):
            raise UnknownNameError("decimal mark", choices.decimal, [".", ","], answer="decimal")
        return choices.decimal
    columns = [table.column(item.column) for item in guesses if item.role in ("value", "lower", "upper")]
    mark, sure = figures.decimal_mark(columns)
    doubtful = None if sure else figures.ambiguous(columns)
    if doubtful is None:
        return mark
    mark = "," if delimiter == ";" else "."
    problems.add("ambiguous-comma", value=doubtful, mark="decimals" if mark == "," else "thousands")
    return mark


def _decimals(values: figures.Floats) -> int:
    """Decimals of the first figures, at most 3."""
    sample = values[:1000][np.isfinite(values[:1000])]
    return next((many for many in range(3) if np.allclose(sample, sample.round(many), atol=1e-9, rtol=0)), 3)


def _series(
    assembly: Assembly,
    draft: Draft,
    observations: pd.DataFrame,
    units: dict[str, str],
    described: Description,
    suffix: str,
) -> tuple[DescribedSeries, ...]:
    """Every series that has an observation, in the order of the file."""
    observed = set(observations["indicator_id"].unique())
    titles = {key: title for title, key in assembly.ids.items() if key in observed}
    numbers = {key: number for number, key in enumerate(draft.indicator_names)}
    decimals = {key: _decimals(draft.values[draft.indicators == numbers[key]]) for key in titles}
    return guessing.all_series(titles, units, decimals, described, alone=len(assembly.ids) == 1, suffix=suffix)


def _titles(ids: dict[str, str], described: Description) -> dict[str, str]:
    """The title of each series by its id: as it is described, or as the file (title -> id) has it."""
    return {key: title for title, key in ids.items()} | {item.indicator_id: item.title for item in described.series}


def _addable(ids: list[str], choices: Choices, described: Description) -> frozenset[str]:
    """The series whose areas can be added up; what is said of the file is said of its only series."""
    every = choices.additive or (described.additive and len(ids) == 1)
    return frozenset(key for key in ids if described.can_be_added(key, otherwise=every))


def _observed(
    draft: Draft,
    located: locating.Located,
    choices: Choices,
    described: Description,
    titles: dict[str, str],
    problems: Problems,
) -> tuple[reading.Rows, pd.DataFrame]:
    """The observations that pass all checks with the rows that they are from, and sums of districts where asked for."""
    checks.bounds(draft, problems)
    checks.duplicates(draft, problems)
    checks.single_industries(draft, titles, problems)
    addable = _addable(draft.indicator_names, choices, described)
    joined = sums.merged(draft, located, addable, problems)
    single = draft.observations(draft.good)
    districts = pd.concat([single, joined], ignore_index=True) if len(joined) else single
    wholes = sums.to_geography(districts, located.geography, choices.sum_to, addable, titles, problems)
    observations = pd.concat([districts, wholes], ignore_index=True) if len(wholes) else districts
    added = len(observations) - len(single)
    return np.concatenate([draft.rows[draft.good], np.zeros(added, dtype=np.int64)]), observations
