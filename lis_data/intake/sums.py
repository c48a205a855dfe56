"""Adding up districts: those that were merged since, and those of a LEP, where the analyst says that one can.

A district that lies only partly inside counts by its share of small areas, as in the store, and the sum is an estimate.
"""

from __future__ import annotations

from typing import Any

import numpy as np
import pandas as pd

from geo.areas import GEOGRAPHIES
from geo.membership import membership
from lis_data.errors import UnknownNameError
from lis_data.intake.areas import Area
from lis_data.intake.draft import Draft, empty
from lis_data.intake.gazetteer import labels
from lis_data.intake.locating import Located
from lis_data.intake.problems import Problems
from lis_data.model import Status
from lis_data.observations import COLUMNS, KEY

_ORDER = [status.value for status in Status]
_SOUNDER = _ORDER[_ORDER.index(Status.ESTIMATED.value) + 1 :]
_NAMED = 5
"""As many districts that keep an area from being added up are named."""
_WORDS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
_SERIES = ["indicator_id", "period", "industry"]


def merged(draft: Draft, located: Located, addable: frozenset[str], problems: Problems) -> pd.DataFrame:
    """Observations of merged districts all of whose former parts are in the file, the parts added up and left out.

    Only series in `addable` are added up.
    """
    parts = {area.parts[0]: area for area in located.areas if area.decision == "merged"}
    if not parts:
        return empty()
    is_part = np.array([code.startswith("+") for _, code in draft.area_keys], dtype=bool)[draft.areas] & draft.good
    can = np.array([key in addable for key in draft.indicator_names], dtype=bool)[draft.indicators]
    sums = _of_parts(draft, draft.observations(is_part & can), parts)
    _tell(parts, sums, located.column, bool(can.all()), bool(can.any()), problems)
    added = {parts[code].area_code for code in parts} & set(sums["area_code"])
    for number, (_, code) in enumerate(draft.area_keys):
        if code.startswith("+"):
            here = is_part & (draft.areas == number)
            if parts[code[1:]].area_code in added:
                draft.fault(here & can, "merged-sum")
            draft.fault(here, "merged-area")
    return sums


def _of_parts(draft: Draft, rows: pd.DataFrame, parts: dict[str, Area]) -> pd.DataFrame:
    """Sums of former districts, for areas all of whose parts have all periods, and no figure of their own."""
    if rows.empty:
        return empty()
    rows = rows.assign(part=rows["area_code"].str[1:])
    rows["area_code"] = rows["part"].map({code: area.area_code for code, area in parts.items()})
    needed = {area.area_code: len(set(area.parts[1:])) for area in parts.values()}
    counted = rows.groupby([*_SERIES, "area_code"])["part"].nunique()
    short = counted < counted.index.get_level_values("area_code").map(needed)
    own = {draft.area_keys[number][1] for number in np.unique(draft.areas[draft.good])}
    broken = set(counted.index.get_level_values("area_code")[short.to_numpy()]) | own
    return _summed(rows[~rows["area_code"].isin(broken)])


def _tell(parts: dict[str, Area], sums: pd.DataFrame, column: str, every: bool, some: bool, problems: Problems) -> None:
    """Each merged district with what was done with it, where every series can be added up, or only some."""
    added = set(sums["area_code"])
    for code, area in parts.items():
        where: dict[str, Any] = {"row": area.row, "column": column, "value": area.cell, "rows": area.rows}
        where |= {"name": area.name, "code": area.area_code}
        if area.area_code in added:
            if code == min(part for part in parts if parts[part].area_code == area.area_code):
                cells = ", ".join(item.cell for item in parts.values() if item.area_code == area.area_code)
                problems.add("merged-sum", **{**where, "value": cells})
            if every:
                continue
        why = "; its other parts, or some of their periods, are not there" if some else ""
        why = "; not all series can be added up" if area.area_code in added else why
        problems.add("merged-area", **where, why=why, geography=GEOGRAPHIES[area.geography_id].title)


