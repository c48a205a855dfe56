"""Aims followed: indicator, baseline, latest figure, target and date of each, and how it stands."""

from __future__ import annotations

import functools

import pandas as pd

from lis_data import statements
from lis_data.statements.text import PROGRESS
from pages.ui.exhibit import page
from pages.ui.exhibit.chart import Chart
from pages.ui.exhibit.charts import stated as charts
from pages.ui.exhibit.charts.base import Spec
from pages.ui.exhibit.exhibit import Exhibit
from pages.ui.exhibit.palette import Ink
from pages.ui.shell import frame
from pages.ui.state.cache import answer
from pages.ui.views.statements import choices, evidence, tables, text

_ABOUT = "Aims with a figure, held against even steps from where they start to their date."
_RULE = (
    "A bar beyond its mark is on course. GVA in prices of each year grows with inflation; in 2022 prices, our "
    "estimate, it does not."
)


def show() -> None:
    """The view: the filters, how far each aim has come, the table."""
    rows = choices.filtered()
    aims = rows[rows["verdict"] == "aim"]
    if aims.empty:
        page.headline(text.of_aims(aims), _ABOUT)
        return choices.say_nothing_left()
    followed = _followed(aims)
    page.finding(followed)
    if followed.picture:
        frame.section("How far they have come, beside the time that has gone by")
        page.picture(followed)
    frame.section(f"{len(aims)} aims to monitor" if len(aims) > 1 else "The aim to monitor")
    page.table(followed)


def _followed(aims: pd.DataFrame) -> Exhibit:
    """The aims with how far each has come and the time that has gone by."""
    each = _each(aims)
    ways = each.dropna(subset="way")
    finding = text.of_aims(aims)
    alt = f"{finding}. A bar a reading for the part of the way, a mark for the part of the time."
    return Exhibit(
        key="aims",
        name="lis_aims",
        finding=finding,
        subtitle=_ABOUT,
        table=tables.of_aims(each),
        series=evidence.series(aims),
        picture=Chart(functools.partial(_draw, ways), alt) if len(ways) else None,
        caption=_RULE if len(ways) else "",
        documents=evidence.documents(aims),
        facts=evidence.FACTS,
    )


def _each(aims: pd.DataFrame) -> pd.DataFrame:
    """A row an aim and reading; aims without a figure have one row, with the reason."""
    readings = answer(statements.readings).drop(columns="stated").rename(columns={"progress": "of_reading"})
    both = aims.rename(columns={"progress": "of_aim"}).merge(readings, on="statement_id", how="left")
    unseen = both["of_aim"] == "no figure"
    numbers = ["first", "latest", "expected", "way", "time"]
    both[numbers] = both[numbers].mask(unseen)
    progress = both["of_reading"].where(~unseen, "no figure").fillna("no figure")
    reason = both["why"].where(unseen, both["note"])
    return both.assign(progress=progress, progress_text=progress.map(PROGRESS), reason=reason)


def _draw(ways: pd.DataFrame, ink: Ink) -> Spec:
    return charts.ways(ways, ink=ink)
