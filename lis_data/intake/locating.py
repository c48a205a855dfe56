"""The area of each row of figures."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, replace

import numpy as np

from geo.areas import GEOGRAPHIES
from lis_data.errors import UnreadableError
from lis_data.intake import texts
from lis_data.intake.areas import ACCEPTED, COUNTED, Area, choose_geography, known_anywhere, resolve
from lis_data.intake.choices import Choices, Guess
from lis_data.intake.draft import FAULTS, AreaKey, Numbers, numbered
from lis_data.intake.figures import Small
from lis_data.intake.problems import Problems
from lis_data.intake.reading import Column, Mask, Table
from lis_data.intake.texts import Texts
from lis_data.wording import count

_FAULTS = {
    "unmatched": "unmatched-area",
    "doubtful": "doubtful-area",
    "ambiguous": "ambiguous-area",
    "split": "split-area",
    "total": "total",
    "left-out": "left-out",
    "blank": "no-area",
    "elsewhere": "other-areas",
}
_NAMED = 4
"""As many areas of another level are named."""
_NOTICES = {"near": "near-area", "carried": "old-code", "other-level": "other-level"}
_NO_AREA: AreaKey = ("", "")


@dataclass(frozen=True)
class Located:
    """The rows of figures with their areas: per row an index into `area_keys`, and its area's fault (index into
    FAULTS).

    `areas` has each distinct cell of `column` with its decision; `texts` has the rows without figures.
    """

    table: Table
    codes: Numbers
    faults: Small
    area_keys: list[AreaKey]
    areas: tuple[Area, ...]
    column: str
    geography: str
    texts: Texts

    def where(self, keep: Mask) -> Located:
        """The same for some of the rows."""
        return replace(self, table=self.table.where(keep), codes=self.codes[keep], faults=self.faults[keep])


def locate(
    table: Table, guesses: tuple[Guess, ...], choices: Choices, notes: tuple[str, ...], problems: Problems
) -> Located:
    """Every row with its area; `notes` are lines between tables that stood below each other.

    Raises UnreadableError where no column has areas or figures.
    """
    roles = {item.column: item.role for item in guesses}
    _check_roles(roles)
    columns = [column for column in table.columns if roles[column.name] in ("area", "area_name")]
    columns.sort(key=lambda column: roles[column.name])
    geography = choose_geography(columns[0].cells(), choices)
    resolved = [resolve(column.cells(), geography, choices) for column in columns]
    codes, areas = _together(columns, resolved)
    apart = texts.apart(table, roles, np.asarray([_is_text(area) for area in areas])[codes], problems)
    apart = replace(apart, footnotes=(*apart.footnotes, *notes))
    if not apart.figures.any():
        raise UnreadableError("empty")
    rows, codes = table.where(apart.figures), codes[apart.figures]
    _compare_names(rows, roles, resolved, problems)
    seen = _seen(areas, codes, rows)
    _tell(seen, columns[0].name, geography, problems)
    _count(areas, codes, problems)
    _tell_levels(seen, columns[0].name, geography, choices, problems)
    numbers, area_keys = numbered([_key_of(area) for area in areas])
    kinds = ["areas-out" if _is_out(area, choices) else _FAULTS.get(area.decision, "") for area in areas]
    faults = np.array([FAULTS.index(kind) for kind in kinds], dtype=np.int8)
    return Located(rows, numbers[codes], faults[codes], area_keys, seen, columns[0].name, geography, apart)


def _check_roles(roles: dict[str, str]) -> None:
    """Raise UnreadableError where no column has areas or figures; `roles` is by column."""
    if "area" not in roles.values():
        across = [name for name in roles if known_anywhere(name)]
        raise UnreadableError("areas-across", value=across[0]) if len(across) > 1 else UnreadableError("no-area-column")
    if "value" not in roles.values():
        raise UnreadableError("no-value-column")


def _together(columns: list[Column], resolved: list[list[Area]]) -> tuple[Numbers, list[Area]]:
    """One number per row into all distinct areas: the name's where the cell of the code is blank."""
    codes, areas = columns[0].codes, resolved[0]
    if len(columns) == 1:
        return codes, areas
    use_name = columns[0].blank() & ~columns[1].blank()
    return np.where(use_name, columns[1].codes + len(areas), codes).astype(np.int32), areas + resolved[1]


def _is_text(area: Area) -> bool:
    """Whether the cell could as well be the text of a heading or footnote."""
    return area.decision in ("elsewhere", "unmatched", "doubtful", "near", "blank", "total")


