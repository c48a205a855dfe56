"""A table and what its columns are, as a draft of observations: long, or wide with a column a year or indicator."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

import numpy as np

from lis_data.errors import UnreadableError
from lis_data.intake import figures, names, periods, runs, statuses, units
from lis_data.intake.choices import Choices, Guess
from lis_data.intake.draft import Draft, Numbers, joined, numbered
from lis_data.intake.figures import STATUSES
from lis_data.intake.industries import known_industries
from lis_data.intake.locating import Located
from lis_data.intake.problems import Problems
from lis_data.intake.reading import Column, Mask, Table
from lis_data.intake.titles import Titles
from lis_data.model import TOTAL
from lis_data.settings import settings

_ALL_INDUSTRIES = {"", "total", "all", "all industries", "all sectors", "total all industries", "_t", "whole economy"}
_NO_PERIOD = ""


@dataclass(frozen=True)
class Coded:
    """Per row a number into `names`; `bad` marks rows whose cell is none; `flags` has the number of the status that it
    says of the row's figures, -1 where it says none."""

    codes: Numbers
    names: list[str]
    bad: Mask
    flags: figures.Small | None = None

    def where(self, keep: Mask) -> Coded:
        """The same for some of the rows."""
        flags = None if self.flags is None else self.flags[keep]
        return Coded(self.codes[keep], self.names, self.bad[keep], flags)


