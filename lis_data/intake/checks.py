"""Rules that need more than one cell: intervals that hold their value, and one figure per key."""

from __future__ import annotations

import numpy as np

from lis_data.intake.draft import Draft
from lis_data.intake.gazetteer import labels
from lis_data.intake.problems import Problems
from lis_data.intake.reading import Rows
from lis_data.model import TOTAL
from lis_data.period import label
from lis_data.settings import settings


def bounds(draft: Draft, problems: Problems) -> None:
    """Keep out figures that lie outside their interval; a bound without a figure is let go."""
    draft.lower[np.isnan(draft.values)] = np.nan
    draft.upper[np.isnan(draft.values)] = np.nan
    with np.errstate(invalid="ignore"):
        wrong = ((draft.lower > draft.values) | (draft.upper < draft.values)) & draft.good
    places = np.flatnonzero(wrong)
    for place in places[: settings().intake_problems].tolist():
        interval = f"{draft.lower[place]:g} to {draft.upper[place]:g}"
        problems.add("bounds", row=int(draft.rows[place]), column=str(draft.columns[place]), value=interval)
    _count_rest("bounds", len(places), problems)
    draft.fault(wrong, "bounds")


def duplicates(draft: Draft, problems: Problems) -> None:
    """Keep the first figure of every key; say whether the others are the same."""
    places = np.flatnonzero(draft.good)
    keys = draft.keys()[places]
    order = np.argsort(keys, kind="stable")
    again = np.flatnonzero(keys[order][1:] == keys[order][:-1]) + 1
    if not len(again):
        return
    starts = np.flatnonzero(np.concatenate([[True], keys[order][1:] != keys[order][:-1]]))
    first = starts[np.searchsorted(starts, again, side="right") - 1]
    later, kept = places[order[again]], places[order[first]]
    same = draft.values[later] == draft.values[kept]
    same |= np.isnan(draft.values[later]) & np.isnan(draft.values[kept])
    for kind, chosen in (("repeated", same), ("duplicate", ~same)):
        _tell(draft, kind, later[chosen], kept[chosen], problems)
        mask = np.zeros(len(draft.rows), dtype=bool)
        mask[later[chosen]] = True
        draft.fault(mask, kind)


def _tell(draft: Draft, kind: str, later: Rows, kept: Rows, problems: Problems) -> None:
    order = np.argsort(draft.rows[later], kind="stable")[: settings().intake_problems]
    for place, first in zip(later[order].tolist(), kept[order].tolist(), strict=True):
        industry = draft.industry_names[draft.industries[place]]
        geography, code = draft.places[draft.areas[place]]
        problems.add(
            kind,
            row=int(draft.rows[place]),
            column=str(draft.columns[place]),
            value=f"{draft.values[place]:g}",
            area=labels(geography).names.get(code, code.lstrip("+")),
            period=label(draft.period_names[draft.periods[place]]),
            industry="" if industry == TOTAL else f", {industry}",
            first=int(draft.rows[first]),
        )
    _count_rest(kind, len(later), problems)


def _count_rest(kind: str, found: int, problems: Problems) -> None:
    rest = max(found - settings().intake_problems, 0)
    problems.more(kind, found=rest, rows=rest)
