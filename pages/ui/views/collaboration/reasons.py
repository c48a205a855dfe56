"""Why two LEPs could work together, in words with figures."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pandas as pd

from lis_data import queries
from lis_data.wording import count, inside, listed
from pages.ui.state.cache import answer, cached
from pages.ui.views.programme import text as words

_Shared = dict[tuple[str, str], list[dict[str, Any]]]
"""What a pair shares, by the codes of its two LEPs."""

_MOST = 3
"""Specialisms or priorities named one by one."""


def of_pairs(pairs: pd.DataFrame, *, period: str, least_quotient: float, least_value: float) -> list[dict[str, str]]:
    """For each pair, by kind of reason: what they share. `pairs` has the columns of `queries.partners`."""
    strong, named = _specialisms(period, least_quotient, least_value), _priorities()
    return [_of_pair(row, strong, named) for row in pairs.to_dict("records")]


def sentences(told: Mapping[str, str]) -> str:
    """What is told of a pair as sentences; empty where nothing is."""
    return "".join(f"{text}. " for text in told.values()).strip()


def short(row: Mapping[str, Any]) -> dict[str, str]:
    """The same for a cell of the grid: how many, or `yes`."""
    told = {}
    if row["specialisms"]:
        told["specialism"] = str(row["specialisms"])
    if row["priorities"]:
        told["priority"] = str(row["priorities"])
    if row["border"]:
        told["border"] = "yes"
    if row["districts"]:
        told["districts"] = str(row["districts"])
    if _is_text(row["strategy"]):
        told["arrangement"] = "one strategy"
    elif _is_text(row["partnership"]):
        told["arrangement"] = "yes"
    return told


def title(dimension: str, tag: str, name: str) -> str:
    """What is shared, as the pages call it."""
    return words.CHALLENGES.get(tag, name) if dimension == "challenge" else name


def _of_pair(row: Mapping[str, Any], strong: _Shared, named: _Shared) -> dict[str, str]:
    key = (row["area_code"], row["other_code"])
    told = {}
    if key in strong:
        told["specialism"] = _strong(strong[key])
    if key in named:
        told["priority"] = _named(named[key])
    if row["districts"]:
        told["districts"] = (
            f"They share {listed(row['district_names'].split('; '))}, so part of this is the same ground"
        )
    elif row["border"]:
        told["border"] = "They lie next to each other"
    if _is_text(row["strategy"]):
        told["arrangement"] = f"They have one strategy, {row['strategy']}"
    elif _is_text(row["partnership"]):
        told["arrangement"] = f"Both are in the partnership {row['partnership']}"
    return told


def _strong(shared: list[dict[str, Any]]) -> str:
    pairs = [f"{inside(item['title'])} ({item['quotient']:.1f} and {item['other_quotient']:.1f}" for item in shared]
    first, *others = pairs[:_MOST]
    named = "; ".join([f"{first} times England’s share)", *(f"{other})" for other in others)])
    return f"Both strong in {named}{_more(shared, 'industry', 'industries')}"


def _named(shared: list[dict[str, Any]]) -> str:
    titles = [inside(title(item["dimension"], item["tag"], item["title"])) for item in shared]
    numbers = [str(item["strategies"]) for item in shared]
    first = f"{titles[0]} ({numbers[0]} strategies do)"
    others = [f"{name} ({number})" for name, number in zip(titles[1:_MOST], numbers[1:_MOST], strict=True)]
    return f"Both have a priority in {listed([first, *others])}{_more(shared, 'priority', 'priorities')}"


def _more(shared: list[dict[str, Any]], singular: str, plural: str) -> str:
    rest = len(shared) - _MOST
    return f"; and {count(rest, f'more {singular}', f'more {plural}')}" if rest > 0 else ""


@cached
def _specialisms(period: str, least_quotient: float, least_value: float) -> _Shared:
    rule = {"period": period, "least_quotient": least_quotient, "least_value": least_value}
    return _by_pair(answer(queries.shared_specialisms, **rule), swapped={"quotient": "other_quotient"})


@cached
def _priorities() -> _Shared:
    return _by_pair(answer(queries.shared_priorities), swapped={})


def _by_pair(shared: pd.DataFrame, *, swapped: Mapping[str, str]) -> _Shared:
    """What is shared by pair, seen from either side; the `swapped` columns are of the first, and of the other."""
    swap = {"area_code": "other_code", **swapped}
    turned = shared.rename(columns={**swap, **{other: mine for mine, other in swap.items()}})
    found: _Shared = {}
    for item in [*shared.to_dict("records"), *turned.to_dict("records")]:
        found.setdefault((item["area_code"], item["other_code"]), []).append(item)
    return found


def _is_text(value: object) -> bool:
    return isinstance(value, str) and value != ""