@dataclass(frozen=True)
class Assembly:
    """A table with its roles, its areas and the mark of its decimals: all that a draft is made from."""

    guesses: tuple[Guess, ...]
    located: Located
    choices: Choices
    title: str
    mark: str
    problems: Problems
    preamble: tuple[str, ...] = ()

    @property
    def table(self) -> Table:
        """The rows that hold figures."""
        return self.located.table

    def of_role(self, role: str) -> list[Column]:
        """The columns that have a role."""
        return [self.table.column(item.column) for item in self.guesses if item.role == role]

    def draft(self) -> tuple[Draft, dict[str, str]]:
        """Every figure of the table with its keys, and the unit of each column of figures."""
        columns = self.of_role("value")
        most, found = settings().intake_rows, len(columns) * len(self.table.rows)
        if found > most:
            raise UnreadableError("too-many-rows", found=f"{found:,}", what="figures", most=f"{most:,}")
        period, industry = self._periods(), self._industries()
        blocks, found_units, gathered = [], {}, figures.Marks()
        for title, part, rows in self._parts():
            for column in part.of_role("value"):
                read = figures.read(column, self.mark, self.choices)
                blocks.append(part._block(column, read, period.where(rows), industry.where(rows)))
                found_units[title or column.name] = read.unit
                for own in part.titles.of(column.name) if len(self.ids) > 1 else ():
                    found_units[own] = found_units.get(own) or read.unit or names.unit_in(column.name)
                figures.Telling(column, read, part.table.rows, self.problems).marks(gathered)
        gathered.tell(self.problems)
        draft = joined(blocks)
        return draft, found_units | self._of_unit_column(draft)

    def _of_unit_column(self, draft: Draft) -> dict[str, str]:
        """The unit of each series from a column of units; figures in another unit than their series are left out."""
        found = self.of_role("unit") or [
            column for column in self.of_role("indicator") if names.role_of(column.name) == "unit"
        ]
        if not found:
            return {}
        own = units.of_series(draft, found[0], self.table, self.problems)
        by_id = dict(enumerate(draft.indicator_names))
        titles = {key: title for title, key in self.ids.items()}
        return {titles[by_id[number]]: unit for number, unit in own.items()}

    def _parts(self) -> Iterator[tuple[str, Assembly, Mask]]:
        """The full table; or, where one column has figures in several units, the rows of each series by themselves."""
        values, naming = self.of_role("value"), self.titles.codes
        every = np.ones(len(self.table.rows), dtype=bool)
        if naming is None or len(values) > 1 or not figures.mixed(values[0], self.mark):
            yield "", self, every
            return
        titles = self.titles.of(values[0].name)
        for title in dict.fromkeys(titles):
            rows = np.array([other == title for other in titles], dtype=bool)[naming]
            if rows.any():
                yield title, replace(self, located=self.located.where(rows)), rows

    def _block(self, column: Column, read: figures.Figures, period: Coded, industry: Coded) -> Draft:
        """The draft of one column of figures, as they were read."""
        many = len(self.table.rows)
        own = next(item for item in self.guesses if item.column == column.name)
        when = _constant(own.period, many) if own.period else period
        what = self._indicators(column)
        draft = Draft(
            rows=self.table.rows,
            columns=np.full(many, column.name, dtype=object),
            indicators=what.codes,
            areas=self.located.codes,
            periods=when.codes,
            industries=industry.codes,
            values=read.values[column.codes],
            lower=np.full(many, np.nan),
            upper=np.full(many, np.nan),
            statuses=read.statuses[column.codes],
            faults=self.located.faults.copy(),
            indicator_names=what.names,
            area_keys=self.located.area_keys,
            period_names=when.names,
            industry_names=industry.names,
        )
        self._qualify(draft, column, read, own, when)
        return draft

    def _qualify(self, draft: Draft, column: Column, read: figures.Figures, own: Guess, when: Coded) -> None:
        """Give the figures of a column their faults, bounds and statuses."""
        self._faults(draft, column, read)
        draft.fault(when.bad, "not-a-period")
        if own.doubtful:
            draft.fault(draft.good, "open-period")
        self._bounds(draft, own)
        self._margins(draft, own)
        flags = np.full(len(draft.rows), STATUSES.index(own.status) if own.status else -1, dtype=np.int8)
        self._statuses(draft, column, flags if when.flags is None else when.flags)

    def _faults(self, draft: Draft, column: Column, read: figures.Figures) -> None:
        """Report cells that are no figures and leave them out."""
        figures.Telling(column, read, self.table.rows, self.problems).faults(self.mark)
        for kind in read.kinds():
            draft.fault(read.faulty(kind)[column.codes], kind)

    def _periods(self) -> Coded:
        """The period of each row: of its column, or the one chosen or found for all."""
        many = len(self.table.rows)
        found = self.of_role("period")
        if not found:
            return _constant(periods.read(self.choices.period).iso if self.choices.period else _NO_PERIOD, many)
        column, cells = found[0], found[0].cells()
        around = [self.title, *self.preamble, *(item.column for item in self.guesses if item.column != column.name)]
        readings = runs.of_column(cells, column.name, answer=self.choices.years, around=around)
        self._tell_periods(column, readings)
        codes, different = numbered([reading.iso for reading in readings])
        bad = column.among([not reading.iso for reading in readings])
        said = [STATUSES.index(reading.status) if reading.status else -1 for reading in readings]
        return Coded(codes[column.codes], different, bad, np.array(said, dtype=np.int8)[column.codes])

    def _tell_periods(self, column: Column, readings: list[periods.Reading]) -> None:
        today = date.today()
        for index, row, rows in self.table.distinct(column):
            reading, text = readings[index], column.texts[index].as_py()
            where = {"row": row, "column": column.name, "value": text, "rows": rows}
            if not reading.iso:
                self.problems.add("open-period" if reading.open else "not-a-period", **where, why=reading.why)
                continue
            if reading.meaning:
                self.problems.add("read-as", **where, meaning=reading.meaning)
            if periods.in_future(reading.iso, today):
                self.problems.add("future", **where)

    def _industries(self) -> Coded:
        """The industry of each row; the total where the file has none."""
        found = self.of_role("industry")
        if not found:
            return _constant(TOTAL, len(self.table.rows))
        column, known = found[0], known_industries()
        texts = [TOTAL if cell.lower() in _ALL_INDUSTRIES else _code_in(cell, known) for cell in column.cells()]
        for index, row, rows in self.table.distinct(column):
            if texts[index] not in known:
                self.problems.add("unknown-industry", row=row, column=column.name, value=texts[index], rows=rows)
        codes, different = numbered(texts)
        return Coded(codes[column.codes], different, np.zeros(len(column.codes), dtype=bool))

    @cached_property
    def titles(self) -> Titles:
        """The series of the table."""
        return Titles(self.guesses, tuple(self.of_role("indicator")), self.title, self.choices.indicator)

    @property
    def ids(self) -> dict[str, str]:
        """The id of each series by its title."""
        return self.titles.ids

    def _indicators(self, column: Column) -> Coded:
        """The id of each row's series."""
        many, naming = len(self.table.rows), self.titles.codes
        codes, different = numbered([self.ids[title] for title in self.titles.of(column.name)])
        rows = np.zeros(many, dtype=np.int32) if naming is None else codes[naming]
        return Coded(rows, different, np.zeros(many, dtype=bool))

    def _bounds(self, draft: Draft, own: Guess) -> None:
        """Lower and upper bounds of a column of figures: the only one, or the only one of its period."""
        rivals = [item for item in self.guesses if item.role == "value" and item.period == own.period]
        for role in ("lower", "upper"):
            for item in self.guesses if len(rivals) == 1 else ():
                if item.role == role and item.period == own.period:
                    column = self.table.column(item.column)
                    read = figures.read(column, self.mark, self.choices)
                    setattr(draft, role, read.values[column.codes])
                    self._faults(draft, column, read)

    def _margins(self, draft: Draft, own: Guess) -> None:
        """Bounds from a column with the half of the interval's width."""
        for name in statuses.columns_of(own.column, self.guesses, "margin"):
            column = self.table.column(name)
            read = figures.read(column, self.mark, self.choices)
            half = np.abs(read.values[column.codes])
            if np.isnan(draft.lower).all() and np.isnan(draft.upper).all():
                draft.lower, draft.upper = draft.values - half, draft.values + half
            self._faults(draft, column, read)

    def _statuses(self, draft: Draft, column: Column, flags: figures.Small) -> None:
        """What columns of flags say of a column of figures; `flags` has what the row's period says of it."""
        for name in statuses.columns_of(column.name, self.guesses):
            statuses.take(draft, self.table.column(name), self.table, self.located.texts.footnotes, self.problems)
        takes = (flags >= 0) & (draft.statuses == STATUSES.index("A"))
        draft.statuses[takes] = flags[takes]


def _code_in(cell: str, known: frozenset[str]) -> str:
    """The code before a title, 'C' of 'C : Manufacturing'; else the cell as it is."""
    code = re.match(r"([A-Z]|\d{2,5})\s*[:–-]\s*\D", cell)
    return code[1] if code and code[1] in known else cell


def _constant(text: str, many: int) -> Coded:
    return Coded(np.zeros(many, dtype=np.int32), [text], np.full(many, text == _NO_PERIOD))
