"""Business R&D of the LEPs, modelled: a range over three keys, and exact where a LEP is made of whole regions."""

from __future__ import annotations

import dataclasses
import functools

import pandas as pd
import streamlit as st

from geo import areas
from geo.choropleth import Choropleth, choropleth
from lis_data import queries, targets, wording
from lis_data.model import Series
from lis_data.period import label
from lis_data.queries.modelled_rd import business_series
from lis_data.targets import NOT_COMPARABLE, Line
from pages.ui.exhibit import files, page
from pages.ui.exhibit.area_map import ClassMap
from pages.ui.exhibit.chart import Chart
from pages.ui.exhibit.charts import targets as charts
from pages.ui.exhibit.charts.base import Mark, Spec
from pages.ui.exhibit.exhibit import Exhibit
from pages.ui.exhibit.palette import Ink
from pages.ui.exhibit.table import Column, Table
from pages.ui.shell import frame
from pages.ui.shell.markup import facts, link, plain
from pages.ui.state import pickers
from pages.ui.state.cache import answer, cached
from pages.ui.state.clicks import Click
from pages.ui.views.target_line import figures, text
from pages.ui.views.target_line.choices import BUSINESS, TODAY

_LEPS, _REGIONS = "lep-2017", "nuts2-2016"
_CLASSES = 4
_SEVERAL = "Across regions"
"""Where LEPs stand of which no region has most."""
_ON_ROW = Click("area", charts.PICK)
_TAXONOMY = "https://doi.org/10.1787/5jlv73sqqp8r-en"
_DOCUMENT = {
    "publisher": "OECD",
    "source_table": "OECD Taxonomy of Economic Activities Based on R&D Intensity (Galindo-Rueda and Verger, 2016)",
    "url": _TAXONOMY,
    "licence": "the document’s own; its classes are told in our words",
}
_COLUMNS = (
    Column("area_code"),
    Column("region", "Region"),
    Column("area_name", "LEP"),
    Column("figure", "Figure"),
    *(Column(key, f"By {name}, %", "%.2f") for key, name in text.KEYS.items()),
    Column("low", "Lowest, %", "%.2f"),
    Column("middle"),
    Column("high", "Highest, %", "%.2f"),
    Column("regions", "NUTS 2 regions"),
    *map(Column, ("exact", "status", "derivation", "rd_low", "rd_high", "gdp", "period", "unit")),
)


def show() -> None:
    """The view: pickers, ranges, map, table, files."""
    when, where = st.columns([3, 7])
    with when:
        period = _period()
    with where:
        area_code = pickers.area(_LEPS)
    line = answer(targets.line, business_series(period)[0])
    rows = _rows(period)
    one = rows[rows["area_code"] == area_code]
    items = _facts(one.iloc[0]) if len(one) else {}
    ranges = _ranges(rows, period, line, area_code, items)
    headline = page.finding(ranges)
    headline.caption(plain(_caveat(line)))
    if items:
        st.html(facts(items))
    left, right = st.columns([11, 9], gap="large")
    with left:
        frame.section("% of GDP: hollow where modelled, filled where exact")
        page.picture(ranges)
    with right:
        page.show(_where_known(ranges, rows, period, area_code))
        st.markdown(plain(text.METHOD))
        st.markdown("\n".join(f"- {plain(belief)}" for belief in text.BELIEFS.values()))
    frame.section(f"All {len(rows)} LEPs by each key")
    page.table(ranges)
    title, icon = "Which industries count as R&D-intensive", ":material/precision_manufacturing:"
    frame.fold(title, _show_industries, key="industries", icon=icon)


def _caveat(line: Line | None) -> str:
    return f"{line.why if line else ''} {NOT_COMPARABLE}".strip()


def _ranges(
    rows: pd.DataFrame, period: str, line: Line | None, area_code: str | None, items: dict[str, str]
) -> Exhibit:
    """Every LEP's range over the keys, or its figure."""
    every, one = text.of_leps(rows), rows[rows["area_code"] == area_code]
    return Exhibit(
        key="ranges",
        name=f"modelled-business-rd-{period}",
        finding=every if one.empty else text.of_lep(one.iloc[0], line),
        subtitle=f"Business R&D, % of GDP, {label(period)}, LEPs of 2017. {text.RANGE}",
        table=Table(_named(rows, period), _COLUMNS, f"Business R&D of {len(rows)} LEPs by each key"),
        series=(
            *(Series(key, kind) for key in business_series(period) for kind in (_REGIONS, "country")),
            *figures.MODEL,
        ),
        picture=Chart(functools.partial(_draw, period, line, area_code), f"{every}.", _ON_ROW),
        facts={
            **items,
            "Measures": _caveat(line),
            "Method": text.METHOD,
            **{f"Key: {key}": belief for key, belief in text.BELIEFS.items()},
        },
    )


