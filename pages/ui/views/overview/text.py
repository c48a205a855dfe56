"""The overview's findings, and what a search found, in words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd

from geo.areas import GEOGRAPHIES
from lis_data import wording
from lis_data.period import label
from pages.ui.rows import each_row
from pages.ui.shell.markup import plain

PROGRAMME = (
    "From 2017 the government asked every part of England for a Local Industrial Strategy: a long-term plan, built on "
    "evidence, to raise productivity from what the place is distinctively good at. The 38 Local Enterprise "
    "Partnerships (LEPs), boards of businesses and councils, or mayors’ combined authorities wrote them, to be "
    "agreed with government. Here are the figures that such a plan needs, and what became of the plans."
)
KINDS = {
    "lep": "Local Enterprise Partnership",
    "lis-area": "area of one joint strategy",
    "nuts2": "NUTS 2 statistical region",
    "region": "region",
    "country": "country",
    "mca": "mayoral combined authority",
    "lad": "district",
    "utla": "county",
    "pan-region": "pan-regional partnership",
}
"""What a level is called for somebody who has never heard of it."""
NAMESAKES = "**Several places have this name; the largest come first, where GeoNames knows their residents.**"


def finding(leps: pd.DataFrame, england: pd.Series) -> str:
    """`9 of 38 areas agreed a Local Industrial Strategy; England’s business R&D was 2.08% of GDP in 2024`; `england`
    is a row of `queries.benchmark`.
    """
    agreed = int((leps["status"] == "agreed").sum())
    return (
        f"{agreed} of {len(leps)} areas agreed a Local Industrial Strategy; England’s business R&D was "
        f"{wording.number(england['value'], unit='%', decimals=2)} of GDP in {label(england['period'])}"
    )


def of_waves(leps: pd.DataFrame) -> str:
    """`All 8 LEPs of the first wave agreed a strategy, 1 of 6 of the second, none of 24 of the third`."""
    by_wave = leps["status"].eq("agreed").groupby(leps["wave"]).agg(["sum", "size"])
    shares = [_share(int(row["sum"]), int(row["size"])) for _, row in by_wave.iterrows()]
    names = ["LEPs of the first wave agreed a strategy", "of the second", "of the third"]
    text = ", ".join(f"{share} {name}" for share, name in zip(shares, names, strict=True))
    return text[0].upper() + text[1:]


def _share(part: int, total: int) -> str:
    return f"all {total}" if part == total else f"{part or 'none'} of {total}"


def why(match: str, matched: str, text: str, *, name: str, ambiguous: bool) -> str:
    """Why a place was found, as Markdown: `also called “HotSW”`."""
    also = f"also called “{plain(matched)}”"
    also += ", a name that other places have too" if ambiguous and match == "alias" else ""
    reasons = {
        "code": f"its code is {plain(matched)}",
        "name": "this is its name",
        "alias": also,
        "near": f"spelt nearly like “{plain(text)}”" + ("" if matched == name else f": {also}"),
    }
    return reasons.get(match, f"its name holds “{plain(text)}”" if matched == name else also)


def town(row: Mapping[str, Any], text: str) -> str:
    """`**Aylesbury**, settlement in the district of Buckinghamshire (in Aylesbury Vale before that was merged).`, as
    Markdown, of a row of `geo.place_names.named`.
    """
    before = f" (in {plain(row['before'])} before that was merged)" if row["before"] else ""
    near = f": spelt nearly like “{plain(text)}”" if row["match"] == "near" else ""
    return f"**{plain(row['name'])}**, {row['kind']} in the district of {plain(row['district'])}{before}{near}."


def meanings(names: Sequence[str], text: str) -> str:
    """`“LCR” can mean more than one place: Leeds City Region or Liverpool City Region.`"""
    *others, last = dict.fromkeys(names)
    return f"“{plain(text)}” can mean more than one place: {', '.join(map(plain, others))} or {plain(last)}."


def vintages(geographies: Sequence[str]) -> str:
    """`2017–2020`, `2020 on`: the years that a LEP is meant in; empty for all of them, and for what is no LEP."""
    years = sorted(item.vintage for item in GEOGRAPHIES.values() if item.level == "lep")
    own = sorted(GEOGRAPHIES[key].vintage for key in geographies if GEOGRAPHIES[key].level == "lep")
    if own in ([], years):
        return ""
    return f"{own[0]} on" if own[-1] == years[-1] else f"{own[0]}–{years[years.index(own[-1]) + 1]}"


def lies_in(around: pd.DataFrame) -> str:
    """`In Greater Birmingham and Solihull (LEP, 2017–2020), …`, as Markdown, from `geo.search.around`."""
    larger = ["lis-area", "mca", "nuts2", "region"] if "lep" in set(around["level"]) else ["lis-area", "pan-region"]
    found = around[around["level"].isin(["lep", *larger])]
    named = [_named(row.level, row.name, row.geographies, part=row.part) for row in each_row(found)]
    return f"In {', '.join(named)}." if named else ""


def _named(level: str, name: str, geographies: Sequence[str], *, part: bool) -> str:
    kind = "LEP" if level == "lep" else KINDS[level]
    years = ", ".join(GEOGRAPHIES[key].vintage for key in geographies) if level == "mca" else vintages(geographies)
    about = ", ".join(item for item in (kind, years, "in part" if part else "") if item)
    return f"{plain(name)} ({about})"
