"""Whom a LEP of 2017 could work with: what pairs and groups of them share."""

from __future__ import annotations

import pandas as pd

from lis_data import judgement, measures
from lis_data.queries.ask import ask
from lis_data.queries.clusters import neighbours, neighbours_of_each
from lis_data.queries.priorities import priorities
from lis_data.queries.programme import strategies
from lis_data.queries.sectors import sector_strengths

KINDS = ("specialism", "priority", "border", "districts", "arrangement")
"""The kinds of reason that a pair can have."""

LEAST_QUOTIENT, LEAST_VALUE = 1.5, 50.0
"""From which location quotient, and which GVA in £ million, an industry counts as a specialism."""

FEWEST = 3
"""Members of a group."""

_NO_PARTNERS = ("T",)
"""Households that employ staff: nobody there to work with."""

_WHERE = "lep-2017"
_PAIR = ["area_code", "other_code"]

_DISTRICTS = """
    with inside as (
        select area_code, member_code
        from membership
        where geography_id = $geography and member_geography_id = 'lad-2017'
    )
    select
        one.area_code,
        theirs.area_code as other_code,
        count(*) as districts,
        string_agg(area.name, '; ' order by area.name) as district_names
    from inside as one
    join inside as theirs using (member_code)
    join area on area.geography_id = 'lad-2017' and area.area_code = member_code
    where one.area_code < theirs.area_code
    group by one.area_code, theirs.area_code
    order by one.area_code, theirs.area_code
"""


def partners(*, period: str, least_quotient: float = LEAST_QUOTIENT, least_value: float = LEAST_VALUE) -> pd.DataFrame:
    """Every pair of LEPs that shares anything, once, the pair with most reasons first: area_code, area_name,
    other_code, other_name; kinds (how many of KINDS); specialisms, best_quotient (the lower of the two location
    quotients in the industry in which it is highest); priorities, rarity (Σ 1 / strategies that have it); border;
    districts, district_names; partnership, strategy (missing unless both have the same).

    Ranked by kinds, then specialisms, then rarity, then best_quotient. Raises UnknownNameError for a period without
    GVA by industry.
    """
    found = _pairs()
    for shared in (
        _counted(shared_specialisms(period=period, least_quotient=least_quotient, least_value=least_value)),
        _claimed_together(),
        ask(_DISTRICTS, geography=_WHERE),
    ):
        found = found.merge(shared, how="left", on=_PAIR)
    counts = {"specialisms": 0, "priorities": 0, "rarity": 0.0, "districts": 0}
    found = found.fillna(counts).astype({"specialisms": int, "priorities": int, "districts": int})
    found["kinds"] = _reasons(found).sum(axis=1)
    order = ["kinds", "specialisms", "rarity", "best_quotient"]
    ranked = found[found["kinds"] > 0].sort_values([*order, "area_name", "other_name"], ascending=_DIRECTIONS)
    return ranked[_COLUMNS].reset_index(drop=True)


_COLUMNS = [
    *["area_code", "area_name", "other_code", "other_name", "kinds", "specialisms", "best_quotient"],
    *["priorities", "rarity", "border", "districts", "district_names", "partnership", "strategy"],
]
_DIRECTIONS = [False, False, False, False, True, True]


def shared_specialisms(
    *, period: str, least_quotient: float = LEAST_QUOTIENT, least_value: float = LEAST_VALUE
) -> pd.DataFrame:
    """Industries in which both LEPs of a pair are specialised, the stronger ones first: area_code, other_code,
    industry, title, quotient, other_quotient (location quotients of GVA), value, other_value (£ million).

    Only industries that do not overlap, of at least `least_value` in both. Raises UnknownNameError as `partners`.
    """
    rows = specialisms(period=period, least_quotient=least_quotient, least_value=least_value)
    others = rows.drop(columns=["area_name", "title"]).rename(columns={"area_code": "other_code"})
    both = rows.merge(others, on="industry", suffixes=("", "_other")).query("area_code < other_code")
    both = both.rename(columns={"quotient_other": "other_quotient", "value_other": "other_value"})
    weaker = both[["quotient", "other_quotient"]].min(axis=1)
    both = both.assign(weaker=weaker).sort_values(["weaker", "industry"], ascending=[False, True])
    columns = [*_PAIR, "industry", "title", "quotient", "other_quotient", "value", "other_value"]
    return both[columns].reset_index(drop=True)


def specialisms(
    *, period: str, least_quotient: float = LEAST_QUOTIENT, least_value: float = LEAST_VALUE
) -> pd.DataFrame:
    """What each LEP is specialised in: area_code, area_name, industry, title, quotient, value (£ million).

    LEPs without figures have no rows. Raises UnknownNameError as `partners`.
    """
    found = sector_strengths("gva", _WHERE, period=period)
    large = found["leaf"] & ~found["imputed"] & ~found["industry"].isin(_NO_PARTNERS) & found["value"].ge(least_value)
    strong = measures.passes(found["location_quotient"], least=least_quotient).fillna(False).astype(bool)
    renamed = found[large & strong].rename(columns={"location_quotient": "quotient"})
    return renamed[["area_code", "area_name", "industry", "title", "quotient", "value"]].reset_index(drop=True)


