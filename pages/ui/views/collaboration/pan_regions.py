"""What the partnerships over many LEPs add up to, against England: from districts, each counted once."""

from __future__ import annotations

import functools

import streamlit as st

from lis_data import queries
from lis_data.model import Series
from pages.ui.exhibit import page
from pages.ui.exhibit.chart import Chart
from pages.ui.exhibit.charts import collaboration as charts
from pages.ui.exhibit.charts.base import Spec
from pages.ui.exhibit.exhibit import Exhibit
from pages.ui.exhibit.palette import Ink
from pages.ui.exhibit.table import Column, Table
from pages.ui.shell import frame
from pages.ui.shell.markup import plain
from pages.ui.state import pickers
from pages.ui.state.cache import answer
from pages.ui.views.collaboration import pan_sizes, pan_tables, pan_text
from pages.ui.views.collaboration.pan_tables import WHERE

_CAPTION = (
    "A hollow point is estimated by us: a mean of districts weighted by people, or made of parts that are themselves "
    "worked out from published ratios. Higher is better in every row."
)
_RATES = (
    Column("title", "Indicator"),
    Column("area_name", "Partnership"),
    Column("text", "Figure"),
    Column("relative", "England = 100", "%.1f"),
    *map(Column, ("value", "england", "unit", "period", "status", "derivation", "indicator_id", "area_code")),
)


def show() -> None:
    """The view: a partnership or all three against England, sizes, members, R&D, what cannot be added up."""
    names = {"": "All three", **pickers.names(WHERE)}
    area_code = pickers.one_of("Partnership", names, key="area", default="")
    everything = _everything(area_code)
    page.finding(everything)
    page.show(_rates(area_code))
    frame.section("Every figure that can be rolled up")
    page.table(everything)
    page.show(pan_sizes.sizes())
    st.markdown(pan_text.adding_up())
    page.fold(pan_sizes.members(area_code), icon=":material/list:")
    page.show(pan_sizes.research())
    _left_out()


def _everything(area_code: str) -> Exhibit:
    """Every indicator that can be rolled up, of all partnerships and of England."""
    rows, read = answer(queries.pan_regions).assign(geography=WHERE), pan_tables.everything()
    numbers = read.select_dtypes("number").columns
    headed = (Column(name, name, "localized" if name in numbers else "") for name in read.columns)
    return Exhibit(
        key="everything",
        name="partnerships_of_regions",
        finding=pan_text.finding(area_code),
        subtitle=pan_text.SUBTITLE,
        table=Table(
            rows,
            (*headed, *map(Column, rows.columns)),
            alt=f"{len(read)} indicators of three partnerships and of England",
            read=read,
            height=420,
        ),
        series=tuple(Series(indicator_id, WHERE) for indicator_id in sorted(rows["indicator_id"].unique())),
    )


def _rates(area_code: str) -> Exhibit:
    """Some rates of the partnerships against England."""
    rows = pan_tables.headlines()
    return Exhibit(
        key="rates",
        name=f"partnerships_of_regions_rates_{area_code or 'all'}",
        finding=pan_text.above_picture(rows, area_code),
        subtitle=pan_text.SUBTITLE,
        table=Table(rows, _RATES, alt=f"{rows['title'].nunique()} rates of three partnerships against England"),
        series=tuple(Series(indicator_id, WHERE) for indicator_id in rows["indicator_id"].unique()),
        picture=Chart(functools.partial(_against_england, area_code), pan_text.alt(rows)),
        caption=_CAPTION,
    )


def _against_england(area_code: str, ink: Ink) -> Spec:
    return charts.against_england(pan_tables.headlines(), selected=area_code, ink=ink)


def _left_out() -> None:
    """The indicators that cannot be rolled up, by the reason why, folded away."""
    rows = answer(queries.left_out)
    title = f"{len(rows)} indicators that cannot be rolled up, and why"
    reasons = [
        f"**{plain(why)}** {plain('; '.join(rows.loc[rows['reason'] == reason, 'title']))}."
        for reason, why in pan_text.REASONS.items()
        if reason in set(rows["reason"])
    ]
    frame.fold(title, lambda: st.markdown("\n\n".join(reasons)), key="left-out", icon=":material/block:")
