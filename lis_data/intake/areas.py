"""Which area a cell means: by code of any year, by name or alias, or by likeness with a stated score.

What is certain is accepted, what is doubtful is offered, what is ambiguous is asked, what is unknown is listed.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace

from rapidfuzz import fuzz, process

from geo.areas import GEOGRAPHIES
from geo.search import normalised
from lis_data.errors import UnknownNameError
from lis_data.intake import levels, likeness
from lis_data.intake.choices import Choices
from lis_data.intake.councils import areas_named, may_be, without_level, written_out
from lis_data.intake.gazetteer import carried, elsewhere, labels, old_names

ACCEPTED = ("accepted", "near", "carried", "chosen", "other-level")
"""Decisions whose rows become observations as they stand; `merged` rows may be added up."""
_MARGIN = 6.0
"""How far a match that is accepted is ahead of the next."""
_MOST_GUESSES = 300
"""Distinct cells that are compared with every name; more unknown cells than that are not names of areas."""
_MOST_UNKNOWN = 5_000
"""Distinct unknown cells that are told one by one; the others are counted."""
_SAMPLE = 400
_CODE = re.compile(r"(?<![A-Z0-9])([EKWSN]\d{8}|UK[A-Z]\d{0,2}|TL[A-Z]\d{0,2}|LIS-[A-Z]{2}|PAN-[A-Z]{2,3})(?![A-Z0-9])")
_UPPER_LEVELS = ("country", "region")


@dataclass(frozen=True)
class Area:
    """A distinct cell of the column of areas, and the area that it is taken for.

    `decision` says how it was matched. Rows become observations where it is accepted, near, carried, chosen or
    other-level; rows that are merged are added up where all `parts` are there. The other decisions are doubtful,
    ambiguous, unmatched, split, total, left-out, blank, and elsewhere (of another level, which `why` names).
    `candidates` are (code, name, score of 100) to choose from, best first.
    """

    cell: str
    decision: str
    geography_id: str = ""
    area_code: str = ""
    name: str = ""
    match: str = ""
    score: float = 0.0
    candidates: tuple[tuple[str, str, float], ...] = ()
    parts: tuple[str, ...] = ()
    why: str = ""
    rows: int = 0
    row: int = 0


COUNTED = Area("", "unmatched")
"""What stands for each unknown cell that is only counted."""


def choose_geography(cells: Iterable[str], choices: Choices) -> str:
    """The geography that knows most of the cells, the most wanted of equals; or the one that was chosen.

    Raises UnknownNameError for a chosen one that is not known.
    """
    if choices.geography:
        if choices.geography not in GEOGRAPHIES:
            raise UnknownNameError("geography", choices.geography, list(GEOGRAPHIES), answer="geography")
        return choices.geography
    texts = [text for text in cells if text][:_SAMPLE]
    known = [found for text in texts if (found := _known_in(text))]
    own = [found for found in known if not found & set(_UPPER_LEVELS)]  # regions and countries stand among others
    votes = Counter(key for found in own or known for key in found)
    if not votes:
        votes = _likely(texts)
    order = {key: float(position) for position, key in enumerate(GEOGRAPHIES)}
    order["utla-2023"] = order["utla-2021"] - 0.5  # more official figures are of these upper tiers
    return max(GEOGRAPHIES, key=lambda key: (votes[key], -order[key]))


def _known_in(text: str) -> set[str]:
    """Geographies that know a cell for certain, or half know it as an ambiguous alias."""
    return {geography_id for geography_id, _ in known_in(text)}


def _likely(texts: list[str]) -> Counter[str]:
    """Geographies by how many of the first cells are spelt nearly like one of their names."""
    votes: Counter[str] = Counter()
    for text in texts[:40]:
        near = process.extract(
            normalised(text), list(elsewhere()), scorer=fuzz.ratio, limit=3, score_cutoff=likeness.DOUBTFUL
        )
        votes.update({key for label, _, _ in near for key, _ in elsewhere()[label]})
    return votes


def known_in(text: str) -> set[tuple[str, str]]:
    """Geographies and codes that a cell may stand for."""
    code = _CODE.search(text.upper())
    wanted = normalised(code[1]) if code else written_out(text)
    return set(elsewhere().get(wanted) or areas_named(text))


def resolve(cells: list[str], geography_id: str, choices: Choices) -> list[Area]:
    """Each distinct cell with what it means in a geography, in the order given; COUNTED for unknown ones too many."""
    chosen, most = dict(choices.areas), _MOST_UNKNOWN
    found: list[Area | None] = []
    for cell in cells:
        area: Area | None
        if cell in chosen:
            area = _chosen(cell, geography_id, chosen[cell])
        else:
            area = _known(cell, geography_id) if most or _is_plain(cell) else COUNTED
            most -= most > 0 and (area is None or area.decision == "unmatched")
        found.append(area)
    unknown = [position for position, area in enumerate(found) if area is None]
    for position in unknown:
        guessed = len(unknown) <= _MOST_GUESSES
        found[position] = _guess(cells[position], geography_id) if guessed else Area(cells[position], "unmatched")
    return [area for area in found if area is not None]


def _is_plain(cell: str) -> bool:
    """Whether a cell is blank, a code, or a name as it is usually written, which is quickly seen."""
    return not cell or cell.casefold() in elsewhere() or bool(_CODE.search(cell.upper()))


def _chosen(cell: str, geography_id: str, code: str) -> Area:
    """What the analyst said. Raises UnknownNameError for a code that the geography does not have."""
    if not code:
        return Area(cell, "left-out")
    for key in (geography_id, *_UPPER_LEVELS):
        if code in labels(key).names:
            return Area(cell, "chosen", key, code, labels(key).names[code], "chosen", 100.0)
    raise UnknownNameError(f"area of {geography_id}", code, list(labels(geography_id).names), answer="areas")


def _known(cell: str, geography_id: str) -> Area | None:
    """A cell whose meaning needs no guess; None for one that does."""
    if not cell:
        return Area(cell, "blank")
    if code := _CODE.search(cell.upper()):
        return _by_code(cell, code[1], geography_id)
    wanted = written_out(cell)
    if levels.is_total(wanted):
        return Area(cell, "total")
    own = labels(geography_id)
    codes = own.exact.get(wanted, set())
    if len(codes) > 1 or (codes and wanted in own.ambiguous):
        return _ambiguous(cell, geography_id, wanted, codes)
    if codes:
        match = "name" if wanted in own.official else "alias"
        return _accepted(cell, geography_id, next(iter(codes)), match, 100.0 if match == "name" else 99.0)
    if (old := old_names(geography_id).get(wanted)) is not None:
        return _carried(cell, old, geography_id)
    if level := levels.of_name(wanted):
        return Area(cell, "elsewhere", why=level)
    return _other_level(cell, wanted) or (_official_body(cell, geography_id) if may_be(cell, wanted) else None)


def _official_body(cell: str, geography_id: str) -> Area | None:
    """The area of a cell with a level before it or a kind of council behind it: 'lep:Dorset', 'Leeds City Council'."""
    named = areas_named(cell)
    codes = {code for key, code in named if key == geography_id}
    if len(codes) == 1:
        return _accepted(cell, geography_id, codes.pop(), "name", 98.0)
    others = sorted(GEOGRAPHIES[key].plural for key, _ in named if key not in _UPPER_LEVELS)
    if others and GEOGRAPHIES[geography_id].plural not in others:
        return Area(cell, "elsewhere", why=others[0])
    bare = without_level(cell)
    known = _known(bare, geography_id) if bare != cell else None
    return replace(known, cell=cell) if known else None


def _ambiguous(cell: str, geography_id: str, wanted: str, codes: set[str]) -> Area:
    """A text that is the name of several areas, to choose from; doubtful where all but one are of other geographies."""
    names = {code: labels(geography_id).names[code] for code in sorted(codes)}
    others = {
        (code, f"{labels(key).names[code]} ({GEOGRAPHIES[key].singular})", 99.0)
        for key, code in elsewhere().get(wanted, ())
        if key in ("utla-2021", "mca-2018") and labels(key).names[code] not in names.values()
    }
    if len(names) + len(others) > 1:
        own = ((code, name, 99.0) for code, name in names.items())
        return Area(cell, "ambiguous", candidates=(*own, *sorted(others)))
    return Area(cell, "doubtful", candidates=tuple((code, name, likeness.OFFERED) for code, name in names.items()))


def _by_code(cell: str, code: str, geography_id: str) -> Area:
    own = labels(geography_id)
    if code in own.names:
        return _accepted(cell, geography_id, code, "code", 100.0)
    if len(same := own.exact.get(normalised(code), set())) == 1:
        now = next(iter(same))
        return Area(cell, "carried", geography_id, now, own.names[now], "old code", 100.0, parts=(code,))
    if code in carried(geography_id):
        return _carried(cell, code, geography_id)
    other = _other_level(cell, normalised(code))
    return other or _of_another_level(cell, code, geography_id) or _unknown(cell, normalised(code), geography_id)


def _unknown(cell: str, wanted: str, geography_id: str) -> Area:
    return Area(cell, "unmatched", why=_elsewhere(wanted, geography_id))


def _of_another_level(cell: str, code: str, geography_id: str) -> Area | None:
    """An area of a level that is not the table's: of another geography here, or of none."""
    own = GEOGRAPHIES[geography_id].level
    recognised = [GEOGRAPHIES[key] for key, _ in elsewhere().get(normalised(code), ())]
    if recognised and all(geography.level != own for geography in recognised):
        return Area(cell, "elsewhere", why=f"{recognised[0].plural}")
    level = levels.of_code(code)
    if not level or recognised or level == GEOGRAPHIES[geography_id].plural:
        return None
    return Area(cell, "elsewhere", why=level)


