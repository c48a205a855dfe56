"""The table that the benchmarks end in: a line per figure, with its floor from the same run and its target."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass

HEADINGS = ("what", "measured", "floor", "ratio", "target", "")
_DECIMALS = {"s": 3, "KB": 1, "MB": 0, "viewers": 0}


@dataclass(frozen=True)
class Line:
    """A figure and its floor in `unit`; its target is at most so much, or at most so many times the floor."""

    what: str
    unit: str
    measured: float
    floor: float
    most: float | None = None
    most_times: float | None = None

    @property
    def ratio(self) -> float:
        return self.measured / self.floor

    @property
    def target(self) -> str:
        """`≤ 30 KB`, `≤ 2.5 ×`, or nothing."""
        if self.most is not None:
            return f"≤ {self.most:g} {self.unit}"
        return "" if self.most_times is None else f"≤ {self.most_times:g} ×"

    @property
    def verdict(self) -> str:
        """`ok` or `over`; nothing where there is no target."""
        if not self.target:
            return ""
        over = self.measured > self.most if self.most is not None else self.ratio > (self.most_times or 0)
        return "over" if over else "ok"

    def cells(self) -> tuple[str, ...]:
        """The line as it is printed, under HEADINGS."""
        measured, floor = (f"{value:,.{_DECIMALS[self.unit]}f} {self.unit}" for value in (self.measured, self.floor))
        return self.what, measured, floor, f"{self.ratio:.1f} ×", self.target, self.verdict

    def record(self) -> dict[str, object]:
        """The line with its ratio and verdict, for a file."""
        return {**asdict(self), "ratio": self.ratio, "verdict": self.verdict}


def draw(lines: Sequence[Line]) -> str:
    """The lines in columns: words to the left, figures to the right."""
    rows = [HEADINGS, *(line.cells() for line in lines)]
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    rows.insert(1, tuple("─" * width for width in widths))
    return "".join(_aligned(row, widths) for row in rows)


def _aligned(row: Sequence[str], widths: Sequence[int]) -> str:
    first, *others = zip(row, widths, strict=True)
    cells = [first[0].ljust(first[1]), *(cell.rjust(width) for cell, width in others)]
    return "  ".join(cells).rstrip() + "\n"
