"""The awkward files under `tests/data/intake`, and `python -m tests.intake_corpus`: each with its verdict in one table.

`expected.csv` says what a person reading each file would have it be: `problems` names each kind that is to be found,
`*n` where in n different cells.
"""

from __future__ import annotations

import csv
import sys
from collections import Counter
from pathlib import Path

from lis_data.intake import Choices, Verdict, check

FOLDER = Path(__file__).resolve().parent / "data" / "intake"
EXPECTED = list(csv.DictReader((FOLDER / "expected.csv").read_text(encoding="utf-8").splitlines()))
_HEADINGS = ("file", "verdict", "as expected", "form", "observations", "left out", "problems")


def verdict_on(row: dict[str, str]) -> Verdict:
    """The verdict on a file of the table, with the choices that stand beside it."""
    choices = Choices(geography=row["geography"], additive=row["additive"] == "yes")
    return check((FOLDER / row["file"]).read_bytes(), row["file"], choices=choices)


def found(verdict: Verdict) -> dict[str, str]:
    """A verdict in the words of the table: ok, form, observations, left_out, problems."""
    kinds = Counter(problem.kind for problem in verdict.problems)
    return {
        "ok": "yes" if verdict.ok else "no",
        "form": verdict.form,
        "observations": str(len(verdict.observations)),
        "left_out": str(len(verdict.left_out)),
        "problems": " ".join(kind if many == 1 else f"{kind}*{many}" for kind, many in sorted(kinds.items())),
    }


def main() -> None:
    """Print the table: every file with what was found, and whether that was expected."""
    rows = [_HEADINGS, *(_line(row) for row in EXPECTED)]
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        line = "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True))
        sys.stdout.write(line.rstrip() + "\n")


def _line(row: dict[str, str]) -> tuple[str, ...]:
    actual = found(verdict_on(row))
    same = all(row[name] == text for name, text in actual.items())
    verdict = {"yes": "accepted", "no": "has errors"}[actual["ok"]]
    expected = "yes" if same else "NO"
    return (
        row["file"],
        verdict,
        expected,
        actual["form"],
        actual["observations"],
        actual["left_out"],
        actual["problems"],
    )


if __name__ == "__main__":
    main()
