"""What each column is: guessed from its name and from its cells, with how sure that is and why."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from lis_data.errors import UnknownNameError
from lis_data.intake import names, periods
from lis_data.intake.areas import known_anywhere
from lis_data.intake.choices import ROLES, Choices, Guess
from lis_data.intake.numbers import looks_like_figure
from lis_data.intake.problems import Problems
from lis_data.intake.reading import Column, Table

_SAMPLE = 120
"""Distinct cells of a column that are looked at."""
_STRONG = {"value", "figure", "observation", "obs value", "v4 0"}
"""Names of the one column of figures; others may be one of several."""
_STUCK = re.compile(r"(19|20)\d\d\d")
_SINGLE = ("period", "industry", "indicator", "lower", "upper", "status")


@dataclass(frozen=True)
class _Content:
    """Shares of a column's cells that are areas, periods and figures; `codes` of areas; how many are distinct."""

    areas: float
    codes: float
    periods: float
    figures: float
    distinct: int


def guess(table: Table, choices: Choices, problems: Problems) -> tuple[Guess, ...]:
    """The role of every column; columns of figures that have none are told.

    Raises UnknownNameError for a chosen role or column that does not exist.
    """
    chosen = _checked(table, choices)
    contents = {column.name: _content(column) for column in table.columns}
    years = periods.are_years([column.name for column in table.columns])
    dated = _dated([column.name for column in table.columns], years=years)
    guesses = [_one(column.name, contents[column.name], dated[column.name][0]) for column in table.columns]
    guesses = [replace(item, series=dated[item.column][1]) if item.period else item for item in guesses]
    free = [item for item in guesses if item.column not in chosen]
    taken = {chosen[name] for name in chosen}
    settled = {item.column: item for item in _settled(free, contents, taken)}
    _tell([*settled.values()], contents, problems)
    return tuple(
        _chosen(item.column, chosen[item.column], *dated[item.column])
        if item.column in chosen
        else settled[item.column]
        for item in guesses
    )


def _tell(settled: list[Guess], contents: dict[str, _Content], problems: Problems) -> None:
    """Columns of figures that are not used, and the one column whose name alone says the period, beside other words."""
    for item in settled:
        figures = contents[item.column].figures >= 0.5
        if item.role == "ignore" and figures and names.role_of(item.column) != "ignore":
            problems.add("not-used", column=item.column, why=item.why)
    dated = [item for item in settled if item.period]
    if len(dated) == 1 and dated[0].series:
        (only,) = dated
        problems.add("read-as", column=only.column, value=only.column, meaning=f"'{only.series}' of {only.period}")


def _checked(table: Table, choices: Choices) -> dict[str, str]:
    present = [column.name for column in table.columns]
    for column, role in choices.roles:
        if role not in ROLES:
            raise UnknownNameError("role of a column", role, ROLES)
        if column not in present:
            raise UnknownNameError("column", column, present)
    return dict(choices.roles)


def _content(column: Column) -> _Content:
    cells = [cell for cell in column.cells()[: 2 * _SAMPLE] if cell][:_SAMPLE]
    if not cells:
        return _Content(0, 0, 0, 0, 0)
    many = len(cells)
    return _Content(
        sum(known_anywhere(cell) for cell in cells) / many,
        sum(len(cell) == 9 and cell[1:].isdigit() for cell in cells) / many,
        sum(bool(periods.read(cell).iso) for cell in cells) / many,
        sum(looks_like_figure(cell) for cell in cells) / many,
        len(column.texts),
    )


def _dated(columns: list[str], *, years: bool) -> dict[str, tuple[str, str]]:
    """For each column the period that its name says, and what it says besides.

    A period beside other words counts only where no column is one of periods. A note's number may be stuck to a year
    that stands beside other years: '20181'.
    """
    whole = {name: (periods.read(name, years=years).iso, "") for name in columns}
    if any(names.role_of(name) == "period" for name in columns):
        return whole
    some = any(iso for iso, _ in whole.values())
    stuck = {name: name[:4] if some and _STUCK.fullmatch(name) else name for name in columns}
    return {name: periods.within(stuck[name], years=years) for name in columns}


def _chosen(name: str, role: str, period: str, series: str) -> Guess:
    values = (period, series) if role == "value" else ("", "")
    return Guess(name, role, 1.0, "you chose it", *values)


