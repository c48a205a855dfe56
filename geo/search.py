"""Finding an area from what somebody typed: a code, a name, an alias, a member district, or a near miss."""

import re
from functools import cache

import pandas as pd
from rapidfuzz import fuzz, process

from geo.areas import GEOGRAPHIES, UnknownGeographyError
from geo.membership import membership
from geo.tables import table

_NEAR_ENOUGH = 75
_LONG_ENOUGH_TO_MISSPELL = 4
_SUFFIX = re.compile(r"\s+(lep|local enterprise partnership)$")
_SCORES = {"code": 100.0, "name": 99.0, "alias": 98.0, "start": 95.0, "within": 90.0, "member": 85.0}
_COLUMNS = ["geography_id", "area_code", "name", "match", "matched", "score"]


def normalised(text: str) -> str:
    """Text as it is compared: lower case, `&` as `and`, no punctuation, no leading `the`, no final `LEP`."""
    words = re.sub(r"[^a-z0-9]+", " ", text.casefold().replace("&", " and ").replace("'", "")).strip()
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
    wanted = normalised(text)
    if not wanted:
        return pd.DataFrame(columns=_COLUMNS)
    known = _labels() if geography_id is None else _labels().query("geography_id == @geography_id")
    found = _matching(known, wanted)
    if found.empty and len(wanted) >= _LONG_ENOUGH_TO_MISSPELL:
        found = _near(known, wanted)
    best = found.sort_values(["score", "order", "name"], ascending=[False, True, True], kind="stable")
    key = ["geography_id" if geography_id else "level", "area_code"]
    return best.drop_duplicates(key)[_COLUMNS].head(limit).reset_index(drop=True)


def _matching(known: pd.DataFrame, wanted: str) -> pd.DataFrame:
    """The rows whose label is the wanted text, or has it at the start of a word; members if they are it."""
    exact = known["label"] == wanted
    typed = (" " + known["label"]).str.contains(" " + wanted, regex=False) & (known["kind"] != "member")
    rows = known[exact | (typed & (len(wanted) > 1))]
    starts = rows["label"].str.startswith(wanted).map({True: "start", False: "within"})
    match = rows["kind"].where(rows["label"] == wanted, starts)
    return rows.assign(match=match, score=match.map(_SCORES))


def _near(known: pd.DataFrame, wanted: str) -> pd.DataFrame:
    """The rows whose label is spelt nearly like the wanted text. Codes and members are not guessed at."""
    guessable = known[known["kind"].isin(["name", "alias"])]
    hits = process.extract(wanted, list(guessable["label"]), scorer=fuzz.WRatio, limit=None, score_cutoff=_NEAR_ENOUGH)
    positions = [position for _, _, position in hits]
    return guessable.iloc[positions].assign(match="near", score=[0.8 * score for _, score, _ in hits])


@cache
def _labels() -> pd.DataFrame:
    """Everything that can be typed: geography_id, area_code, name, kind, matched, label, level, order."""
    areas = table("areas")[["geography_id", "area_code", "name"]]
    aliases = table("aliases").merge(areas, on=["geography_id", "area_code"])
    rows = pd.concat(
        [
            areas.assign(kind="code", matched=areas["area_code"]),
            areas.assign(kind="name", matched=areas["name"]),
            aliases.assign(kind="alias", matched=aliases["alias"]),
            _members(areas).assign(kind="member"),
        ],
        ignore_index=True,
    )
    order = {geography_id: place for place, geography_id in enumerate(GEOGRAPHIES)}
    levels = rows["geography_id"].map({key: geography.level for key, geography in GEOGRAPHIES.items()})
    label = rows["matched"].map(normalised)
    return rows.drop(columns=["alias", "ambiguous"]).assign(
        label=label, level=levels, order=rows["geography_id"].map(order)
    )


def _members(areas: pd.DataFrame) -> pd.DataFrame:
    """Areas with the names of the districts and LEPs inside them as `matched`."""
    member_names = areas.set_axis(["member_geography_id", "member_code", "matched"], axis=1)
    rows = membership().merge(member_names, on=["member_geography_id", "member_code"])
    rows = rows.drop_duplicates(["geography_id", "area_code", "matched"])
    return rows[["geography_id", "area_code", "matched"]].merge(areas, on=["geography_id", "area_code"])