def _where_known(ranges: Exhibit, rows: pd.DataFrame, period: str, area_code: str | None) -> Exhibit:
    """The LEPs whose figure is exact, on a map."""
    marked = rows.assign(tip=rows["short"] + "%", status=rows["status"].where(rows["exact"], "M"))
    return dataclasses.replace(
        ranges,
        key="modelled-map",
        name=f"{ranges.name}-map",
        finding="Where it is known",
        picture=ClassMap(_colouring(period), marked, "%", selected=area_code, outlines=(_REGIONS,)),
        caption="Hatched: modelled only, so no class and no rank; the chart and the table give its range.",
        geojson=functools.partial(files.on_shapes, geography_id=_LEPS),
    )


def _period() -> str:
    coverage = pd.concat([answer(queries.coverage, indicator_id) for indicator_id in (TODAY, BUSINESS)])
    periods = sorted(coverage.loc[coverage["geography_id"] == _REGIONS, "period"], reverse=True)
    names = {period: label(period) for period in periods}
    return pickers.one_of("Period", names, key="period", default=periods[0])


@cached
def _rows(period: str) -> pd.DataFrame:
    """The columns of `queries.modelled_rd` with `region` (that around most of the LEP), `short` (the range) and `tip`
    (the keys), by region and name: what is modelled is not ranked.
    """
    regions = answer(areas.areas, _LEPS).set_index("area_code")["parent_code"].map(pickers.names("region"))
    found = answer(queries.modelled_rd, period)
    named = found.assign(region=found["area_code"].map(regions).fillna(_SEVERAL))
    rows = named.sort_values(["region", "area_name"], key=lambda names: names.replace(_SEVERAL, "~"), ignore_index=True)
    spreads = [text.spread(row).removesuffix("%").replace(" to ", "–") for _, row in rows.iterrows()]
    return rows.assign(short=spreads, tip=[_tip(row) for _, row in rows.iterrows()])


def _tip(row: pd.Series) -> str:
    if row["exact"]:
        return text.spread(row)
    return (
        f"population {row['population']:.2f} · GVA {row['gva']:.2f} · R&D-intensive industries {row['industries']:.2f}"
    )


def _facts(row: pd.Series) -> dict[str, str]:
    how = "known: made of whole regions" if row["exact"] else "modelled by three keys"
    items = {"Business R&D": wording.NONE if row["status"] == "M" else f"{text.spread(row)} of GDP ({how})"}
    if not row["exact"] and row["status"] != "M":
        items |= {f"By {name}": text.share(row[key]) for key, name in text.KEYS.items()}
    if row["status"] != "M":
        low, high = text.money(row["rd_low"]), text.money(row["rd_high"])
        items["In money"] = low if low == high else f"{low} to {high}"
    items["NUTS 2 regions it lies in"] = row["regions"]
    return items


@cached
def _draw(period: str, line: Line | None, area_code: str | None, ink: Ink) -> Spec:
    england = answer(queries.benchmark, business_series(period)[0]).set_index("period")["value"].get(period)
    marks = [Mark(line.name, line.value, ink.benchmark)] if line else []
    if pd.notna(england):
        marks.append(Mark(f"England {england:.2f}%", float(england), ink.text))
    return charts.ranges(_rows(period).dropna(subset="low"), selected=area_code, marks=marks, ink=ink)


@cached
def _colouring(period: str) -> Choropleth:
    rows = answer(queries.modelled_rd, period).set_index("area_code")
    values = rows["middle"].where(rows["exact"])
    return choropleth(values, geography_id=_LEPS, scheme=pickers.DEFAULT_SCHEME, k=_CLASSES, decimals=2)


def _named(rows: pd.DataFrame, period: str) -> pd.DataFrame:
    """The rows with what a reader of the table has to know of each."""
    figure = rows["exact"].map({True: "known", False: "modelled"}).where(rows["status"] != "M", "none")
    return rows.assign(figure=figure, period=period, unit="% of GDP")


def _show_industries() -> None:
    """Which industries the third key counts, and why."""
    exhibit = _industries()
    st.markdown(
        f"Those of high and medium-high R&D intensity in the {link('OECD’s taxonomy', _TAXONOMY)} (Galindo-Rueda "
        "and Verger, 2016). Districts have GVA by group of industries: a group counts with the part of it that "
        "such industries are in the region."
    )
    page.table(exhibit)


def _industries() -> Exhibit:
    found = answer(queries.intensive_industries)
    return Exhibit(
        key="industries",
        name="rd-intensive-industries",
        finding="Which industries count as R&D-intensive",
        subtitle="Industries of high and medium-high R&D intensity, by group of industries of districts’ GVA",
        table=Table(
            found.assign(counts=found["counted"].map({True: "yes", False: "no"})),
            (
                Column("group", "Group"),
                Column("industry", "Industry"),
                Column("counts", "Counted"),
                Column("rd_intensity"),
                Column("oecd", "In the taxonomy"),
                Column("reason", "Why"),
                Column("source"),
            ),
            "Industries and whether they count as R&D-intensive",
        ),
        documents=pd.DataFrame([_DOCUMENT]),
    )
