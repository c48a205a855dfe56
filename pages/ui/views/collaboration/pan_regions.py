"""What the partnerships over many LEPs add up to, beside England: from districts, each counted once."""

from __future__ import annotations

import functools

import pandas as pd
import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from lis_data import queries
from lis_data.model import Series
from lis_data.queries.pan_region_rd import RD_YEAR
from pages.ui.exhibit import extracts, pictures, provenance
from pages.ui.exhibit.charts import collaboration as charts
from pages.ui.exhibit.charts.base import Spec
from pages.ui.exhibit.palette import Ink, ink
from pages.ui.shell import frame
from pages.ui.state import pickers
from pages.ui.state.cache import answer
from pages.ui.views.collaboration import pan_tables, pan_text
from pages.ui.views.collaboration.pan_tables import PEOPLE_YEAR, WHERE

_CAPTION = (
    "A hollow point is estimated by us: a mean of districts weighted by people, or made of parts that are themselves "
    "worked out from published ratios. Higher is better in every row."
)


def show(headline: DeltaGenerator) -> None:
    """The view: a partnership or all three beside England, sizes, members, R&D, what cannot be added up."""
    names = {"": "All three", **pickers.names(WHERE)}
    area_code = pickers.one_of("Partnership", names, key="area", default="")
    finding = pan_text.finding(area_code)
    with headline:
        frame.headline(finding, pan_text.SUBTITLE)
    draw = functools.partial(_beside_england, area_code)
    rows = pan_tables.headlines()
    frame.section(pan_text.above_picture(rows, area_code))
    st.vega_lite_chart(draw(ink()), alt=pan_text.alt(rows))
    st.caption(_CAPTION)
    frame.section("Every figure that can be rolled up")
    st.dataframe(pan_tables.everything(), hide_index=True, column_config=_columns(), placeholder="–", height=420)
    shown = tuple(
        (indicator_id, WHERE) for indicator_id in sorted(answer(queries.pan_regions)["indicator_id"].unique())
    )
    extract = extracts.Extract(
        "partnerships_of_regions",
        finding,
        pan_text.SUBTITLE,
        answer(queries.pan_regions).assign(geography=WHERE),
        sources=answer(provenance.sources_of, *shown),
    )
    pictures.offer_files(extract, draw)
    _sizes(area_code)
    _research()
    _left_out()
    frame.sources(*(Series(indicator_id, WHERE) for indicator_id in ("population", "gva", "gva_per_hour")))


def _beside_england(area_code: str, with_ink: Ink) -> Spec:
    return charts.beside_england(pan_tables.headlines(), selected=area_code, ink=with_ink)


def _columns() -> dict[str, object]:
    numbers = pan_tables.everything().select_dtypes("number").columns
    return {name: st.column_config.NumberColumn(format="localized") for name in numbers}


def _sizes(area_code: str) -> None:
    """How large they are, who is in them, and why LEPs are not added up."""
    frame.section(pan_text.above_sizes())
    st.dataframe(pan_tables.sizes(), hide_index=True, column_config=_whole_numbers(), placeholder="–")
    st.markdown(pan_text.adding_up())
    members = answer(queries.pan_region_members, period=PEOPLE_YEAR)
    chosen = members[members["area_code"] == area_code] if area_code else members
    with st.expander("The LEPs and districts of each", icon=":material/list:"):
        st.dataframe(_members(chosen), hide_index=True, column_config=_whole_numbers(), placeholder="–")


def _whole_numbers() -> dict[str, object]:
    shares = {f"% of England’s {what}": st.column_config.NumberColumn(format="%.1f") for what in ("people", "GVA")}
    sizes = {
        name: st.column_config.NumberColumn(format="localized")
        for name in ("LEP’s people, 2020", *pan_tables.sizes().columns)
        if name.startswith(("People", "GVA", "LEP’s"))
    }
    return {**sizes, **shares}


def _members(members: pd.DataFrame) -> pd.DataFrame:
    inside = members["inside"].astype(str) + " of " + members["districts"].astype(str)
    return pd.DataFrame(
        {
            "Partnership": members["area_name"],
            "LEP of 2017": members["lep_name"],
            "Districts inside": inside,
            f"LEP’s people, {PEOPLE_YEAR}": members["population"],
            "Which": members["district_names"],
            "Note": members["note"],
        }
    )


def _research() -> None:
    """Business R&D of whole regions: the nearest that published figures come."""
    rows = answer(queries.nested_rd)
    frame.section(pan_text.above_research(rows))
    shown = pd.DataFrame(
        {
            "Partnership": rows["area_name"],
            "NUTS 2 regions wholly inside": rows["regions"],
            "Districts in them": rows["districts"].astype(str) + " of " + rows["of_districts"].astype(str),
            f"Business R&D, {RD_YEAR} (£ million)": rows["business_rd"].round(),
            "% of their GDP": rows["intensity"],
            "Which": rows["region_names"].where(rows["region_names"] != ""),
        }
    )
    columns = {
        "% of their GDP": st.column_config.NumberColumn(format="%.2f"),
        shown.columns[3]: st.column_config.NumberColumn(format="localized"),
    }
    st.dataframe(shown, hide_index=True, column_config=columns, placeholder="–")
    st.caption(pan_text.RESEARCH)


def _left_out() -> None:
    rows = answer(queries.left_out)
    with st.expander(f"{len(rows)} indicators that cannot be rolled up, and why", icon=":material/block:"):
        why = rows["reason"].map(pan_text.REASONS)
        shown = pd.DataFrame({"Indicator": rows["title"], "Why not": why})
        st.dataframe(shown, hide_index=True, column_config={"Why not": st.column_config.TextColumn(width="large")})
