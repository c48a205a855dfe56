"""Rules that need more than one cell: values inside their intervals, one figure per key, totals of industries."""

from __future__ import annotations

from typing import Any

import numpy as np

from lis_data.intake.draft import Draft
from lis_data.intake.gazetteer import labels
from lis_data.intake.problems import Problems
from lis_data.intake.reading import Mask, Rows
from lis_data.model import TOTAL
from lis_data.period import label
from lis_data.settings import settings


def bounds(draft: Draft, problems: Problems) -> None:
    """Keep out figures that lie outside their interval; a bound without a figure is let go."""
    draft.lower[np.isnan(draft.values)] = np.nan
    draft.upper[np.isnan(draft.values)] = np.nan
    with np.errstate(invalid="ignore"):
        wrong = ((draft.lower > draft.values) | (draft.upper < draft.values)) & draft.good
    wrong_entries = np.flatnonzero(wrong)
    for entry in wrong_entries[: settings().intake_problems].tolist():
        interval = f"{draft.lower[entry]:g} to {draft.upper[entry]:g}"
        problems.add("bounds", row=int(draft.rows[entry]), column=str(draft.columns[entry]), value=interval)
    _count_rest("bounds", len(wrong_entries), problems)
    draft.fault(wrong, "bounds")


def duplicates(draft: Draft, problems: Problems) -> None:
    """Leave out repeats of a figure but the first; where the figures of one key differ, leave all of them out."""
    entries = np.flatnonzero(draft.good)
    keys = draft.keys()[entries]
    order = np.argsort(keys, kind="stable")
    again = keys[order][1:] == keys[order][:-1]
    if not again.any():
        return
    group = np.concatenate([[0], np.cumsum(~again)])
    first = np.concatenate([[True], ~again])
    entries = entries[order]
    earliest = entries[first][group]
    same = draft.values[entries] == draft.values[earliest]
    same |= np.isnan(draft.values[entries]) & np.isnan(draft.values[earliest])
    differs = np.bincount(group, weights=~same) > 0
    repeated = ~first & ~differs[group]
    _tell_repeated(draft, entries[repeated], earliest[repeated], problems)
    _tell_conflicts(draft, entries, group, same, differs, problems)
    _keep_out(draft, entries[repeated], "repeated")
    _keep_out(draft, entries[differs[group]], "duplicate")


def _keep_out(draft: Draft, entries: Rows, kind: str) -> None:
    mask = np.zeros(len(draft.rows), dtype=bool)
    mask[entries] = True
    draft.fault(mask, kind)


def _tell_repeated(draft: Draft, later: Rows, earliest: Rows, problems: Problems) -> None:
    order = np.argsort(draft.rows[later], kind="stable")[: settings().intake_problems]
    for entry, first in zip(later[order].tolist(), earliest[order].tolist(), strict=True):
        problems.add("repeated", **_where(draft, entry), first=int(draft.rows[first]))
    _count_rest("repeated", len(later), problems)


def _tell_conflicts(draft: Draft, entries: Rows, group: Rows, same: Mask, differs: Mask, problems: Problems) -> None:
    """Each key whose figures differ, with the first of them and the first other one.

    `entries` are in the order of their keys, which `group` numbers; `same` marks those equal to the first of the key,
    `differs` the keys.
    """
    starts = np.searchsorted(group, np.flatnonzero(differs))
    order = np.argsort(draft.rows[entries[starts]], kind="stable")[: settings().intake_problems]
    for start in starts[order].tolist():
        many = int(np.searchsorted(group, group[start], side="right")) - start
        other = start + int(np.argmin(same[start : start + many]))
        figures = _figures(draft, int(entries[start]), int(entries[other]))
        more = f" ({many} rows in all)" if many > 2 else ""
        problems.add("duplicate", **_where(draft, int(entries[start])), rows=many, figures=figures, more=more)
    listed = len(order)
    problems.more("duplicate", found=len(starts) - listed, rows=int(differs[group].sum()) - problems.rows["duplicate"])


def _figures(draft: Draft, one: int, other: int) -> str:
    """`12.5 in row 2 and 13.5 in row 10`; with the columns where they stand in one row."""
    parts = []
    for entry in (one, other):
        value = "no figure" if np.isnan(draft.values[entry]) else f"{draft.values[entry]:,.15g}"
        column = f", column '{draft.columns[entry]}'" if draft.rows[one] == draft.rows[other] else ""
        parts.append(f"{value} in row {draft.rows[entry]}{column}")
    return " and ".join(parts)


def _where(draft: Draft, entry: int) -> dict[str, Any]:
    """Where an entry stands, and what it is a figure of, in the words of a problem."""
    industry = draft.industry_names[draft.industries[entry]]
    geography, code = draft.area_keys[draft.areas[entry]]
    return {
        "row": int(draft.rows[entry]),
        "column": str(draft.columns[entry]),
        "value": f"{draft.values[entry]:,.15g}",
        "area": labels(geography).names.get(code, code.lstrip("+")),
        "period": label(draft.period_names[draft.periods[entry]]),
        "industry": "" if industry == TOTAL else f", {industry}",
    }


def single_industries(draft: Draft, titles: dict[str, str], problems: Problems) -> None:
    """Point out the series (id -> title) that have figures of single industries alone: no page shows them."""
    many, good = len(draft.indicator_names), draft.good
    total = np.array([name == TOTAL for name in draft.industry_names], dtype=bool)[draft.industries]
    every = np.bincount(draft.indicators[good], minlength=many)
    totals = np.bincount(draft.indicators[good & total], minlength=many)
    for series in np.flatnonzero((every > 0) & (totals == 0)).tolist():
        key = draft.indicator_names[series]
        problems.add("no-total", value=titles.get(key, key), rows=int(every[series]))


def _count_rest(kind: str, found: int, problems: Problems) -> None:
    rest = max(found - settings().intake_problems, 0)
    problems.more(kind, found=rest, rows=rest)
