"""The series of a table: what each figure is one of, by the columns that name it, its own column, or the title."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from lis_data.errors import UnreadableError
from lis_data.intake import names
from lis_data.intake.choices import Guess
from lis_data.intake.draft import Numbers
from lis_data.intake.reading import Column
from lis_data.settings import settings

_WORDS = (
    "all|total|totals|t|_t|both|both sexes|all persons|persons|people|all people|all ages|all categories|overall|any"
    "|all sexes|males and females|male and female|whole population|all groups"
)
EVERYBODY = frozenset(_WORDS.split("|"))
"""Cells of a breakdown that say that the figure is of everybody."""
_SAYS_NOTHING = {"value", "values", "variable", "figure", "observation"}


@dataclass(frozen=True)
class Titles:
    """The titles of series by the columns of figures; `columns` name them together, in the order of the file.

    `title` is the one of a file with a single series, `indicator` the id that was chosen for that.
    """

    guesses: tuple[Guess, ...]
    columns: tuple[Column, ...]
    title: str
    indicator: str

    @cached_property
    def codes(self) -> Numbers | None:
        """Per row a number for the cells that name its series together; None where no column does."""
        if not self.columns:
            return None
        codes = self.columns[0].codes
        for column in self.columns[1:]:
            joined = codes.astype(np.int64) * len(column.texts) + column.codes
            codes = np.unique(joined, return_inverse=True)[1].astype(np.int32)
        return codes

    @cached_property
    def _cells(self) -> list[tuple[str, ...]]:
        """The cells for each of these numbers."""
        if len(self.columns) == 1:
            return [(cell,) for cell in self.columns[0].cells()]
        assert self.codes is not None
        _, firsts = np.unique(self.codes, return_index=True)
        parts = [(column.cells(), column.codes) for column in self.columns]
        return [tuple(cells[codes[first]] for cells, codes in parts) for first in firsts.tolist()]

    @property
    def wide(self) -> bool:
        """Whether each column of figures is a series of its own."""
        values = [item for item in self.guesses if item.role == "value"]
        return len(values) > 1 and not any(item.period for item in values)

    @cached_property
    def ids(self) -> dict[str, str]:
        """The id of each series by its title, in the order of the file; no two titles have the same.

        Raises UnreadableError where there are more than a file may have columns.
        """
        if not (self.wide or self.columns or any(item.series for item in self.guesses)):
            return {self.title: self.indicator or names.slug(self.title)}
        values = (item.column for item in self.guesses if item.role == "value")
        found = names.ids(title for column in values for title in self.of(column))
        most = settings().intake_columns
        if len(found) > most:
            raise UnreadableError("too-many-series", found=f"{len(found):,}", most=f"{most:,}")
        return found

    def of(self, column: str) -> list[str]:
        """The series of a column of figures, one for each number of `codes`, or the only one."""
        said = next(item.series for item in self.guesses if item.column == column)
        own = column if self.wide else said or self.title
        if not self.columns:
            return [own]
        spelt: dict[str, str] = {}
        naming = [names.role_of(item.name) == "indicator" or self._only_named(item) for item in self.columns]
        found = (self._title(cells, naming, own, wide=self.wide or bool(said)) for cells in self._cells)
        return [spelt.setdefault(title.casefold(), title) for title in found]

    def _only_named(self, column: Column) -> bool:
        """Whether a column was said to name the series, which is no breakdown of another then."""
        return any(item.column == column.name and item.confidence == 1.0 for item in self.guesses)

    def _title(self, cells: tuple[str, ...], naming: list[bool], own: str, *, wide: bool) -> str:
        """The title of one series: what names it, or its own column; and of whom it is, unless of everybody."""
        named = list(_filled(cell for cell, names_it in zip(cells, naming, strict=True) if names_it))
        of_whom = _filled(cell for cell, names_it in zip(cells, naming, strict=True) if not names_it)
        parts = [part for part in of_whom if part.casefold() not in EVERYBODY]
        named = [part for part in named if len(named) == 1 or part.casefold() not in _SAYS_NOTHING]
        base = ", ".join([*named, own] if named and wide else named) or own
        return ", ".join([base, *parts])


def _filled(cells: Iterable[str]) -> Iterable[str]:
    """Cells that are not blank, without needless blanks."""
    return filter(None, (" ".join(cell.split()) for cell in cells))
