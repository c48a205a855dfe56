"""What each column is: guessed from its name and from its cells, with how sure that is and why."""

from __future__ import annotations

from dataclasses import dataclass, replace

from lis_data.errors import UnknownNameError
from lis_data.intake import contents, named_periods, names, repeated_names
from lis_data.intake.choices import ROLES, Choices, Guess
from lis_data.intake.contents import Content
from lis_data.intake.named_periods import Dated
from lis_data.intake.problems import Problems
from lis_data.intake.reading import Table
from lis_data.intake.settling import settled

_ESTIMATE = {"estimate", "point estimate", "value", "figure", "observation"}
"""What a name says besides a period that names no series: 'Estimate, 2017' beside 'Lower CI, 2017'."""
_ROW_NUMBERS = {"index", "id", "row", "no", "n", "x", "x1", "nr", "line", "unnamed 0", "serial", "s no", "sr no", "ref"}


@dataclass(frozen=True)
class _Facts:
    """What the columns of a table say together, by their names."""

    contents: dict[str, Content]
    dated: dict[str, Dated]
    bases: dict[str, str]
    with_period: bool


def guess(table: Table, bases: dict[str, str], choices: Choices, problems: Problems) -> tuple[Guess, ...]:
    """The role of every column; columns of figures without one are reported.

    `bases` has the name of each column in the file, where several may have one. Raises UnknownNameError for a chosen
    role or column that does not exist.
    """
    chosen = _checked(table, choices)
    facts = _facts(table, bases, choices)
    guesses = [_dated(_one(column.name, facts), facts) for column in table.columns]
    guesses = _flags(guesses, facts)
    guesses = repeated_names.without_repeated(guesses, table, bases, facts.contents, chosen, problems)
    free = [item for item in guesses if item.column not in chosen]
    taken = {chosen[name] for name in chosen}
    found = {item.column: item for item in settled(free, facts.contents, taken)}
    _tell([*found.values()], facts, problems)
    return tuple(
        _chosen(item.column, chosen[item.column], facts.dated[item.column])
        if item.column in chosen
        else found[item.column]
        for item in guesses
    )


def _facts(table: Table, bases: dict[str, str], choices: Choices) -> _Facts:
    found = {column.name: contents.of(column) for column in table.columns}
    dated = named_periods.of([column.name for column in table.columns], answer=choices.years)
    named = any(names.role_of(name) == "period" and content.periods >= 0.5 for name, content in found.items())
    return _Facts(found, dated, bases, named or any(item.iso for item in dated.values()))


def _checked(table: Table, choices: Choices) -> dict[str, str]:
    present = [column.name for column in table.columns]
    for column, role in choices.roles:
        if role not in ROLES:
            raise UnknownNameError("role of a column", role, ROLES, answer="roles")
        if column not in present:
            raise UnknownNameError("column", column, present, answer="roles")
    return dict(choices.roles)


def _tell(found: list[Guess], facts: _Facts, problems: Problems) -> None:
    """Columns of figures that are not used, and what names say of periods where it is not plain."""
    for item in found:
        content, dated = facts.contents[item.column], facts.dated[item.column]
        if item.role == "ignore" and content.figures >= 0.5 and content.real and item.confidence < 1:
            problems.add("not-used", column=item.column, why=item.why)
        if item.role == "value" and item.period and dated.open:
            problems.add("open-period", column=item.column, value=item.column, why=f"it may be {dated.open}")
        elif item.role == "value" and item.period and dated.meaning:
            problems.add("read-as", column=item.column, value=item.column, meaning=dated.meaning)
    several = [item for item in found if item.period]
    if len(several) == 1 and several[0].series and not facts.dated[several[0].column].meaning:
        (only,) = several
        problems.add("read-as", column=only.column, value=only.column, meaning=f"'{only.series}' of {only.period}")


def _chosen(name: str, role: str, dated: Dated) -> Guess:
    values = (dated.iso, dated.series, dated.status) if role == "value" else ("", "", "")
    return Guess(name, role, 1.0, "you chose it", *values)


