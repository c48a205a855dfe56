"""What the partnerships over many LEPs add up to, against England: from districts, each counted once."""

from __future__ import annotations

import functools

import streamlit as st

from lis_data import queries
from pages.ui.exhibit import page
from pages.ui.exhibit.chart import Chart
from pages.ui.exhibit.charts import collaboration as charts
from pages.ui.exhibit.charts.base import Spec
from pages.ui.exhibit.exhibit import Exhibit, Series
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


def show() -> None:
    """The view: a partnership or all three against England, sizes, members, R&D, what cannot be added up."""
    names = {"": "All three", **pickers.names(WHERE)}
    area_code = pickers.one_of("Partnership", names, key="area", default="")
    rates = _rates(area_code)
    page.finding(rates)
    frame.section(pan_text.above_picture(pan_tables.headlines(), area_code))
    page.picture(rates)
    frame.section("Every figure that can be rolled up")
    page.table(rates)
    page.show(pan_sizes.sizes())
    st.markdown(pan_text.adding_up())
    page.fold(pan_sizes.members(area_code), icon=":material/list:")
    page.show(pan_sizes.research())
    _left_out()


def _rates(area_code: str) -> Exhibit:
    """Some rates against England in the picture, and everything that can be rolled up in the table."""
    rows, read = answer(queries.pan_regions).assign(geography=WHERE), pan_tables.everything()
    numbers = read.select_dtypes("number").columns
    return Exhibit(
        key="rates",
        name="partnerships_of_regions",
        finding=pan_text.finding(area_code),
        subtitle=pan_text.SUBTITLE,
        table=Table(
            rows,
            (
                *(Column(name, name, "localized" if name in numbers else "") for name in read.columns),
                *map(Column, rows.columns),
            ),
            alt=f"{len(read)} indicators of three partnerships and of England",
            read=read,
            height=420,
        ),
        series=tuple(Series(indicator_id, WHERE) for indicator_id in sorted(rows["indicator_id"].unique())),
        picture=Chart(functools.partial(_against_england, area_code), pan_text.alt(pan_tables.headlines())),
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
