"""Finding a place from what somebody typed: a code, a name, an alias, a member district, or a near miss.

`find` answers with areas, `places` with what a reader takes for one place, `around` with what a place lies in.
"""

import re
from collections.abc import Hashable, Sequence
from functools import cache

import pandas as pd
from rapidfuzz import fuzz, process

from geo.areas import GEOGRAPHIES, UnknownGeographyError
from geo.membership import membership
from geo.tables import table

EXACT = ("code", "name", "alias")
"""The matches in which the text is all of what was matched."""
_NEAR_ENOUGH = 82
_LONG_ENOUGH_TO_MISSPELL = 4
_LONG_ENOUGH_FOR_A_PART = 6
_LONGEST = 80
"""Characters of a text that are read."""
_SUFFIX = re.compile(r"\s+(lep|local enterprise partnership)$")
_SCORES = {"code": 100.0, "name": 99.0, "alias": 99.0, "start": 95.0, "within": 90.0, "member": 85.0}
_COLUMNS = ["geography_id", "area_code", "name", "match", "matched", "score"]
_SAME_AREA = {"lis-area": "lep", "utla": "lad"}
"""Levels whose areas are one place with those of another level if they have the same name."""


def normalised(text: str) -> str:
    """Text as it is compared: lower case, `&` as `and`, no punctuation, no leading `the`, no final `LEP`.

    >>> normalised("The Cheshire & Warrington LEP")
    'cheshire and warrington'
    """
    words = re.sub(r"[^a-z0-9]+", " ", text[:_LONGEST].casefold().replace("&", " and ").replace("'", "")).strip()
    return _SUFFIX.sub("", words.removeprefix("the "))


def find(text: str, *, geography_id: str | None = None, limit: int = 10) -> pd.DataFrame:
    """The areas that a text may mean, best first, at most `limit` rows: geography_id, area_code, name, match,
    matched, score.

    `match` says how: `code`, `name`, `alias`, `start` or `within` (of a name), `member` (the text names a
    district or LEP inside the area), `near` (a likely misspelling). `matched` is the code, name or alias that
    did; `score` runs to 100. Without a geography, an area with one code in several vintages of a level comes
    once, under the first of them in GEOGRAPHIES. Raises UnknownGeographyError.
    """
    if geography_id is not None and geography_id not in GEOGRAPHIES:
        raise UnknownGeographyError(geography_id)
    best = _best(text, geography_id)
    key = ["geography_id" if geography_id else "level", "area_code"]
    return best.drop_duplicates(key)[_COLUMNS].head(limit).reset_index(drop=True)


def places(text: str) -> pd.DataFrame:
    """The places that a text may mean, best first: level, name, geographies and area_codes (tuples, one entry a
    vintage or kind of the place, the most wanted first), match, matched, ambiguous (bool).

    Areas of one name at one level are one place in all vintages, whatever their codes, and so are a LEP and the
    strategy area, or a district and the upper-tier authority, of one name. `match` and `matched` are as in `find`,
    without members. `ambiguous` says that the very text also means a place of another name.
    """
    best = _best(text, None).query("match != 'member'")
    first = best.drop_duplicates(["family", "name"]).drop(columns=["geography_id", "area_code", "level"])
    found = first.merge(_every_place(), on=["family", "name"])
    exact = found["match"].isin(EXACT)
    found["ambiguous"] = exact & (found["ambiguous"] | (found.loc[exact, "name"].nunique() > 1))
    return found[["level", "name", "geographies", "area_codes", "match", "matched", "ambiguous"]]


def around(geography_id: str, area_code: str) -> pd.DataFrame:
    """The places that an area lies in, wholly or in part: level, name, geographies, area_codes (as in `places`, of
    the vintages in which it does), part (bool); LEPs first. Empty for what is nobody's member. An area is not in the
    place that it is itself: a LEP not in the strategy area of its name.
    """
    members = membership()
    inside = members[(members["member_geography_id"] == geography_id) & (members["member_code"] == area_code)]
    names = table("areas")[["geography_id", "area_code", "name"]]
    rows = _with_level(inside[["geography_id", "area_code", "coverage"]].merge(names))
    parts = (rows["coverage"] == "part").groupby([rows["family"], rows["name"]]).any().rename("part")
    found = _as_places(rows).join(parts, on=["family", "name"])
    own = _with_level(names[(names["geography_id"] == geography_id) & (names["area_code"] == area_code)])
    itself = found["name"].isin(own["name"]) & found["family"].isin(own["family"])
    return found[~itself].drop(columns="family").reset_index(drop=True)


