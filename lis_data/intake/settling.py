"""Columns that compete for one role: one has it, the others are set aside."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from lis_data.intake import names
from lis_data.intake.choices import Guess
from lis_data.intake.contents import Content

_STRONG = {"value", "figure", "observation", "obs value", "v4 0", "v4 1", "v4 2", "v4 3"}
"""Names of the one column of figures; others may be one of several."""
_SINGLE = ("period", "industry", "lower", "upper", "unit")
_Contents = dict[str, Content]


def settled(free: list[Guess], contents: _Contents, taken: set[str]) -> list[Guess]:
    """The guesses with one column for each role that only one can have; `taken` are roles that were chosen."""
    free = _one_area(free, contents, taken)
    free = _values(free, taken)
    for role in _SINGLE:
        free = _first_only(free, role, contents, taken)
    free = _indicators(free, contents)
    for role in ("status", "margin"):
        free = _behind_values(free, role, taken)
    if sum(item.role == "value" for item in free) > 1:
        free = [aside(item, "there are several columns of figures") if _is_loose_bound(item) else item for item in free]
    return free


def _is_loose_bound(item: Guess) -> bool:
    """Whether a column of bounds does not say of which year they are."""
    return item.role in ("lower", "upper") and not item.period


def aside(item: Guess, why: str) -> Guess:
    """The column without a role."""
    return replace(item, role="ignore", confidence=0.6, why=why, period="", series="", status="")


def _one_area(free: list[Guess], contents: _Contents, taken: set[str]) -> list[Guess]:
    """One column of areas: codes before names, the finest level first; names of the codes stay, to compare with."""
    rivals = [item for item in free if item.role == "area"]
    if not rivals:
        return free
    finest = max(contents[item.column].distinct for item in rivals)
    fine = [item for item in rivals if contents[item.column].distinct >= 0.5 * finest]
    fine = [item for item in fine if contents[item.column].areas >= 0.3 or contents[item.column].codes >= 0.5] or fine

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
    return aside(item, "another column has the areas")


def _values(free: list[Guess], taken: set[str]) -> list[Guess]:
    """The columns of figures.

    A column called 'value' is the only one; years as names make one wide table, in which columns without a year are set
    aside where they are fewer; else all are indicators.
    """
    if "value" in taken:
        return [aside(item, "you chose the figures") if item.role == "value" else item for item in free]
    values = [item for item in free if item.role == "value"]
    strong = [item for item in values if names.plain(item.column) in _STRONG]
    dated = [item for item in values if item.period]
    wide = len(dated) > 1 and 2 * len(dated) >= len(values)
    keep = strong[:1] or (dated if wide else [])
    if not keep:
        return free
    why = "another column is called so" if strong else "other columns are of a year"
    return [aside(item, why) if item.role == "value" and item not in keep else item for item in free]


def _first_only(free: list[Guess], role: str, contents: _Contents, taken: set[str]) -> list[Guess]:
    """The surest, of those the one with most different cells, of those the one that is not called a code."""

    def rank(item: Guess) -> tuple[float, int, bool, bool]:
        codes = names.is_code(item.column) or names.has_column_of_names(item.column, contents)
        distinct = contents[item.column].distinct if role == "period" else 0
        wanted = not names.is_code(item.column) if role == "industry" else codes
        return -item.confidence, -distinct, wanted, codes

    rivals = sorted((item for item in free if item.role == role and not item.period), key=rank)
    keep = [] if role in taken else rivals[:1]
    return [
        aside(item, f"another column has the {role}") if item in rivals and item not in keep else item for item in free
    ]


def _indicators(free: list[Guess], contents: _Contents) -> list[Guess]:
    """Columns that name the series together; codes of what another names are set aside."""
    rivals = [item for item in free if item.role == "indicator"]
    coded = [item for item in rivals if names.is_code(item.column) or names.has_column_of_names(item.column, contents)]
    drop = coded if len(coded) < len(rivals) else coded[1:]
    return [aside(item, "another column names the series") if item in drop else item for item in free]


def _behind_values(free: list[Guess], role: str, taken: set[str]) -> list[Guess]:
    """A column of this role behind each of several columns of figures is of that one; else the first is of all."""
    found = [item for item in free if item.role == role]
    if role in taken:
        return [aside(item, f"another column has the {role}") if item in found else item for item in free]
    keep = list(_behind(free, role)) if sum(item.role == "value" for item in free) > 1 else []
    keep = keep if len(keep) > 1 or (found and keep == found) else found[:1]
    return [
        aside(item, f"another column has the {role}") if item in found and item not in keep else item for item in free
    ]


def _behind(free: list[Guess], role: str) -> Iterable[Guess]:
    """The first of this role between each column of figures and the next."""
    open_ = False
    for item in free:
        if item.role == role and open_:
            yield item
        open_ = item.role == "value" or (open_ and item.role != role)
