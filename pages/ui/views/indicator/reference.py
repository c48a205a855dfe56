"""What an indicator's figures are compared with: the line of the target, England, or the median of the places."""

from __future__ import annotations

from dataclasses import dataclass

from lis_data import targets
from lis_data.targets import Line
from pages.ui.exhibit import tables
from pages.ui.exhibit.charts.base import Mark
from pages.ui.exhibit.palette import Ink
from pages.ui.state.cache import answer, cached
from pages.ui.views.indicator.choice import Chosen


@dataclass(frozen=True)
class Reference:
    """The line of the R&D target, England's figure of the period, and the median of the places where England has no
    figure to compare with; None where there is none. A total is compared with nothing.
    """

    line: Line | None
    england: float | None
    median: float | None

    @property
    def benchmark(self) -> float | None:
        """What better and worse are told by."""
        return self.line.value if self.line else self.england

    def target(self, ink: Ink) -> list[Mark]:
        """The mark of the line, where there is one."""
        return [Mark(self.line.name, self.line.value, ink.benchmark)] if self.line else []

    def marks(self, ink: Ink) -> list[Mark]:
        """Every mark of a chart of one period."""
        named = {"England": self.england, "Median": self.median}
        return [*(Mark(name, at, ink.text) for name, at in named.items() if at is not None), *self.target(ink)]


@cached
def of(chosen: Chosen) -> Reference:
    """What the chosen figures are compared with."""
    england = tables.england(*chosen.asked)
    return Reference(
        answer(targets.line, chosen.indicator_id), england, None if england is not None else _median(chosen)
    )


def _median(chosen: Chosen) -> float | None:
    values = chosen.figures["value"].dropna()
    return None if chosen.indicator.additive or len(values) < 2 else float(values.median())