def _best(text: str, geography_id: str | None) -> pd.DataFrame:
    """Every row of `_labels` that a text may mean, with match and score, best first."""
    known = _labels() if geography_id is None else _labels().query("geography_id == @geography_id")
    wanted = normalised(text)
    found = _matching(known, wanted) if wanted else known.head(0).assign(match="", score=0.0)
    if found.empty and len(wanted) >= _LONG_ENOUGH_TO_MISSPELL:
        found = _near(known, wanted)
    return found.sort_values(["score", "order", "name"], ascending=[False, True, True], kind="stable")


def _matching(known: pd.DataFrame, wanted: str) -> pd.DataFrame:
    """The rows whose label is the wanted text, or has it at the start of a word; members if they are it."""
    exact = known["label"] == wanted
    typed = (" " + known["label"]).str.contains(" " + wanted, regex=False) & (known["kind"] != "member")
    rows = known[exact | (typed & (len(wanted) > 1))]
    starts = rows["label"].str.startswith(wanted).map({True: "start", False: "within"})
    match = rows["kind"].where(rows["label"] == wanted, starts)
    score = match.map(_SCORES).astype(float) - rows["kind"].eq("alias").astype(float)
    return rows.assign(match=match, score=score)


def _near(known: pd.DataFrame, wanted: str) -> pd.DataFrame:
    """The rows whose label is spelt nearly like the wanted text. Codes and members are not guessed at."""
    guessable = known[known["kind"].isin(["name", "alias"])]
    hits = process.extract(
        wanted, list(guessable["label"]), scorer=_likeness, processor=None, limit=None, score_cutoff=_NEAR_ENOUGH
    )
    positions = [position for _, _, position in hits]
    return guessable.iloc[positions].assign(match="near", score=[0.8 * score for _, score, _ in hits])


def _likeness(wanted: Sequence[Hashable], label: Sequence[Hashable], /, *, score_cutoff: float | None) -> float:
    """How nearly two texts are spelt alike, 0 to 100; a longer label may hold the wanted text somewhere."""
    full = fuzz.ratio(wanted, label, score_cutoff=score_cutoff)
    if len(label) <= len(wanted) or len(wanted) < _LONG_ENOUGH_FOR_A_PART:
        return full
    return max(full, 0.95 * fuzz.partial_ratio(wanted, label))


@cache
def _labels() -> pd.DataFrame:
    """Everything that can be typed: geography_id, area_code, name, kind, matched, ambiguous (bool), label, level,
    family, order.
    """
    areas = table("areas")[["geography_id", "area_code", "name"]]
    rows = pd.concat(
        [
            areas.assign(kind="code", matched=areas["area_code"]),
            areas.assign(kind="name", matched=areas["name"]),
            _aliases().merge(areas).assign(kind="alias"),
            _members(areas).assign(kind="member"),
        ],
        ignore_index=True,
    )
    known = rows.assign(label=rows["matched"].map(normalised), ambiguous=rows["ambiguous"].eq("true"))
    return _with_level(known)


def _aliases() -> pd.DataFrame:
    """Other names of areas: matched, geography_id, area_code, ambiguous (text)."""
    return table("aliases").rename(columns={"alias": "matched"})


def _with_level(rows: pd.DataFrame) -> pd.DataFrame:
    """Rows of areas with their level, its family, and the order in which geographies are wanted."""
    order = {geography_id: position for position, geography_id in enumerate(GEOGRAPHIES)}
    level = rows["geography_id"].map({key: geography.level for key, geography in GEOGRAPHIES.items()})
    return rows.assign(level=level, family=level.replace(_SAME_AREA), order=rows["geography_id"].map(order))


@cache
def _every_place() -> pd.DataFrame:
    """Every area of every geography as places: family, name, level, geographies, area_codes."""
    return _as_places(_with_level(table("areas")[["geography_id", "area_code", "name"]]))


def _as_places(rows: pd.DataFrame) -> pd.DataFrame:
    """Areas of one name and family as one row: family, name, level, geographies, area_codes."""
    grouped = rows.sort_values("order", kind="stable").groupby(["family", "name"], sort=False)
    return grouped.agg(
        level=("level", "first"), geographies=("geography_id", tuple), area_codes=("area_code", tuple)
    ).reset_index()


def _members(areas: pd.DataFrame) -> pd.DataFrame:
    """Areas with the names, official and other, of the districts and LEPs inside them as `matched`."""
    names = pd.concat([areas.rename(columns={"name": "matched"}), _aliases()])[[*areas.columns[:2], "matched"]]
    names.columns = pd.Index(["member_geography_id", "member_code", "matched"])
    rows = membership().merge(names, on=["member_geography_id", "member_code"])
    rows = rows.drop_duplicates(["geography_id", "area_code", "matched"])
    return rows[["geography_id", "area_code", "matched"]].merge(areas, on=["geography_id", "area_code"])
