"""A table and what its columns are, as a draft of observations: long, or wide with a column a year or indicator."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

import numpy as np

from lis_data.errors import UnreadableError
from lis_data.intake import figures, marks, names, periods
from lis_data.intake.choices import Choices, Guess
from lis_data.intake.draft import Draft, Numbers, joined, numbered
from lis_data.intake.figures import STATUSES
from lis_data.intake.industries import known_industries
from lis_data.intake.places import Placed
from lis_data.intake.problems import Problems
from lis_data.intake.reading import Column, Mask, Table
from lis_data.model import TOTAL
from lis_data.settings import settings

_WHOLE = {"", "total", "all", "all industries", "all sectors", "total all industries", "_t", "whole economy"}
_NO_PERIOD = ""


@dataclass(frozen=True)
class Coded:
    """Per row a number into `names`; `bad` marks rows whose cell is none."""

    codes: Numbers
    names: list[str]
    bad: Mask

    def where(self, keep: Mask) -> Coded:
        """The same for some of the rows."""
        return Coded(self.codes[keep], self.names, self.bad[keep])


@dataclass(frozen=True)
class Assembly:
    """A table with its roles, its areas and the mark of its decimals: all that a draft is made from."""

    guesses: tuple[Guess, ...]
    placed: Placed
    choices: Choices
    title: str
    mark: str
    problems: Problems

    @property
    def table(self) -> Table:
        """The rows that hold figures."""
        return self.placed.table

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
        blocks, units, told = [], {}, figures.Marks()
        for title, part, rows in self._parts():
            for column in part.of_role("value"):
                read = figures.read(column, self.mark)
                blocks.append(part._block(column, read, period.where(rows), industry.where(rows)))
                units[title or column.name] = read.unit
                figures.Telling(column, read, part.table.rows, self.problems).marks(told)
        told.tell(self.problems)
        return joined(blocks), units

    def _parts(self) -> Iterator[tuple[str, Assembly, Mask]]:
        """The table whole; or, where one column has figures in several units, the rows of each series by themselves."""
        found, values = self.of_role("indicator"), self.of_role("value")
        every = np.ones(len(self.table.rows), dtype=bool)
        if not found or len(values) > 1 or not figures.mixed(values[0], self.mark):
            yield "", self, every
            return
        titles, codes = self._titles(values[0]), found[0].codes
        for title in dict.fromkeys(titles):
            rows = np.array([other == title for other in titles], dtype=bool)[codes]
            if rows.any():
                yield title, replace(self, placed=self.placed.where(rows)), rows

    def _block(self, column: Column, read: figures.Figures, period: Coded, industry: Coded) -> Draft:
        """The draft of one column of figures, as they were read."""
        many = len(self.table.rows)
        own = next(item.period for item in self.guesses if item.column == column.name)
        when = _constant(own, many) if own else period
        what = self._indicators(column)
        draft = Draft(
            rows=self.table.rows,
            columns=np.full(many, column.name, dtype=object),
            indicators=what.codes,
            areas=self.placed.codes,
            periods=when.codes,
            industries=industry.codes,
            values=read.values[column.codes],
            lower=np.full(many, np.nan),
            upper=np.full(many, np.nan),
            statuses=read.statuses[column.codes],
            faults=self.placed.faults.copy(),
            indicator_names=what.names,
            places=self.placed.places,
            period_names=when.names,
            industry_names=industry.names,
        )
        self._faults(draft, column, read)
        draft.fault(when.bad, "not-a-period")
        self._bounds(draft)
        self._statuses(draft)
        return draft

    def _faults(self, draft: Draft, column: Column, read: figures.Figures) -> None:
        """Keep out what is no figure in a column; tell it."""
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
        years = periods.are_years(cells)
        readings = periods.of_first_days([periods.read(cell, years=years) for cell in cells], column.name)
        self._tell_periods(column, readings)
        codes, different = numbered([reading.iso for reading in readings])
        bad = column.among([not reading.iso for reading in readings])
        return Coded(codes[column.codes], different, bad)

    def _tell_periods(self, column: Column, readings: list[periods.Reading]) -> None:
        today = date.today()
        for place, row, rows in self.table.distinct(column):
            reading, text = readings[place], column.texts[place].as_py()
            where = {"row": row, "column": column.name, "value": text, "rows": rows}
            if not reading.iso:
                self.problems.add("not-a-period", **where, why=reading.why)
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
        texts = [TOTAL if cell.lower() in _WHOLE else cell for cell in column.cells()]
        for place, row, rows in self.table.distinct(column):
            if texts[place] not in known:
                self.problems.add("unknown-industry", row=row, column=column.name, value=texts[place], rows=rows)
        codes, different = numbered(texts)
        return Coded(codes[column.codes], different, np.zeros(len(column.codes), dtype=bool))

    @cached_property
    def ids(self) -> dict[str, str]:
        """The id of each series by its title, in the order of the file; no two titles have the same."""
        if self._wide or self.of_role("indicator") or any(item.series for item in self.guesses):
            return self._several()
        return {self.title: self.choices.indicator or names.slug(self.title)}

    def _several(self) -> dict[str, str]:
        """The ids of several series. Raises UnreadableError where there are more than a file may have columns."""
        found = names.ids(title for column in self.of_role("value") for title in self._titles(column))
        most = settings().intake_columns
        if len(found) > most:
            raise UnreadableError("too-many-series", found=f"{len(found):,}", most=f"{most:,}")
        return found

    @property
    def _wide(self) -> bool:
        """Whether each column of figures is a series of its own."""
        values = [item for item in self.guesses if item.role == "value"]
        return len(values) > 1 and not any(item.period for item in values)

    def _titles(self, column: Column) -> list[str]:
        """The series of a column of figures, one for each cell of a column of indicators if there is one."""
        said = next(item.series for item in self.guesses if item.column == column.name)
        own = column.name if self._wide else said or self.title
        found = self.of_role("indicator")
        if not found:
            return [own]
        spelt: dict[str, str] = {}
        cells = [" ".join(cell.split()) or own for cell in found[0].cells()]
        cells = [spelt.setdefault(cell.casefold(), cell) for cell in cells]
        return [f"{cell}, {own}" for cell in cells] if self._wide or said else cells

    def _indicators(self, column: Column) -> Coded:
        """The id of each row's series: of a column of indicators, of this column's name, or of the title."""
        many, found = len(self.table.rows), self.of_role("indicator")
        codes, different = numbered([self.ids[title] for title in self._titles(column)])
        rows = codes[found[0].codes] if found else np.zeros(many, dtype=np.int32)
        return Coded(rows, different, np.zeros(many, dtype=bool))

    def _bounds(self, draft: Draft) -> None:
        """Lower and upper bounds, where one column of figures has them."""
        for role in ("lower", "upper"):
            for column in self.of_role(role) if len(self.of_role("value")) == 1 else []:
                read = figures.read(column, self.mark)
                setattr(draft, role, read.values[column.codes])
                self._faults(draft, column, read)

    def _statuses(self, draft: Draft) -> None:
        """What a status column says, where the cell does not say more."""
        found = self.of_role("status")
        if not found:
            return
        column = found[0]
        stated = [marks.status(cell) for cell in column.cells()]
        codes = np.array([-1 if status is None else STATUSES.index(status.value) for status in stated], dtype=np.int8)
        said = codes[column.codes]
        without = np.isnan(draft.values)
        empty_status = said <= STATUSES.index("C")
        self._tell_statuses(column, stated)
        draft.fault(said < 0, "not-a-status")
        self._tell_contradictions(draft, ~without & empty_status & (said >= 0), said)
        draft.fault(~without & empty_status, "status-and-value")
        takes = np.where(without, empty_status & (said >= 0), said != STATUSES.index("A")) & draft.good
        draft.statuses[takes] = said[takes]

    def _tell_statuses(self, column: Column, stated: list[marks.Status | None]) -> None:
        for place, row, rows in self.table.distinct(column):
            if stated[place] is None:
                text = column.texts[place].as_py()
                self.problems.add("not-a-status", row=row, column=column.name, value=text, rows=rows)

    def _tell_contradictions(self, draft: Draft, where: Mask, said: figures.Small) -> None:
        places = np.flatnonzero(where & draft.good)
        for place in places[: settings().intake_problems].tolist():
            row, column = int(draft.rows[place]), str(draft.columns[place])
            value, status = f"{draft.values[place]:g}", STATUSES[int(said[place])]
            self.problems.add("status-and-value", row=row, column=column, value=value, status=status)
        rest = max(len(places) - settings().intake_problems, 0)
        self.problems.more("status-and-value", found=rest, rows=rest)


def _constant(text: str, many: int) -> Coded:
    return Coded(np.zeros(many, dtype=np.int32), [text], np.full(many, text == _NO_PERIOD))
