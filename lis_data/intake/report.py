"""A verdict as text for a terminal, and as JSON. Cells of the file are data here: nothing in them is interpreted."""

from __future__ import annotations

import json
import shutil
from dataclasses import asdict
from typing import Any

from lis_data.intake.problems import Problem, ordered, printable
from lis_data.intake.verdict import Verdict
from lis_data.wording import count

_HEADINGS = ("severity", "row", "column", "rows", "problem", "allowed", "do")
_WIDEST = {"column": 20, "problem": 170, "allowed": 66, "do": 80}


def as_text(verdict: Verdict) -> str:
    """What was understood in a few lines, then the problems as an aligned table, errors first."""
    lines = [*_summary(verdict), ""]
    rows = [_row(problem) for problem in ordered(verdict.problems)]
    if rows:
        lines += [*_aligned([_HEADINGS, *rows]), ""]
    lines += [f"… and {many:,} more of '{kind}'" for kind, many in sorted(verdict.not_listed.items())]
    counts = verdict.counts
    lines.append(
        f"{count(counts['errors'], 'error')}, {count(counts['warnings'], 'warning')}, "
        f"{count(counts['notices'], 'notice')}; "
        f"{count(counts['observations'], 'observation')}, {count(counts['left_out'], 'figure')} left out"
    )
    return "\n".join(lines) + "\n"


def as_json(verdict: Verdict) -> str:
    """Everything but the observations themselves."""
    record: dict[str, Any] = {
        name: getattr(verdict, name)
        for name in (
            "name",
            "ok",
            "form",
            "geography",
            "encoding",
            "delimiter",
            "decimal",
            "units",
            "counts",
            "not_listed",
        )
    }
    record |= {name: list(getattr(verdict, name)) for name in ("preamble", "footnotes", "sheets")}
    record["columns"] = [asdict(guess) for guess in verdict.guesses]
    record["areas"] = [asdict(area) for area in verdict.areas]
    record["description"] = asdict(verdict.description)
    record["series"] = [asdict(item) for item in verdict.series]
    record["problems"] = [asdict(problem) for problem in ordered(verdict.problems)]
    record["left_out"] = verdict.left_out.to_dict("records")
    return json.dumps(record, indent=1, ensure_ascii=False) + "\n"


def _summary(verdict: Verdict) -> list[str]:
    lines = [("file", verdict.name), ("form", f"{verdict.form}, {verdict.geography}" if verdict.form else "no table")]
    lines += [
        ("column", f"{item.column}: {_role(item.role, item.period)} ({item.confidence:.0%}; {item.why})")
        for item in verdict.guesses
    ]
    lines += [("above", line) for line in verdict.preamble] + [("below", line) for line in verdict.footnotes]
    if verdict.areas:
        names = count(verdict.counts["names"], "name of a place is", "names of places are")
        lines.append(("areas", f"{verdict.counts['names_known']} of {names} known"))
    return [f"{name:<7} {printable(text, 160)}" for name, text in lines]


def _role(role: str, period: str) -> str:
    return f"{role} of {period}" if period else role


def _row(problem: Problem) -> tuple[str, ...]:
    texts = {
        "column": problem.column or "",
        "problem": problem.message,
        "allowed": problem.allowed,
        "do": problem.action,
    }
    cut = {name: printable(text, _WIDEST[name]) for name, text in texts.items()}
    row = "" if problem.row is None else str(problem.row)
    return (problem.severity.value, row, cut["column"], str(problem.rows), cut["problem"], cut["allowed"], cut["do"])


def _aligned(rows: list[tuple[str, ...]]) -> list[str]:
    widths = [max(len(row[column]) for row in rows) for column in range(len(_HEADINGS))]
    lines = ["  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in rows]
    return [line[: max(shutil.get_terminal_size((300, 24)).columns, 300)] for line in lines]
