"""The names and codes of areas by geography, and the successors of old district codes.

Looked up by the normalised text of `geo.search`, so that '&', 'the' and a final 'LEP' make no difference.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from functools import cache

from geo import areas
from geo.search import normalised

_DISTRICT_VINTAGES = ("lad-2011", "lad-2017", "lad-2019", "lad-2020", "lad-2021", "lad-2023", "lad-2025")


_ITL1: dict[str, tuple[str, ...]] = {
    **{f"E1200000{number}": (f"UK{letter}", f"TL{letter}") for number, letter in enumerate("CDEFGHIJK", start=1)},
    "E92000001": ("UKB", "TLB"),
    "K02000001": ("UKX", "TLX"),
}
"""Codes of regions and countries in NUTS 1 and ITL 1, by their own; B and X are how ONS writes England and the
whole."""


@dataclass
class Labels:
    """One geography's codes with their names, and the codes of each normalised text.

    `exact` has the codes of a name, alias or old code; `ambiguous` the texts that are also another area's.
    """

    names: dict[str, str] = field(default_factory=dict)
    exact: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    official: set[str] = field(default_factory=set)
    ambiguous: set[str] = field(default_factory=set)


@dataclass(frozen=True)
class Carried:
    """The successor of a district code of another year: its code in a geography, and the districts that make it up.

    `parts` are the codes of the same year that make up `code`; one alone has the same boundary. Without `code` the
    district was divided.
    """

    code: str
    parts: tuple[str, ...]


@cache
def labels(geography_id: str) -> Labels:
    """The labels of a geography."""
    known = Labels()
    for code, name in areas.areas(geography_id)[["area_code", "name"]].itertuples(index=False):
        known.names[code] = name
        known.exact[normalised(name)].add(code)
        known.official.add(normalised(name))
    for code, name in known.names.items():
        if name.endswith((", City of", ", County of")):
            known.exact.setdefault(normalised(name.split(", ")[0]), {code})
    for code, others_codes in _ITL1.items():
        if code in known.names:
            for other in others_codes:
                known.exact[normalised(other)].add(code)
    others = areas.aliases().query("geography_id == @geography_id")
    for alias, code, ambiguous in others[["alias", "area_code", "ambiguous"]].itertuples(index=False):
        known.exact[normalised(alias)].add(code)
        if ambiguous:
            known.ambiguous.add(normalised(alias))
    return known


@cache
def carried(geography_id: str) -> dict[str, Carried]:
    """District codes of other years by what they are in a district geography; empty for other geographies."""
    if not geography_id.startswith("lad-"):
        return {}
    found: dict[str, Carried] = {}
    own = labels(geography_id).names
    for vintage in _DISTRICT_VINTAGES:
        if vintage != geography_id:
            for code, carry in _between(vintage, geography_id).items():
                if code not in own:
                    found.setdefault(code, carry)
    return found


def _between(vintage: str, geography_id: str) -> dict[str, Carried]:
    """Codes of one vintage in another: forwards into unions, backwards only where the boundary is the same."""
    forwards = vintage < geography_id
    pair = (vintage, geography_id) if forwards else (geography_id, vintage)
    joined = areas.districts_between(*pair)
    makers: dict[str, list[str]] = defaultdict(list)
    for before, after in joined.itertuples(index=False):
        makers[after].append(before)
    if forwards:
        return {part: Carried(after, tuple(parts)) for after, parts in makers.items() for part in parts}
    return {
        after: Carried(parts[0] if len(parts) == 1 else "", (after,) if len(parts) == 1 else tuple(parts))
        for after, parts in makers.items()
    }


@cache
def old_names(geography_id: str) -> dict[str, str]:
    """Names of districts that the geography no longer has, normalised, with the code that they had."""
    if not geography_id.startswith("lad-"):
        return {}
    gone = carried(geography_id)
    return {
        normalised(name): code
        for vintage in areas.DISTRICTS
        for code, name in labels(vintage).names.items()
        if code in gone and normalised(name) not in labels(geography_id).exact
    }


@cache
def elsewhere() -> dict[str, tuple[tuple[str, str], ...]]:
    """Every code, name and unambiguous alias, normalised, with the (geography, code) pairs that it means."""
    found: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for geography_id in areas.GEOGRAPHIES:
        known = labels(geography_id)
        for code in known.names:
            found[normalised(code)].append((geography_id, code))
        for text, codes in known.exact.items():
            if len(codes) == 1 and text not in known.ambiguous:
                found[text].append((geography_id, next(iter(codes))))
    return {text: tuple(keys) for text, keys in found.items()}
