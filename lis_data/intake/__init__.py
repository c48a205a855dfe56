"""Any analyst's table as tidy observations, with a list of everything that was not understood.

`check` is all that pages and the command line need. It opens nothing, keeps nothing and runs nothing of the file.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

from lis_data.errors import UnknownNameError, UnreadableError
from lis_data.intake import breakdowns, combining, files, judging, locating, reading, roles, sections, shape
from lis_data.intake.areas import Area
from lis_data.intake.choices import ROLES, Choices, Guess
from lis_data.intake.describe import DescribedSeries, Description
from lis_data.intake.doubtful import BRACKETS, NEGATIVES
from lis_data.intake.problems import KINDS, Problem, Problems, Severity, ordered
from lis_data.intake.runs import YEARS
from lis_data.intake.verdict import Verdict, severities

__all__ = [
    "KINDS",
    "ROLES",
    "Area",
    "Choices",
    "DescribedSeries",
    "Description",
    "Guess",
    "Problem",
    "Severity",
    "Verdict",
    "check",
    "ordered",
    "refused",
]
_STEPS = (
    (0.0, "Opening the file"),
    (0.05, "Finding the table"),
    (0.1, "Reading the rows"),
    (0.45, "Recognising the columns"),
    (0.5, "Matching the areas"),
    (0.6, "Judging the figures"),
    (1.0, "Done"),
)
"""What has been done when a step begins, as a share of the time that a million rows take."""


def check(
    data: bytes,
    name: str,
    *,
    choices: Choices | None = None,
    description: Description | None = None,
    progress: Callable[[float, str], object] | None = None,
) -> Verdict:
    """The observations in a file and everything that is wrong with it, as a Verdict.

    Nothing in the file raises: one that is no table has a verdict with that one error. `progress` is called with the
    share that is done (0 to 1) and the next step in words. Raises UnknownNameError for choices that name a column,
    role, geography, area or indicator that does not exist.
    """
    problems, verdict = Problems(), Verdict(name)
    cleaned = description.clean() if description else None
    try:
        steps = _known_so_far(data, Verdict(name), choices or Choices(), cleaned, problems)
        for share, step in _STEPS:
            if progress:
                progress(share, step)
            verdict = next(steps, verdict)
    except UnreadableError as error:
        problems.add(error.kind, **error.detail)
    return _closed(verdict, problems)


def refused(name: str, kind: str, **detail: Any) -> Verdict:
    """The verdict on a file that was not read to its end: the one error that says why."""
    problems = Problems()
    problems.add(kind, **detail)
    return _closed(Verdict(name), problems)


def _known_so_far(
    data: bytes, verdict: Verdict, choices: Choices, description: Description | None, problems: Problems
) -> Iterator[Verdict]:
    """The verdict after each step, so that a file that proves unreadable still has what was read of it."""
    _check_answers(choices)
    source = files.read(data, sheet=choices.sheet, problems=problems)
    verdict = replace(verdict, encoding=source.encoding, sheets=source.sheets)
    yield verdict
    layout = shape.find(
        source.content, delimiter=source.delimiter, chosen=frozenset(column for column, _ in choices.roles)
    )
    verdict = replace(verdict, preamble=layout.preamble, delimiter=layout.delimiter)
    yield verdict
    table = reading.read(source.content, layout, problems)
    table, notes = sections.joined(table, layout.bases, layout.preamble, problems)
    table, bases = combining.columns(table, layout.bases, problems)
    yield verdict
    guesses = breakdowns.found(table, roles.guess(table, bases, choices, problems), problems)
    verdict = replace(verdict, guesses=guesses, form=_form(guesses))
    yield verdict
    located = locating.locate(table, guesses, choices, notes, problems)
    verdict = replace(verdict, areas=located.areas, footnotes=located.texts.footnotes, geography=located.geography)
    yield verdict
    choices = judging.with_period(choices, source.sheet or verdict.name, layout.preamble, guesses, problems)
    yield judging.judged(located, verdict, choices, description, problems)


def _check_answers(choices: Choices) -> None:
    """Raise UnknownNameError for an answer that is none of those to be given."""
    for name, allowed in (("years", YEARS), ("brackets", BRACKETS), ("negatives", NEGATIVES)):
        given = getattr(choices, name)
        if given and given not in allowed:
            raise UnknownNameError(f"meaning of {name}", given, list(allowed), answer=name)


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
        **locating.known(verdict.areas, problems.found["unmatched-area"]),
        "observations": len(status),
        "missing": int(status.eq("M").sum()),
        "suppressed": int(status.eq("C").sum()),
        "left_out": len(verdict.left_out),
    }
    return replace(verdict, problems=tuple(problems.listed), not_listed=problems.not_listed(), counts=counts)
