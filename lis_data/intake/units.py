"""Units from a column that says them, one for each series; and fractions under a name that says percent."""

from __future__ import annotations

import numpy as np

from lis_data.intake import names
from lis_data.intake.draft import Draft
from lis_data.intake.problems import Problems
from lis_data.intake.reading import Column, Table
from lis_data.wording import count

_CODES = {
    "number": "", "count": "", "no": "", "nr": "", "none": "", "value": "", "numbers": "", "absolute": "",
    "percent": "%", "per cent": "%", "percentage": "%", "percentages": "%", "pc": "%", "pct": "%", "pc_pop": "%",
    "gbp": "£", "pounds": "£", "pound": "£", "pounds sterling": "£", "ths": "thousand", "ths_per": "thousand",
    "thousands": "thousand", "millions": "million",
}  # fmt: skip
_LEAST = 3
"""Fractions from which on a series is said to have them."""


def of_series(draft: Draft, column: Column, table: Table, problems: Problems) -> dict[int, str]:
    """The unit of each series, by its number in the draft.

    Figures in another unit than most of their series are reported and left out.
    """
    units = [_unit(cell) for cell in column.cells()]
    different = list(dict.fromkeys(units))
    per_text = np.array([different.index(unit) for unit in units], dtype=np.int64)
    rows = per_text[column.codes[np.searchsorted(table.rows, draft.rows)]]
    used = draft.good & np.isfinite(draft.values)
    chosen: dict[int, str] = {}
    for series in range(len(draft.indicator_names)):
        here = (draft.indicators == series) & used
        many = np.bincount(rows[here], minlength=len(different))
        best = int(np.argmax(many))
        chosen[series] = different[best]
        for other in [index for index in np.flatnonzero(many).tolist() if index != best]:
            _keep_out(draft, here & (rows == other), column.name, different[other], different[best], problems)
    return chosen


def _keep_out(draft: Draft, where: np.ndarray, column: str, found: str, unit: str, problems: Problems) -> None:
    first, many = int(draft.rows[where].min()), int(where.sum())
    said = {"found": count(many, "figure is", "figures are"), "unit": unit or "no unit"}
    problems.add("unit-column", row=first, column=column, value=found or "no unit", rows=many, **said)
    draft.fault(where, "unit-column")


def _unit(cell: str) -> str:
    """A cell of a column of units as it is written behind figures: '£m' of '£ million', '%' of 'Percentage'."""
    plain = " ".join(cell.split())
    return _CODES.get(plain.casefold(), names.unit_in(f"({plain})") or plain)


def tell_fractions(draft: Draft, titles: dict[str, str], units: dict[str, str], problems: Problems) -> None:
    """Point out series whose name or unit says percent and whose figures are all between 0 and 1; `titles` and `units`
    are by id."""
    for series, key in enumerate(draft.indicator_names):
        said = f"{titles.get(key, key)} {units.get(key, '')}"
        if not names.says_percent(said):
            continue
        here = (draft.indicators == series) & draft.good & np.isfinite(draft.values)
        values = np.abs(draft.values[here])
        if len(values) >= _LEAST and float(values.max()) <= 1 and np.any(values % 1 != 0):
            index = int(np.flatnonzero(here)[0])
            problems.add(
                "fractions", row=int(draft.rows[index]), column=str(draft.columns[index]), rows=len(values),
                value=f"{draft.values[index]:g}", title=titles.get(key, key),
            )  # fmt: skip