def shared_priorities() -> pd.DataFrame:
    """What both LEPs of a pair name in documents, rarest first: area_code, other_code, dimension (sector, challenge),
    tag, title, strategies (that have it), rarity (1 / strategies).

    Two LEPs with one strategy share its priorities anyway, so those do not count; nor does a foundation, because
    every strategy was asked for all five.
    """
    rows = named_priorities()
    others = rows[["area_code", "strategy", "dimension", "tag"]]
    both = rows.merge(others, on=["dimension", "tag"], suffixes=("", "_other"))
    both = both[(both["area_code"] < both["area_code_other"]) & (both["strategy"] != both["strategy_other"])]
    both = both.rename(columns={"area_code_other": "other_code"})
    columns = [*_PAIR, "dimension", "tag", "title", "strategies", "rarity"]
    return both[columns].sort_values(["rarity", "title"], ascending=[False, True], ignore_index=True)


def named_priorities() -> pd.DataFrame:
    """Sectors and Grand Challenges that a LEP has a priority of: area_code, area_name, strategy, dimension (sector,
    challenge), tag, title, strategies (that have it), rarity (1 / strategies).
    """
    stated = priorities()[["priority_id", "area_code", "area_name", "strategy", "grand_challenges"]]
    titles = judgement.sector_industries().drop_duplicates("sector").set_index("sector")["title"]
    sectors = stated.merge(judgement.sector_claims().rename(columns={"sector": "tag"}), on="priority_id")
    challenges = stated.explode("grand_challenges").rename(columns={"grand_challenges": "tag"}).dropna(subset="tag")
    both = pd.concat(
        [
            sectors.assign(dimension="sector", title=sectors["tag"].map(titles)),
            challenges.assign(dimension="challenge", title=challenges["tag"].str.replace("-", " ")),
        ]
    )
    named = both[["area_code", "area_name", "strategy", "dimension", "tag", "title"]].dropna().drop_duplicates()
    named["strategies"] = named.groupby(["dimension", "tag"])["strategy"].transform("nunique")
    return named.assign(rarity=measures.rarity(named["strategies"])).reset_index(drop=True)


def groups(*, period: str, least_quotient: float = LEAST_QUOTIENT, least_value: float = LEAST_VALUE) -> pd.DataFrame:
    """What at least FEWEST LEPs share, most of them first: dimension (specialism, sector, challenge), tag, title, leps
    (how many), codes and names (lists, block by block, the largest first), together (how many are in the largest block
    of neighbours), sizes (list, of the blocks). Raises UnknownNameError as `partners`.
    """
    strong = specialisms(period=period, least_quotient=least_quotient, least_value=least_value)
    strong = strong.assign(dimension="specialism", tag=strong["industry"])
    all_rows = pd.concat([strong, named_priorities()])[["dimension", "tag", "title", "area_code", "area_name"]]
    near = neighbours_of_each(_WHERE)
    rows = [
        {"dimension": dimension, "tag": tag, "title": title, **_together(members, near)}
        for (dimension, tag, title), members in all_rows.groupby(["dimension", "tag", "title"])
        if len(members) >= FEWEST
    ]
    columns = ["dimension", "tag", "title", "leps", "codes", "names", "together", "sizes"]
    listed = pd.DataFrame(rows, columns=columns)
    return listed.sort_values(["leps", "together", "title"], ascending=[False, False, True], ignore_index=True)


def _pairs() -> pd.DataFrame:
    """Every pair of LEPs once, the lower code first, with border, and partnership and strategy where they share it."""
    each = strategies()[["area_code", "name", "partnership", "strategy"]].rename(columns={"name": "area_name"})
    both = each.merge(each.add_prefix("other_").rename(columns={"other_area_code": "other_code"}), how="cross")
    both = both[both["area_code"] < both["other_code"]].rename(columns={"other_area_name": "other_name"})
    for column in ("partnership", "strategy"):
        both[column] = both[column].where(both[column] == both[f"other_{column}"])
    near = neighbours(_WHERE).rename(columns={"neighbour_code": "other_code"}).assign(border=True)
    found = both.merge(near, how="left", on=_PAIR)
    return found.assign(border=found["border"].eq(True)).drop(columns=["other_partnership", "other_strategy"])


def _counted(shared: pd.DataFrame) -> pd.DataFrame:
    weaker = shared[["quotient", "other_quotient"]].min(axis=1)
    grouped = shared.assign(weaker=weaker).groupby(_PAIR)
    return grouped.agg(specialisms=("industry", "size"), best_quotient=("weaker", "max")).reset_index()


def _claimed_together() -> pd.DataFrame:
    grouped = shared_priorities().groupby(_PAIR)
    return grouped.agg(priorities=("tag", "size"), rarity=("rarity", "sum")).reset_index()


def _reasons(found: pd.DataFrame) -> pd.DataFrame:
    """A column for each of KINDS: whether the pair has a reason of it."""
    reasons = [
        found["specialisms"] > 0,
        found["priorities"] > 0,
        found["border"],
        found["districts"] > 0,
        found["partnership"].notna() | found["strategy"].notna(),
    ]
    return pd.DataFrame(dict(zip(KINDS, reasons, strict=True)))


def _together(members: pd.DataFrame, near: dict[str, list[str]]) -> dict[str, object]:
    names = members.set_index("area_code")["area_name"]
    found = measures.blocks(list(names.index), neighbours=near)
    codes = [code for block in found for code in block]
    return {
        "leps": len(codes),
        "codes": codes,
        "names": [names[code] for code in codes],
        "together": len(found[0]),
        "sizes": [len(block) for block in found],
    }