def _compare_names(table: Table, roles: dict[str, str], resolved: list[list[Area]], problems: Problems) -> None:
    """List rows whose code is one area's and whose name another's."""
    if len(resolved) == 1:
        return
    code, name = (next(item for item in table.columns if roles[item.name] == role) for role in ("area", "area_name"))
    pairs, firsts, counts = np.unique(
        code.codes.astype(np.int64) * len(name.texts) + name.codes, return_index=True, return_counts=True
    )
    for pair, first, rows in zip(pairs.tolist(), firsts.tolist(), counts.tolist(), strict=True):
        here, there = resolved[0][pair // len(name.texts)], resolved[1][pair % len(name.texts)]
        if here.decision == there.decision == "accepted" and here.area_code != there.area_code:
            where = {"row": int(table.rows[first]), "column": name.name, "value": here.cell, "rows": rows}
            problems.add("code-and-name", **where, name=here.name, other=there.cell)


def _seen(areas: list[Area], codes: Numbers, table: Table) -> tuple[Area, ...]:
    """Areas that rows have, with their first row and how many rows there are."""
    counts = np.bincount(codes, minlength=len(areas))
    firsts = np.zeros(len(areas), dtype=np.int64)
    firsts[codes[::-1]] = np.arange(len(codes))[::-1]
    return tuple(
        replace(area, rows=int(counts[index]), row=int(table.rows[firsts[index]]))
        for index, area in enumerate(areas)
        if counts[index] and area is not COUNTED
    )


def _count(areas: list[Area], codes: Numbers, problems: Problems) -> None:
    """Count the unknown cells that are not listed one by one."""
    counts = np.bincount(codes, minlength=len(areas))[[area is COUNTED for area in areas]]
    problems.more("unmatched-area", found=int((counts > 0).sum()), rows=int(counts.sum()))


def _key_of(area: Area) -> AreaKey:
    if area.decision == "merged":
        return area.geography_id, f"+{area.parts[0]}"
    return (area.geography_id, area.area_code) if area.area_code else _NO_AREA


def _tell(areas: tuple[Area, ...], column: str, geography: str, problems: Problems) -> None:
    """Report each area cell that was not simply accepted; merged ones are reported where they are added up."""
    title = GEOGRAPHIES[geography].title
    for area in areas:
        kind = _FAULTS.get(area.decision) or _NOTICES.get(area.decision)
        if not kind or kind == "other-areas":
            continue
        problems.add(
            kind,
            row=area.row,
            column=column,
            value=area.cell,
            rows=area.rows,
            candidates="; ".join(f"{name} ({code}), {score:.0f} of 100" for code, name, score in area.candidates),
            name=area.name,
            code=area.area_code,
            score=f"{area.score:.0f}",
            why=area.why,
            geography=title,
            level=GEOGRAPHIES[area.geography_id].singular if area.geography_id else "",
            allowed=f"codes and names of {title}",
        )


def _is_out(area: Area, choices: Choices) -> bool:
    """Whether an area is of another level, and the analyst said that those are left out."""
    return choices.known_only and area.decision == "elsewhere"


def _tell_levels(areas: tuple[Area, ...], column: str, geography: str, choices: Choices, problems: Problems) -> None:
    """Report areas of other levels than the table, once a level."""
    by_level: dict[str, list[Area]] = defaultdict(list)
    for area in areas:
        if area.decision == "elsewhere":
            by_level[area.why].append(area)
    for level, found in by_level.items():
        more = f" and {len(found) - _NAMED:,} more" if len(found) > _NAMED else ""
        problems.add(
            "areas-out" if choices.known_only else "other-areas",
            row=min(area.row for area in found),
            rows=sum(area.rows for area in found),
            column=column,
            value=", ".join(area.cell for area in found[:_NAMED]) + more,
            level=level,
            many=count(len(found), "name is", "names are"),
            geography=GEOGRAPHIES[geography].title,
        )


def decisions(areas: tuple[Area, ...]) -> Counter[str]:
    """How many distinct cells were decided in which way."""
    return Counter(area.decision for area in areas)


def known(areas: tuple[Area, ...], unmatched: int) -> dict[str, int]:
    """How many distinct cells name an area (`names`), and how many of them are known (`names_known`) or `unmatched`.

    Blanks and totals name none.
    """
    named = [area for area in areas if area.decision not in ("blank", "total", "unmatched")]
    known = sum(area.decision in (*ACCEPTED, "merged") for area in named)
    extra = {"unmatched": unmatched} if unmatched else {}
    return {"names": len(named) + unmatched, "names_known": known, **extra}
