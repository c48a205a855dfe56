"""The three tests arranged for the grid, the table and words."""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd

from lis_data import queries
from lis_data.model import Series
from pages.ui.state.cache import answer
from pages.ui.views.sectors import tables
from pages.ui.views.sectors.choice import Choice

MOST_ROWS, MOST_LISTED = 20, 100
NAMES = {"specialised": "Specialised.", "productive": "Productive.", "growing": "Growing.", "well_paid": "Well paid."}
METHOD = (
    "Specialised: location quotient. Productive: GVA a job against England’s in the same industry. Growing: growth a "
    "year against England’s in the same industry."
)
_VALUES = {
    "specialised": ("location_quotient", "{:.2f} ×"),
    "productive": ("productivity_lead", "{:+.0f}%"),
    "growing": ("growth_lead", "{:+.1f} points"),
}


@dataclass(frozen=True)
class Thresholds:
    """The least that passes: times England's share, % above England's GVA a job, points a year above its growth."""

    quotient: float
    productivity: float
    growth: float


def heads(least: Thresholds) -> dict[str, str]:
    """The names of the grid's columns, in lines."""
    return {
        "specialised": f"Specialised|{least.quotient:g} × or more",
        "productive": f"Productive|{least.productivity:+g}% or more",
        "growing": f"Growing|{least.growth:+g} points or more",
    }


def passing(tested: pd.DataFrame) -> pd.DataFrame:
    """Those that pass every test that can be made, of which there are at least two."""
    return tested[(tested["tests_passed"] == tested["tests_made"]) & (tested["tests_made"] >= 2)]


def grid(rows: pd.DataFrame, *, with_area: bool) -> pd.DataFrame:
    """A row a test of the first industries: row, title, test, value (1 passed, 0 not, missing), text."""
    first = rows.head(MOST_ROWS)
    titles = first["title"] + (" · " + first["area_name"] if with_area else "")
    parts = [
        pd.DataFrame(
            {
                "row": first["area_code"] + " " + first["industry"],
                "title": titles,
                "test": test,
                "value": first[test].astype("Float64"),
                "text": [_text(*pair, form=form) for pair in zip(first[test], first[column], strict=True)],
            }
        )
        for test, (column, form) in _VALUES.items()
    ]
    return pd.concat(parts)


def _text(passed: bool | None, value: float, *, form: str) -> str:
    if pd.isna(passed):
        return "cannot be tested"
    return form.format(value).replace("-", "−")


def show(rows: pd.DataFrame, *, unit: str, with_area: bool) -> None:
    """The table: each test with its verdict in words and the figures behind it."""
    words = {True: "✓ passed", False: "✗ not passed"}
    verdicts = {test: rows[test].map(words).fillna("cannot be tested") for test in _VALUES}
    numbers = {
        f"Size ({unit})": (rows["value"], "%,.0f"),
        "Location quotient": (rows["location_quotient"], "%.2f"),
        "GVA a job (£ thousand)": (rows["productivity"], "%.1f"),
        "Above England’s (%)": (rows["productivity_lead"], "%+.0f"),
        "Growth (% a year)": (rows["growth"], "%+.1f"),
        "Faster than England (points)": (rows["growth_lead"], "%+.1f"),
    }
    where = {"Place": rows["area_name"]} if with_area else {}
    made = rows["tests_passed"].astype(str) + " of " + rows["tests_made"].astype(str)
    named = {NAMES[test].rstrip("."): held for test, held in verdicts.items()}
    texts = {"Industry": rows["title"], **where, "Tests passed": made, **named}
    tables.draw(texts, numbers, alt=f"{len(rows)} industries with their three tests")


def used(choice: Choice) -> list[Series]:
    """Whose figures the tests rest on; jobs only where they have been counted."""
    held = answer(queries.sector_coverage)
    jobs = held[(held["indicator_id"] == "jobs") & (held["geography_id"] == choice.shown.geography_id)]
    money = choice.unit == "£ million"
    return [choice.shown, *([Series("jobs", choice.shown.geography_id)] if money and len(jobs) else [])]
