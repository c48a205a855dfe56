"""The indicator over time: a line for every place."""

from __future__ import annotations

import functools

import pandas as pd

from lis_data.model import ENGLAND
from lis_data.period import label
from pages.ui.exhibit import findings, page, tables
from pages.ui.exhibit.chart import Chart
from pages.ui.exhibit.charts import trends
from pages.ui.exhibit.charts.base import Spec
from pages.ui.exhibit.exhibit import Exhibit
from pages.ui.exhibit.palette import Ink
from pages.ui.exhibit.table import Column, Table
from pages.ui.views.indicator import figures, text
from pages.ui.views.indicator.choice import Chosen
from pages.ui.views.indicator.reference import Reference

_MOST_LINES = 100
"""With more places than this, their median and outer tenths are drawn, and of the places only the chosen one."""


def show(chosen: Chosen, against: Reference) -> None:
    """The lines under their finding; nothing where there is only one period."""
    every, times = tables.over_time(chosen.indicator_id, chosen.geography_id)
    if len(times) > 1:
        page.show(_trend(chosen, against, many=len(every) > _MOST_LINES))


def _trend(chosen: Chosen, against: Reference, *, many: bool) -> Exhibit:
    alt = findings.lines(tables.compared(chosen.indicator_id), indicator=chosen.indicator)
    return Exhibit(
        key="trend",
        name=f"{chosen.indicator_id}_{chosen.geography_id}_over_time",
        finding=text.trend(chosen, against),
        subtitle=f"{chosen.indicator.title}, {chosen.geography.title}.",
        table=_table(chosen, many=many),
        series=figures.series(chosen),
        picture=Chart(functools.partial(_lines, chosen, against, many), alt),
        caption=f"{text.SPREAD if many else ''} {text.broken(chosen)}".strip(),
        facts={**figures.facts(chosen, against), **({"Median and tenths": text.SPREAD} if many else {})},
    )


def _table(chosen: Chosen, *, many: bool) -> Table:
    """A row a place to read, with a column for each period, and in the files a row a figure."""
    rows, read = tables.all_periods(chosen.indicator_id, chosen.geography_id), _wide(chosen, many=many)
    periods = [
        Column(period, label(period), figures.number(chosen))
        for period in read.columns.difference(["area_code", "area_name"], sort=False)
    ]
    return Table(
        rows,
        (
            *figures.NAMES,
            Column("area_code"),
            Column("area_name", "Place"),
            *periods,
            *map(Column, ("period", "value", "lower", "upper", "status", "status_meaning", "derivation", "dataset")),
        ),
        alt=f"{chosen.indicator.title} of {rows['area_code'].nunique()} places in {len(periods)} periods",
        read=read,
    )


def _wide(chosen: Chosen, *, many: bool) -> pd.DataFrame:
    """What the lines are drawn of, and every place besides."""
    every, _ = tables.over_time(chosen.indicator_id, chosen.geography_id)
    if not many:
        return every
    among = tables.spread_over_time(chosen.indicator_id, chosen.geography_id)
    return pd.concat([among, every[every["area_code"] != ENGLAND]])


def _lines(chosen: Chosen, against: Reference, many: bool, ink: Ink) -> Spec:
    every, times = tables.over_time(chosen.indicator_id, chosen.geography_id)
    place = {chosen.area_code: ink.accent} if chosen.area_code else {}
    among = dict.fromkeys(tables.SPREAD.values(), ink.line) if many else {}
    return trends.lines(
        _spread(chosen, every) if many else every,
        times,
        breaks=tables.break_times(chosen.indicator_id, chosen.geography_id),
        stressed={**among, **place, ENGLAND: ink.text},
        marks=against.target(ink),
        decimals=chosen.indicator.decimals,
        ink=ink,
    )


def _spread(chosen: Chosen, every: pd.DataFrame) -> pd.DataFrame:
    among = tables.spread_over_time(chosen.indicator_id, chosen.geography_id)
    return pd.concat([among, every[every["area_code"] == chosen.area_code]])
