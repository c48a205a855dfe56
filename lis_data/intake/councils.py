"""Names of areas among other words: a level before ('lep:Dorset') or a council behind ('Leeds City Council')."""

from __future__ import annotations

import re

from geo.areas import GEOGRAPHIES
from geo.search import normalised
from lis_data.intake.gazetteer import elsewhere

_LEVEL = re.compile(r"^\s*(?:[a-z]{2,12}(?:\d{2,4})?(?:/\d+)?|[A-Z]{2,6}\d{0,4})\s*:\s*(?=\S)")
"""A level before a name, as Nomis writes it: 'lep2017:Dorset', 'ualad09:Leeds'."""
_SHORT = {"cr": "city region", "gtr": "greater"}
_LEVELS = {
    "lep": "lep", "ualad": "lad", "lad": "lad", "la": "lad", "district": "lad", "gor": "region", "region": "region",
    "rgn": "region", "country": "country", "nuts": "nuts2", "itl": "nuts2", "county": "utla", "cauth": "mca",
}  # fmt: skip
"""Our levels by how those of others begin."""
_COUNTY = re.compile(r"^(?P<name>.+?) (?:county council|cc|county)$")
_BEHIND = re.compile(
    r"^(?P<name>.+?) (?:city (?:and district )?council|city metropolitan district council|(?:metropolitan "
    r"|london )?borough council"
    r"|metropolitan (?:borough|district)(?: council)?|district council|city|borough|district|council"
    r"|unitary authority|unitary"
    r"|ua|mb|mbc|md|mdc|lb|lbc|bc|dc|la|b|local authority|authority|non metropolitan district|nmd|council area"
    r"|met district)$"
)
_BEFORE = re.compile(
    r"^(?:london borough of|royal borough of|metropolitan borough of|borough of|city and county of|city of|district of"
    r"|county borough of|corporation of|lb|rb) (?P<name>.+)$"
)
_SAID = re.compile(
    r"^(?:london|royal|metropolitan|borough|city|district|county|corporation|lb|rb)\b"
    r"|\b(?:council|city|borough|district|county|authority|unitary|area|ua|mbc?|mdc?|lbc?|bc|cc|dc|la|b|nmd)$"
)
"""A word of a council at the beginning or the end, without which the longer forms need not be tried."""
_DISTRICTS, _COUNTIES = ("lad", "utla"), ("utla", "lad")


def written_out(cell: str) -> str:
    """A cell as names are compared, with the words that people shorten: 'Leeds CR' is Leeds City Region."""
    return " ".join(_SHORT.get(word, word) for word in normalised(cell).split())


def without_level(text: str) -> str:
    """A cell without the level before its name."""
    return _LEVEL.sub("", text)


def may_be(text: str, wanted: str) -> bool:
    """Whether a text, and the same normalised, may have a level or a council around a name."""
    return ":" in text or bool(_SAID.search(wanted))


def areas_named(text: str) -> set[tuple[str, str]]:
    """Geography and code of each area that a cell names with a level before it or a kind of council around it.

    A council is of a district or a county, never of a LEP of the same name; a county council only of a county or of a
    district that is one.
    """
    bare = without_level(text)
    wanted = normalised(bare)
    if bare == text:
        return _of_council(wanted)
    said = re.sub(r"[^a-z]", "", text.split(":")[0].casefold())
    level = next((level for start, level in _LEVELS.items() if said.startswith(start)), "")
    found = {key for key in elsewhere().get(wanted, ()) if level in ("", GEOGRAPHIES[key[0]].level)}
    return found or _of_council(wanted)


def _of_council(wanted: str) -> set[tuple[str, str]]:
    """Geography and code of each area that a council may be of."""
    if not _SAID.search(wanted):
        return set()
    if county := _COUNTY.match(wanted):
        return _named(county["name"], _COUNTIES, counties=True)
    for form in (_BEHIND, _BEFORE):
        if found := form.match(wanted):
            if keys := _named(found["name"], _DISTRICTS):
                return keys
            if form is _BEHIND and (keys := _of_council(found["name"])):
                return keys
    return set()


def _named(name: str, levels: tuple[str, ...], *, counties: bool = False) -> set[tuple[str, str]]:
    """Areas of these levels with a name, or with 'County' before it."""
    texts = (name, f"county {name}", f"county of {name}") if counties else (name, f"city of {name}", f"{name} city of")
    found = {key for text in texts for key in elsewhere().get(text, ()) if GEOGRAPHIES[key[0]].level in levels}
    return {key for key in found if not counties or key[1].startswith(("E10", "E06"))}