def to_geography(
    rows: pd.DataFrame,
    geography: str,
    sum_to: str,
    addable: frozenset[str],
    titles: dict[str, str],
    problems: Problems,
) -> pd.DataFrame:
    """The observations of districts added up to the geography `sum_to`; empty without one.

    Only series in `addable` are; `titles` (id -> title) name the others. An area without one of its districts is
    missing (M); a sum has the weakest status of its parts, and is an estimate (E) at best where a district counts by
    its share. Raises UnknownNameError for a geography that districts do not add up to.
    """
    if not sum_to or rows.empty:
        return empty()
    members = _members(geography, sum_to)
    can = rows["indicator_id"].isin(addable)
    if not can.any():
        problems.add("not-additive")
        return empty()
    for key in rows.loc[~can, "indicator_id"].unique():
        problems.add("not-added", value=titles.get(key, key))
    filled = _filled(rows[can], members, geography).assign(geography_id=sum_to)
    unknown = filled["status"].isna()
    _tell_missing(filled[unknown], sum_to, labels(geography).names, problems)
    filled["value"] = (filled["value"] * filled["weight"]).mask(unknown)
    filled["status"] = _marked(filled).mask(unknown, Status.MISSING.value)
    return _summed(filled)


def _marked(filled: pd.DataFrame) -> pd.Series[str]:
    """Statuses: of a district that counts by its share an estimate at best."""
    estimated = filled["weight"].lt(1) & filled["status"].isin(_SOUNDER)
    return filled["status"].mask(estimated, Status.ESTIMATED.value)


def _members(geography: str, sum_to: str) -> pd.DataFrame:
    """The rows of `membership` of the areas to add up to. Raises UnknownNameError where there are none."""
    members = membership().query("geography_id == @sum_to and member_geography_id == @geography")
    if members.empty:
        known = membership().query("member_geography_id == @geography")["geography_id"].unique()
        raise UnknownNameError(f"geography that {geography} adds up to", sum_to, list(known), answer="sum_to")
    return members


def _filled(rows: pd.DataFrame, members: pd.DataFrame, geography: str) -> pd.DataFrame:
    """A row for every member of every area in every series, with its weight; without a status where it is missing."""
    inside = members[["area_code", "member_code", "weight"]].rename(columns={"area_code": "sum_code"})
    parts = rows[rows["geography_id"] == geography].rename(columns={"area_code": "member_code"})
    series = parts[_SERIES].drop_duplicates().merge(inside, how="cross")
    filled = series.merge(parts, how="left", on=[*_SERIES, "member_code"])
    return filled.rename(columns={"sum_code": "area_code"})


def _tell_missing(gaps: pd.DataFrame, geography: str, districts: dict[str, str], problems: Problems) -> None:
    """Areas that have no sum because of `districts` (code -> name) that are missing."""
    wholes = labels(geography).names
    for code, rows in gaps.groupby("area_code"):
        name = wholes[str(code)]
        problems.add("not-summed", value=name, name=name, why=_missing(rows["member_code"], districts))


def _missing(codes: pd.Series[str], districts: dict[str, str]) -> str:
    """`two districts are missing (Hartlepool, Middlesbrough)`."""
    names = sorted(districts[code] for code in codes.unique())
    many = _WORDS[len(names)] if len(names) < len(_WORDS) else f"{len(names):,}"
    more = f" and {len(names) - _NAMED} more" if len(names) > _NAMED else ""
    named = ", ".join(names[:_NAMED]) + more
    return f"{many} {'district is' if len(names) == 1 else 'districts are'} missing ({named})"


def _summed(rows: pd.DataFrame) -> pd.DataFrame:
    """Values added up by key, missing if one is; with the weakest status."""
    if rows.empty:
        return empty()
    ranked = rows.assign(rank=rows["status"].map(_ORDER.index))
    groups = ranked.groupby(KEY, sort=True)
    sums = groups.agg(value=("value", lambda values: values.sum(skipna=False)), rank=("rank", "min")).reset_index()
    sums["status"] = pd.Series([_ORDER[rank] for rank in sums["rank"]], dtype="str")
    sums.loc[sums["status"].isin(["M", "C"]), "value"] = np.nan
    return sums.assign(lower=np.nan, upper=np.nan)[COLUMNS]
