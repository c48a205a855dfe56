"""Why two LEPs could work together, in words with figures."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pandas as pd

from lis_data import queries
from lis_data.wording import count, inside, listed
from pages.ui.rows import records
from pages.ui.state.cache import answer, cached
from pages.ui.views.programme.text import CHALLENGES

_Shared = dict[tuple[str, str], list[dict[str, Any]]]
"""What a pair shares, by the codes of its two LEPs."""

_MOST = 3
"""Specialisms or priorities named one by one."""


def of_pairs(pairs: pd.DataFrame, *, period: str, least_quotient: float, least_value: float) -> list[dict[str, str]]:
    """For each pair, by kind of reason: what they share. `pairs` has the columns of `queries.partners`."""
    strong, named = _specialisms(period, least_quotient, least_value), _priorities()
    return [_of_pair(row, strong, named) for row in records(pairs)]


def sentences(by_kind: Mapping[str, str]) -> str:
    """The reasons of a pair as sentences; empty where it has none."""
    return "".join(f"{reason}. " for reason in by_kind.values()).strip()


def short(row: Mapping[str, Any]) -> dict[str, str]:
    """The same for a cell of the grid: how many, or `yes`."""
    found = {}
    if row["specialisms"]:
        found["specialism"] = str(row["specialisms"])
    if row["priorities"]:
        found["priority"] = str(row["priorities"])
    if row["border"]:
        found["border"] = "yes"
    if row["districts"]:
        found["districts"] = str(row["districts"])
    if _is_text(row["strategy"]):
        found["arrangement"] = "one strategy"
    elif _is_text(row["partnership"]):
        found["arrangement"] = "yes"
    return found


def title(dimension: str, tag: str, name: str) -> str:
    """What is shared, as the pages call it."""
    return CHALLENGES.get(tag, name) if dimension == "challenge" else name


def _of_pair(row: Mapping[str, Any], strong: _Shared, named: _Shared) -> dict[str, str]:
    key = (row["area_code"], row["other_code"])
    found = {}
    if key in strong:
        found["specialism"] = _strong(strong[key])
    if key in named:
        found["priority"] = _named(named[key])
    if row["districts"]:
        found["districts"] = (
            f"They share {listed(row['district_names'].split('; '))}, so part of this is the same ground"
        )
    elif row["border"]:
        found["border"] = "They lie next to each other"
    if _is_text(row["strategy"]):
        found["arrangement"] = f"They have one strategy, {row['strategy']}"
    elif _is_text(row["partnership"]):
        found["arrangement"] = f"Both are in the partnership {row['partnership']}"
    return found


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
    shared = answer(queries.shared_specialisms, period=period, least_quotient=least_quotient, least_value=least_value)
    return _by_pair(shared, swapped={"quotient": "other_quotient"})


@cached
def _priorities() -> _Shared:
    return _by_pair(answer(queries.shared_priorities), swapped={})


def _by_pair(shared: pd.DataFrame, *, swapped: Mapping[str, str]) -> _Shared:
    """What is shared by pair, seen from either side; the `swapped` columns are of the first, and of the other."""
    swap = {"area_code": "other_code", **swapped}
    turned = shared.rename(columns={**swap, **{other: own for own, other in swap.items()}})
    found: _Shared = {}
    for item in [*records(shared), *records(turned)]:
        found.setdefault((item["area_code"], item["other_code"]), []).append(item)
    return found


def _is_text(value: object) -> bool:
    return isinstance(value, str) and value != ""
