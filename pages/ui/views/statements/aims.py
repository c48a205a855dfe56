"""Aims followed: indicator, baseline, latest figure, target and date of each, and whether it is on course."""

from __future__ import annotations

import pandas as pd
import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from lis_data import statements
from lis_data.statements.text import PROGRESS
from pages.ui.exhibit.charts import stated as charts
from pages.ui.exhibit.palette import ink
from pages.ui.shell import frame
from pages.ui.state.cache import answer
from pages.ui.views.statements import choices, sources, tables, text


def show(headline: DeltaGenerator) -> None:
    """The view: the filters, how far each aim has come, the table."""
    rows = choices.filtered()
    aims = rows[rows["verdict"] == "aim"]
    finding = text.of_aims(aims)
    subtitle = "Aims with a figure, held against even steps from where they start to their date."
    with headline:
        frame.headline(finding, subtitle)
    if aims.empty:
        choices.say_nothing_left()
        return
    each = _each(aims)
    ways = each.dropna(subset="way")
    if len(ways):
        frame.section("How far they have come, beside the time that has gone by")
        alt = f"{finding}. A bar a reading for the part of the way, a mark for the part of the time."
        st.vega_lite_chart(charts.ways(ways, ink=ink()), alt=alt)
        st.caption(
            "A bar beyond its mark is on course. GVA in prices of each year grows with inflation; in 2022 prices, "
            "our estimate, it does not."
        )
    frame.section(f"{len(aims)} aims to monitor" if len(aims) > 1 else "The aim to monitor")
    tables.of_aims(each)
    extract = sources.extract("lis_aims", finding=finding, subtitle=subtitle, rows=_plain(each), of=aims)
    sources.offer(extract, (lambda paper: charts.ways(ways, ink=paper)) if len(ways) else None)
    sources.show(aims)


def _each(aims: pd.DataFrame) -> pd.DataFrame:
    """A row an aim and reading; aims without a figure have one row, with the reason."""
    readings = answer(statements.readings).drop(columns="stated").rename(columns={"progress": "reading_progress"})
    both = aims.merge(readings, on="statement_id", how="left")
    unseen = both["progress"] == "no figure"
    numbers = ["first", "latest", "expected", "way", "time"]
    both[numbers] = both[numbers].mask(unseen)
    progress = both["reading_progress"].where(~unseen, "no figure").fillna("no figure")
    return both.assign(
        reading_progress=progress, progress_text=progress.map(PROGRESS), reason=both["why"].where(unseen, both["note"])
    )


def _plain(each: pd.DataFrame) -> pd.DataFrame:
    """For a file."""
    named = ["statement_id", "area_code", "area_name", "says", "figure", "due", "reading", "unit", "base", "first"]
    named += [
        "latest",
        "latest_period",
        "expected",
        "reading_progress",
        "way",
        "time",
        "reason",
        "source",
        "source_url",
    ]
    return each[named].rename(columns={"first": "baseline", "reading_progress": "progress"})
