"""The three tests arranged for the grid, the table and words."""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd

from lis_data import queries
from lis_data.model import Series
from pages.ui.exhibit.table import Column
from pages.ui.state.cache import answer
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


def in_words(rows: pd.DataFrame) -> pd.DataFrame:
    """`rows` with `passed` (how many tests of how many) and each test's verdict in words, under its name."""
    said = {True: "✓ passed", False: "✗ not passed"}
    verdicts = {f"{test}_verdict": rows[test].map(said).fillna("cannot be tested") for test in _VALUES}
    return rows.assign(passed=rows["tests_passed"].astype(str) + " of " + rows["tests_made"].astype(str), **verdicts)


def columns(choice: Choice) -> tuple[Column, ...]:
    """Each test with its verdict in words and the figures behind it."""
    return (
        Column("title", "Industry"),
        Column("area_name", "" if choice.area_code else "Place"),
        Column("passed", "Tests passed"),
        *(Column(f"{test}_verdict", NAMES[test].rstrip(".")) for test in _VALUES),
        Column("value", f"Size ({choice.unit})", "%,.0f"),
        Column("location_quotient", "Location quotient", "%.2f"),
        Column("productivity", "GVA a job (£ thousand)", "%.1f"),
        Column("productivity_lead", "Above England’s (%)", "%+.0f"),
        Column("growth", "Growth (% a year)", "%+.1f"),
        Column("growth_lead", "Faster than England (points)", "%+.1f"),
        *map(Column, ("area_code", "industry", "geography", "period", "base")),
    )


def series(choice: Choice) -> tuple[Series, ...]:
    """Whose figures the tests rest on; jobs only where they have been counted."""
    coverage = answer(queries.sector_coverage)
    counted = (coverage["indicator_id"] == "jobs") & (coverage["geography_id"] == choice.series.geography_id)
    jobs = choice.unit == "£ million" and counted.any()
    return (choice.series, *((Series("jobs", choice.series.geography_id),) if jobs else ()))
