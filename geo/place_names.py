"""Towns, villages, parishes and neighbourhoods by name, each with its district.

The names of areas themselves, and their misspellings, are `geo.search`'s. Nothing here may name the areas of an
analyst's table: a name such as Sutton is that of a dozen places.
"""

from functools import cache

import pandas as pd
from rapidfuzz import fuzz, process

from geo.areas import DISTRICTS
from geo.search import normalised
from geo.tables import table

KINDS = {"s": "settlement", "p": "parish", "n": "neighbourhood"}
"""What a place is, by the letter in place_names.csv: of GeoNames, of ONS, and of the House of Commons Library."""
_FROM_TYPED, _FROM_MISSPELT = 3, 5
"""Letters from which the start of a word, or a text that is nearly a name, is enough."""
_NEAR_ENOUGH = 85
_MATCHES = ["name", "start", "within", "near"]
_COLUMNS = ["name", "kind", "population", "district", "before", "geographies", "area_codes", "match"]


def named(text: str) -> pd.DataFrame:
    """The places that a text may name, likeliest and then largest first: name, kind (as in KINDS), population
    (residents; NaN where not known), district, before, geographies, area_codes, match.

    `match` is `name` (with or without the district after a comma), `start` or `within` (of a name), or `near`, which
    only stands where there is nothing else. `district` is the name of today's district, `before` that of the one
    that held the place until it was merged, or empty; geographies and area_codes (tuples) are that ground in every
    vintage of the districts that has it, the oldest and so the smallest first.
    """
    wanted = normalised(text)
    known = _known()
    found = _matching(known, wanted) if wanted else known.head(0).assign(match="")
    if found.empty and len(wanted) >= _FROM_MISSPELT:
        found = _near(known, wanted)
    order = found["match"].map(_MATCHES.index)
    ranked = found.assign(order=order).sort_values(["order", "population"], ascending=[True, False], kind="stable")
    return ranked.merge(districts(), on="area_code")[_COLUMNS]


def _matching(known: pd.DataFrame, wanted: str) -> pd.DataFrame:
    """The rows whose label, alone or with its district, is the wanted text, or has it at the start of a word."""
    exact = (known["label"] == wanted) | (known["full"] == wanted)
    if len(wanted) < _FROM_TYPED:
        return known[exact].assign(match="name")
    rows = known[exact | known["words"].str.contains(" " + wanted, regex=False)]
    starts = rows["label"].str.startswith(wanted).map({True: "start", False: "within"})
    return rows.assign(match=starts.mask(exact, "name"))


def _near(known: pd.DataFrame, wanted: str) -> pd.DataFrame:
    hits = process.extract(wanted, list(known["label"]), scorer=fuzz.ratio, limit=20, score_cutoff=_NEAR_ENOUGH)
    return known.iloc[[position for _, _, position in hits]].assign(match="near")


@cache
def _known() -> pd.DataFrame:
    """Every place: name, kind, area_code, population, label, words (the label after a blank), full (with district)."""
    rows = table("place_names")
    label = rows["name"].map(normalised)
    district = rows["area_code"].map(districts().set_index("area_code")["district"])
    return rows.assign(
        kind=rows["kind"].map(KINDS),
        population=pd.to_numeric(rows["population"]),
        label=label,
        words=" " + label,
        full=(rows["name"] + ", " + district).map(normalised),
    )


@cache
def districts() -> pd.DataFrame:
    """Every district code of 2017 and later: area_code, district (today's name), before, geographies, area_codes.

    `geographies` and `area_codes` (tuples) are the districts with that boundary in each vintage, the oldest first.
    """
    found: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {}
    for index, first in enumerate(DISTRICTS):
        later = DISTRICTS[index:]
        for codes in table("districts")[list(later)].drop_duplicates(first).itertuples(index=False, name=None):
            found.setdefault(codes[0], (later, codes))
    rows = pd.DataFrame(found.values(), index=list(found), columns=["geographies", "area_codes"])
    first_name, last_name = (_names(rows["geographies"].str[end], rows["area_codes"].str[end]) for end in (0, -1))
    rows = rows.assign(
        district=last_name, before=[old * (old != new) for old, new in zip(first_name, last_name, strict=True)]
    )
    return rows.rename_axis("area_code").reset_index()


def _names(geographies: pd.Series, area_codes: pd.Series) -> list[str]:
    """The names of areas."""
    names = table("areas").set_index(["geography_id", "area_code"])["name"]
    return names[list(zip(geographies, area_codes, strict=True))].to_list()