def _one(name: str, content: _Content, period: str) -> Guess:
    """The likeliest role of a column by itself; `period` is the one that its name says."""
    if period and content.figures >= 0.5:
        return Guess(name, "value", 0.95, "its name is a period and its cells are figures", period)
    named = names.role_of(name)
    if named and _agrees(named, content):
        return Guess(name, named, 0.95, "its name says so and its cells agree")
    if content.areas >= 0.5 or content.codes >= 0.5:
        share = max(content.areas, content.codes)
        return Guess(name, "area", round(0.8 * share, 2), f"{share:.0%} of its cells are areas")
    if content.periods >= 0.8:
        return Guess(name, "period", round(0.8 * content.periods, 2), f"{content.periods:.0%} of its cells are periods")
    if content.figures >= 0.6:
        return Guess(name, "value", round(0.8 * content.figures, 2), f"{content.figures:.0%} of its cells are figures")
    if named in ("area", "period", "value") and content.distinct:
        return Guess(name, named, 0.4, "its name says so, but few of its cells agree")
    return Guess(name, "ignore", 0.5, "neither its name nor its cells say what it is")


def _agrees(role: str, content: _Content) -> bool:
    """Whether the cells can be what the name says."""
    return {
        "area": content.areas >= 0.3 or content.codes >= 0.5 or (content.figures < 0.3 and content.distinct > 0),
        "period": content.periods >= 0.5,
        "value": content.figures >= 0.5,
        "lower": content.figures >= 0.5,
        "upper": content.figures >= 0.5,
    }.get(role, True)


def _settled(free: list[Guess], contents: dict[str, _Content], taken: set[str]) -> list[Guess]:
    """Columns that compete for one role: one has it, the others are set aside."""
    free = _one_area(free, contents, taken)
    free = _values(free, taken)
    for role in _SINGLE:
        free = _first_only(free, role, taken)
    if sum(item.role == "value" for item in free) > 1:
        free = [
            _aside(item, "there are several columns of figures") if item.role in ("lower", "upper") else item
            for item in free
        ]
    return free


def _one_area(free: list[Guess], contents: dict[str, _Content], taken: set[str]) -> list[Guess]:
    """Codes before names, the finest level first; names beside codes are kept to compare with."""
    rivals = [item for item in free if item.role == "area"]
    if not rivals:
        return free
    finest = max(contents[item.column].distinct for item in rivals)
    fine = [item for item in rivals if contents[item.column].distinct >= 0.5 * finest]

    def rank(item: Guess) -> tuple[bool, bool, bool, float]:
        content, named = contents[item.column], names.role_of(item.column) == "area"
        return content.areas >= 0.3 or content.codes >= 0.5, content.codes >= 0.5, named, content.areas

    best = None if "area" in taken else max(fine, key=rank)
    return [_area_role(item, best, fine) if item.role == "area" else item for item in free]


def _area_role(item: Guess, best: Guess | None, fine: list[Guess]) -> Guess:
    if item is best:
        return item
    if best is not None and item is next((other for other in fine if other is not best), None):
        return Guess(item.column, "area_name", 0.8, f"it names the areas of '{best.column}'")
    return _aside(item, "another column has the areas")


def _values(free: list[Guess], taken: set[str]) -> list[Guess]:
    """Years as names make one wide table; a column called 'value' is the only one; else all are indicators."""
    if "value" in taken:
        return [_aside(item, "you chose the figures") if item.role == "value" else item for item in free]
    strong = [item for item in free if item.role == "value" and names.plain(item.column) in _STRONG]
    dated = [item for item in free if item.role == "value" and item.period]
    keep = strong[:1] or dated
    if not keep:
        return free
    why = "another column is called so" if strong else "other columns are of a year"
    return [_aside(item, why) if item.role == "value" and item not in keep else item for item in free]


def _first_only(free: list[Guess], role: str, taken: set[str]) -> list[Guess]:
    rivals = sorted(
        (item for item in free if item.role == role), key=lambda item: (-item.confidence, names.is_code(item.column))
    )
    keep = [] if role in taken else rivals[:1]
    return [
        _aside(item, f"another column has the {role}") if item in rivals and item not in keep else item for item in free
    ]


def _aside(item: Guess, why: str) -> Guess:
    return replace(item, role="ignore", confidence=0.6, why=why, period="", series="")
