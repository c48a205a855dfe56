"""How like a text is to what areas are called: spelt nearly so, or with a name among other words; of 100."""

from __future__ import annotations

from rapidfuzz import fuzz, process

from geo.areas import GEOGRAPHIES
from geo.search import normalised
from lis_data.intake.gazetteer import elsewhere, labels

CERTAIN, DOUBTFUL = 90.0, 76.0
"""From where a match is accepted, or offered."""
OFFERED = 75.0
"""The likeness of a text that has a name among other words, or is another place's too: offered, and never accepted."""
_WORD = 75.0
"""How like each word of a match is that may be accepted."""
_LEAST_PART = 4
"""Letters from which on a name inside another text is looked for."""


def scores(wanted: str, geography_id: str) -> dict[str, float]:
    """The codes of a geography that a normalised text is spelt like, with the likeness of each (0 to 100)."""
    best: dict[str, float] = {}
    for label, score in [*_spelt_like(wanted, geography_id), *_inside(wanted, geography_id)] if wanted else []:
        for code in labels(geography_id).exact[label]:
            best[code] = max(best.get(code, 0.0), score)
    return best


def more_like(wanted: str, geography_id: str, best: float) -> str:
    """The area of another geography that a text is surely more like than any here, in words; blank where none is."""
    if not wanted:
        return ""
    near = process.extract(wanted, list(elsewhere()), scorer=fuzz.ratio, limit=8, score_cutoff=max(best, CERTAIN))
    found = ((score, *key) for label, score, _ in near for key in elsewhere()[label])
    for score, key, code in found:
        name = labels(key).names[code]
        if score > best and normalised(name) not in labels(geography_id).exact:
            return f"; it is more like {name} ({GEOGRAPHIES[key].title})"
    return ""


def _spelt_like(wanted: str, geography_id: str) -> list[tuple[str, float]]:
    """The labels of a geography that a text is spelt like, with their likeness."""
    known = list(labels(geography_id).exact)
    near = process.extract(wanted, known, scorer=fuzz.ratio, limit=8, score_cutoff=DOUBTFUL)
    return [(label, _likeness(wanted, label, score)) for label, score, _ in near]


def _inside(wanted: str, geography_id: str) -> list[tuple[str, float]]:
    """The labels that a text has among other words, as 'Tees Valley Combined Authority' has one.

    They are likelier the more of the text they are, and never certain.
    """
    known = (label for label in labels(geography_id).exact if len(label) >= _LEAST_PART)
    within = [label for label in known if f" {label} " in f" {wanted} " and label != wanted]
    return [(label, OFFERED * (1 + len(label) / len(wanted)) / 2) for label in within]


def _likeness(wanted: str, label: str, score: float) -> float:
    """The likeness of two full texts, below certainty where a word differs: North is not South."""
    here, there = wanted.split(), label.split()
    if len(here) == len(there) and all(fuzz.ratio(a, b) >= _WORD for a, b in zip(here, there, strict=True)):
        return score
    together = len(here) != len(there) and wanted.replace(" ", "") == label.replace(" ", "")
    return score if together else min(score, CERTAIN - 1)
