"""The indicator over time: a line for every place."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from lis_data.model import ENGLAND
from pages.ui.exhibit import findings, tables
from pages.ui.exhibit.charts import trends
from pages.ui.exhibit.palette import ink
from pages.ui.shell import frame
from pages.ui.shell.markup import plain
from pages.ui.views.indicator import text
from pages.ui.views.indicator.choice import Chosen
from pages.ui.views.indicator.reference import Reference

_MOST_LINES = 100
"""With more places than this, their median and outer tenths are drawn, and of the places only the chosen one."""


def show(chosen: Chosen, against: Reference) -> None:
    """The lines under their finding; nothing where there is only one period."""
    every, times = tables.over_time(chosen.indicator_id, chosen.geography_id)
    if len(times) == 1:
        return
    many = len(every) > _MOST_LINES
    frame.section(text.course(chosen, against))
    place = {chosen.area_code: ink().accent} if chosen.area_code else {}
    among = dict.fromkeys(tables.SPREAD.values(), ink().line) if many else {}
    spec = trends.lines(
        _spread(chosen, every) if many else every,
        times,
        breaks=tables.break_times(chosen.indicator_id, chosen.geography_id),
        stressed={**among, **place, ENGLAND: ink().text},
        marks=against.target(ink()),
        decimals=chosen.indicator.decimals,
        ink=ink(),
    )
    st.vega_lite_chart(spec, alt=findings.lines(tables.compared(chosen.indicator_id), indicator=chosen.indicator))
    st.caption(plain(f"{text.SPREAD if many else ''} {text.broken(chosen)}".strip()))


def _spread(chosen: Chosen, every: pd.DataFrame) -> pd.DataFrame:
    among = tables.spread_over_time(chosen.indicator_id, chosen.geography_id)
    return pd.concat([among, every[every["area_code"] == chosen.area_code]])
