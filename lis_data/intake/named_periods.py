"""Columns whose names say a period: '2018', 'Jobs, 2018', 'Jobs_2012_14', '% change 2017-18'."""

from __future__ import annotations

import re
from dataclasses import dataclass

from lis_data import period
from lis_data.intake import names, periods, runs
from lis_data.intake.spans import DOUBTFUL, PAIR, consecutive

_STUCK = re.compile(r"(19|20)\d\d\d")
_CHANGE = re.compile(
    r"\b(?:change|changes|chg|growth|difference|diff|increase|decrease|variation|cagr|ratio|from)\b|Δ|\+/-",
    re.IGNORECASE,
)
_TWO_YEARS = re.compile(
    r"(?<!\d)(?P<y>(?:19|20)\d\d)\s?(?:[/_–-]|to|and|on|v|vs|over)\s?(?P<z>(?:19|20)\d\d|\d\d)(?!\d)", re.IGNORECASE
)
_PROVISIONAL = re.compile(r"(?:\d\s?[\[(]?p\b|\bprov(?:isional)?\b)", re.IGNORECASE)
_ESTIMATED = re.compile(r"(?:\d\s?[\[(]e[\])]|\b(?:forecast|projected|projection)\b)", re.IGNORECASE)


@dataclass(frozen=True)
class Dated:
    """What a column's name says: the period of its figures, the rest, and the status of a flag.

    `meaning` says in words how a period that is not plain was read; `open` what else it may be.
    """

    iso: str = ""
    series: str = ""
    status: str = ""
    meaning: str = ""
    open: str = ""


def of(columns: list[str], *, answer: str = "") -> dict[str, Dated]:
    """For each column the period in its name, and the rest of the name.

    A period among other words counts only where no column has periods. A note's number may be stuck to a year where
    other columns are years: '20181'.
    """
    alone = any(names.role_of(name) == "period" for name in columns)
    pairs = [found[0] for name in columns if (found := _pair_in(name))]
    sort = runs.pairs(pairs, answer=answer, around=[name for name in columns if not _pair_in(name)])
    stuck = any(periods.read(name).iso for name in columns)
    return {name: _one(name, sort, alone=alone, stuck=stuck) for name in columns}


def _pair_in(name: str) -> re.Match[str] | None:
    """Two numbers in a name that may be two years: '2012_14', '2017-18'."""
    if _is_change(name):
        return None
    for start, end in periods.parts(name):
        text = name[start:end].replace("_", "-").replace("–", "-")
        if found := PAIR.fullmatch(text) or DOUBTFUL.fullmatch(text):
            return found
    return None


def _is_change(name: str) -> bool:
    return bool(_CHANGE.search(name.replace("_", " ")) and _TWO_YEARS.search(name))


def _one(name: str, sort: str, *, alone: bool, stuck: bool) -> Dated:
    """The period and the rest of one name.

    A period among other words does not count where another column has periods (`alone`).
    """
    full = periods.read(name, years=sort == "years")
    if alone and not full.iso:
        return Dated()
    if _is_change(name):
        return _of_change(name)
    cut = name[:4] if stuck and _STUCK.fullmatch(name) else name
    iso, rest = periods.within(cut, years=sort == "years")
    pair = _pair_in(name)
    open_ = bool(iso) and sort == "open" and pair is not None and consecutive(pair) and "/" not in pair[0]
    status = "P" if iso and _PROVISIONAL.search(name) else "E" if iso and _ESTIMATED.search(name) else ""
    meaning = period.label(iso) if iso and pair and "_" in name else ""
    if open_ and pair:
        years = period.label(periods.read(f"{pair['y']}-{pair['z']}", years=True).iso)
        return Dated(iso, rest, status, meaning, f"a month, or the financial year {years}")
    return Dated(iso, rest, status, meaning)


def _of_change(name: str) -> Dated:
    """A change between two years is a figure of the later one, and a series of its own."""
    found = _TWO_YEARS.search(name)
    assert found
    last = found["z"] if len(found["z"]) == 4 else str(int(found["y"]) // 100 * 100 + int(found["z"]))
    rest = " ".join(f"{name[: found.start()]} {name[found.end() :]}".split()).strip(" ,;:-–_")
    unit = f" ({names.unit_in(rest)})" if names.without_unit(rest) != rest else ""
    return Dated(
        last,
        f"{names.without_unit(rest)} since {found['y']}{unit}",
        meaning=f"a change from {found['y']} to {last}, kept as of {last}",
    )