def _dated(item: Guess, facts: _Facts) -> Guess:
    """With the period, the rest and the flag that its name says, if it has figures of one period."""
    dated = facts.dated[item.column]
    if not item.period:
        return item
    bound = names.role_of(dated.series)
    role, series = (
        (bound if bound in ("lower", "upper") else "value"),
        ("" if names.plain(dated.series) in _ESTIMATE else dated.series),
    )
    series = series if role == "value" else ""
    return replace(item, role=role, series=series, status=dated.status, doubtful=bool(dated.open))


def _one(name: str, facts: _Facts) -> Guess:
    """The likeliest role of a column by itself."""
    content, period = facts.contents[name], facts.dated[name].iso
    if aside := _no_figures(name, content, facts):
        return Guess(name, "ignore", 0.8, aside)
    if period and content.close >= 0.5:
        return Guess(name, "value", 0.95, "its name is a period and its cells are figures", period)
    named = names.role_of(facts.bases.get(name) or name)
    if named == "ignore":
        return Guess(name, named, 0.95, "its name says that it has no figures to compare")
    if named and _agrees(named, name, content):
        return Guess(name, named, 0.95, "its name says so and its cells agree")
    if content.areas >= 0.5 or content.codes >= 0.5:
        share = max(content.areas, content.codes)
        return Guess(name, "area", round(0.8 * share, 2), f"{share:.0%} of its cells are areas")
    if content.periods >= 0.8 and not _mere_digits(content, facts):
        return Guess(name, "period", round(0.8 * content.periods, 2), f"{content.periods:.0%} of its cells are periods")
    if max(content.figures, content.close) >= 0.6 and content.real:
        share = max(content.figures, content.close)
        return Guess(name, "value", round(0.8 * share, 2), f"{share:.0%} of its cells are figures")
    if named in ("area", "period", "value") and content.distinct:
        return Guess(name, named, 0.4, "its name says so, but few of its cells agree")
    return Guess(name, "ignore", 0.5, "neither its name nor its cells say what it is")


def _no_figures(name: str, content: Content, facts: _Facts) -> str:
    """Why a column of numbers has no figures: it numbers the rows, or has codes; blank where it may have some."""
    words = names.plain(name)
    nameless = not facts.bases.get(name, name)
    if content.serial and (nameless or words in _ROW_NUMBERS):
        return "it numbers the rows"
    if content.digits < 0.8 or content.codes >= 0.5:
        return ""
    if names.has_column_of_names(name, facts.contents) and names.role_of(name) not in ("industry", "value"):
        return "another column has the names of its codes"
    if names.is_code(name) and names.role_of(name) not in ("industry", "period"):
        return "its name says that it has codes"
    return ""


def _mere_digits(content: Content, facts: _Facts) -> bool:
    """Whether years by their digits may as well be counts: another column has periods, or hardly any value repeats."""
    return content.digits >= 0.8 and (facts.with_period or (content.repeats < 1.5 and content.distinct > 2))


def _agrees(role: str, name: str, content: Content) -> bool:
    """Whether the cells can be what the name says."""
    return {
        "area": content.areas >= 0.3 or content.codes >= 0.5 or (content.figures < 0.3 and content.distinct > 0),
        "period": content.periods >= 0.5,
        "value": content.close >= 0.5 and content.distinct > 0,
        "lower": content.figures >= 0.5,
        "upper": content.figures >= 0.5,
        "status": not content.real and (content.flags >= 0.8 or names.is_status(name) or not content.distinct),
        "margin": content.figures >= 0.5,
        "indicator": content.figures < 0.9,
        "unit": not content.real,
    }.get(role, True)


def _flags(guesses: list[Guess], facts: _Facts) -> list[Guess]:
    """Nameless columns of signs behind columns of figures are flags of those."""
    found, behind = [], False
    for item in guesses:
        content = facts.contents[item.column]
        nameless = not facts.bases.get(item.column, item.column)
        if behind and nameless and content.marks >= 0.8 and not content.real:
            item = Guess(item.column, "status", 0.7, "it has signs behind a column of figures")
        behind = item.role == "value" and not (nameless and content.figures == 0)
        found.append(item)
    return found
