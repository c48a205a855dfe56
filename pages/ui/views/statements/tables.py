"""The tables of stated figures, of their recomputed figures and of aims; on the page and to take away."""

from __future__ import annotations

from typing import Any

import pandas as pd

from lis_data import statuses
from lis_data.period import label
from lis_data.statements.text import PROGRESS, VERDICTS, figure
from pages.ui.exhibit.table import Column, Table
from pages.ui.shell.markup import web_address
from pages.ui.state.clicks import Click

_LISTS = ("area_codes", "places", "statement_ids")
_TALL, _FEW = 560, 14
"""The height of a long table in pixels, and as many rows as need no such height."""
_ALL = (
    Column("statement_id", "Id", width=60),
    Column("area_name", "Place"),
    Column("says", "The document says", width=330),
    Column("figure", "Stated"),
    Column("recomputed", "Recomputed (nearest)"),
    Column("verdict", "Verdict", width=170),
    Column("because", "Why", width=520),
    Column("source", "Source"),
    Column("source_url", "Address", link="open"),
)
_FIGURES = (
    Column("period_means", "Period"),
    Column("reading", "Reading"),
    Column("figure", "Recomputed"),
    Column("value", "Figure", "%.2f"),
    Column("stated", "Stated", "%.2f"),
    Column("could_be_meant", "Could be meant"),
    Column("fit", "Agreement"),
    Column("status_means", "Status"),
)
_AIMS = (
    Column("statement_id", "Id", width=60),
    Column("area_name", "Place", width=140),
    Column("says", "Aim", width=330),
    Column("reading", "Indicator", width=200),
    Column("baseline_in_words", "Baseline", width=130),
    Column("latest_in_words", "Latest", width=150),
    Column("expected_in_words", "Even steps"),
    Column("figure", "Target"),
    Column("due", "By"),
    Column("progress_text", "Course"),
    Column("reason", "Note", width=400),
    Column("source", "Source"),
    *map(Column, ("area_code", "unit", "base", "baseline", "latest", "latest_period", "expected", "progress")),
    *map(Column, ("way", "time", "source_url")),
)


def of_all(rows: pd.DataFrame) -> Table:
    """A row a stated figure; a click on one opens it."""
    named = rows.assign(
        **{name: rows[name].map("; ".join) for name in _LISTS},
        verdict=verdict(rows),
        because=rows["why"] + (" " + rows["note"]).str.rstrip(),
        source_url=rows["source_url"].map(web_address).replace("", None),
    ).drop(columns=["geography_id", "stated", "due_year"])
    return Table(
        named,
        (*_ALL, *_more(named, _ALL)),
        alt=f"{len(rows)} stated figures with what was recomputed, the verdict and why",
        height=_TALL if len(rows) > _FEW else None,
        click=Click("statement", "statement_id"),
    )


def verdict(rows: pd.DataFrame) -> pd.Series:
    """The verdict in words; of an aim how it stands."""
    aims = "Aim: " + rows["progress"].map(PROGRESS)
    return aims.where(rows["verdict"] == "aim", rows["verdict"].map(VERDICTS))


def of_figures(figures: pd.DataFrame) -> Table:
    """A row a reading and period."""
    named = figures.drop(columns=["bound", "baseline"]).assign(
        period_means=figures["period"].map(label),
        figure=[figure(*pair) for pair in zip(figures["value"], figures["unit"], strict=True)],
        could_be_meant=figures["counts"].map({True: "yes", False: "no"}),
        status_means=statuses.each(figures),
    )
    return Table(named, (*_FIGURES, *_more(named, _FIGURES)), alt=f"{len(figures)} recomputed figures")


def of_aims(rows: pd.DataFrame) -> Table:
    """A row an aim and reading: where it starts, where it stands, where even steps would be, its date."""
    named = rows.rename(columns={"first": "baseline"}).assign(
        baseline_in_words=_in_words(rows, "first", "base"),
        latest_in_words=_in_words(rows, "latest", "latest_period"),
        expected_in_words=_in_words(rows, "expected", ""),
    )
    return Table(named, _AIMS, alt=f"{len(rows)} rows of aims", height=_TALL if len(rows) > _FEW else None)


def _more(rows: pd.DataFrame, columns: tuple[Column, ...]) -> list[Column]:
    """The columns that stand in the files alone."""
    return [Column(field) for field in rows.columns.difference([column.field for column in columns], sort=False)]


def _in_words(rows: pd.DataFrame, value: str, period: str) -> pd.Series:
    """`£31.3bn (2017)`; none where there is no figure."""
    periods = rows[period] if period else [""] * len(rows)
    words = [
        None if pd.isna(number) else figure(number, unit) + _when(when)
        for number, unit, when in zip(rows[value], rows["unit"], periods, strict=True)
    ]
    return pd.Series(words, index=rows.index)


def _when(period: Any) -> str:
    if pd.isna(period) or period == "":
        return ""
    return f" ({label(period) if isinstance(period, str) else int(period)})"