def _carried(cell: str, code: str, geography_id: str) -> Area:
    """A district of another year: one with the same boundary, a part of a later one, or a union of earlier ones."""
    carry, names = carried(geography_id)[code], labels(geography_id).names
    if not carry.code:
        return Area(cell, "split", geography_id, code, parts=carry.parts)
    decision = "carried" if len(carry.parts) == 1 else "merged"
    name = names[carry.code]
    return Area(cell, decision, geography_id, carry.code, name, "old code", 100.0, parts=(code, *carry.parts))


def _other_level(cell: str, wanted: str) -> Area | None:
    """A region or country among other areas."""
    for key, code in elsewhere().get(wanted, ()):
        if key in _UPPER_LEVELS:
            return Area(cell, "other-level", key, code, labels(key).names[code], "other level", 100.0)
    return None


def _elsewhere(wanted: str, geography_id: str) -> str:
    """Where else a text is known, in words."""
    levels = {GEOGRAPHIES[key].title for key, _ in elsewhere().get(wanted, ()) if key != geography_id}
    return f"; it is one of: {', '.join(sorted(levels))}" if levels else ""


def _guess(cell: str, geography_id: str) -> Area:
    """The area that a cell is spelt most like: accepted if certain, offered if doubtful."""
    wanted, own = normalised(cell), labels(geography_id)
    best = likeness.scores(wanted, geography_id)
    ranked = sorted(best.items(), key=lambda item: (-item[1], item[0]))[:3]
    candidates = tuple((code, own.names[code], round(score)) for code, score in ranked)
    other = likeness.more_like(wanted, geography_id, max(best.values(), default=0.0))
    if other or not candidates:
        return Area(cell, "unmatched", why=_elsewhere(wanted, geography_id) or other)
    ahead = len(ranked) == 1 or ranked[0][1] - ranked[1][1] >= _MARGIN
    if ranked[0][1] >= likeness.CERTAIN and ahead and not _elsewhere(wanted, geography_id):
        code, name, score = candidates[0]
        return Area(cell, "near", geography_id, code, name, "near", score, candidates)
    return Area(cell, "doubtful", candidates=candidates)


def _accepted(cell: str, geography_id: str, code: str, match: str, score: float) -> Area:
    return Area(cell, "accepted", geography_id, code, labels(geography_id).names[code], match, score)


def known_anywhere(text: str) -> bool:
    """Whether a cell is a code, name or alias of any geography, or looks like a code."""
    return bool(_CODE.fullmatch(text.upper())) or bool(_known_in(text)) or levels.is_total(normalised(text))
