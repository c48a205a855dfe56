"""Business R&D of the LEPs, modelled: a range over three keys, and exact where a LEP is made of whole regions."""

from __future__ import annotations

import functools

import pandas as pd
import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from geo import areas
from geo.choropleth import Choropleth, choropleth
from lis_data import judgement, queries, targets, wording
from lis_data.model import Series
from lis_data.period import label
from lis_data.queries.modelled_rd import business_series
from lis_data.targets import NOT_COMPARABLE, Line
from pages.ui.exhibit import files, maps, pictures, provenance
from pages.ui.exhibit.charts import targets as charts
from pages.ui.exhibit.charts.base import Mark, Spec
from pages.ui.exhibit.palette import Ink, ink
from pages.ui.shell import frame
from pages.ui.shell.markup import facts, link, plain
from pages.ui.state import pickers
from pages.ui.state.cache import answer, cached
from pages.ui.views.target_line import picks
from pages.ui.views.target_line import text as words
from pages.ui.views.target_line.choices import BUSINESS, TODAY

_LEPS, _REGIONS = "lep-2017", "nuts2-2016"
_SOURCES = (
    Series("gva_detailed", _REGIONS),
    Series("gva", "lad-2023"),
    Series("population", "lad-2023"),
    Series("gdp_per_head", "lad-2023"),
)
_CLASSES = 4
_SEVERAL = "Across regions"
"""Where LEPs stand of which no region holds most."""
_TAXONOMY = "https://doi.org/10.1787/5jlv73sqqp8r-en"


def show(headline: DeltaGenerator) -> None:
    """The view: pickers, ranges, map, table, files."""
    when, where = st.columns([3, 7])
    with when:
        period = _period()
    with where:
        area_code = pickers.area(_LEPS)
    share, amount = business_series(period)
    rows, line = _rows(period), answer(targets.line, share)
    whole = words.of_leps(rows)
    one = rows[rows["area_code"] == area_code]
    finding = whole if one.empty else words.of_lep(one.iloc[0], line)
    subtitle = f"Business R&D, % of GDP, {label(period)}, LEPs of 2017. {words.RANGE}"
    with headline:
        frame.headline(finding, subtitle)
        st.caption(plain(f"{line.why if line else ''} {NOT_COMPARABLE}".strip()))
    if len(one):
        st.html(facts(_facts(one.iloc[0])))
    draw = functools.partial(_draw, period, line, area_code)
    left, right = st.columns([11, 9], gap="large")
    with left:
        frame.section("% of GDP: hollow where modelled, filled where exact")
        picks.show(draw(ink()), key="ranges", allowed=frozenset(rows["area_code"]), alt=f"{whole}.")
    with right:
        frame.section("Where it is known")
        _map(rows, period, area_code)
        st.caption("Hatched: modelled only, so no class and no rank; the chart and the table give its range.")
        _method()
    frame.section(f"All {len(rows)} LEPs by each key")
    _table(rows)
    pictures.offer_files(_extract(rows, period, finding, subtitle), draw)
    _industries()
    frame.sources(Series(share, _REGIONS), Series(amount, _REGIONS), *_SOURCES)


def _period() -> str:
    held = pd.concat([answer(queries.coverage, indicator_id) for indicator_id in (TODAY, BUSINESS)])
    periods = sorted(held.loc[held["geography_id"] == _REGIONS, "period"], reverse=True)
    names = {period: label(period) for period in periods}
    return pickers.one_of("Period", names, key="period", default=periods[0])


@cached
def _rows(period: str) -> pd.DataFrame:
    """The columns of `queries.modelled_rd` with `region` (that around most of the LEP), `short` (the range) and `tip`
    (the keys), by region and name: what is modelled is not ranked.
    """
    regions = answer(areas.areas, _LEPS).set_index("area_code")["parent_code"].map(pickers.names("region"))
    held = answer(queries.modelled_rd, period)
    named = held.assign(region=held["area_code"].map(regions).fillna(_SEVERAL))
    rows = named.sort_values(["region", "area_name"], key=lambda names: names.replace(_SEVERAL, "~"), ignore_index=True)
    spreads = [words.spread(row).removesuffix("%").replace(" to ", "–") for _, row in rows.iterrows()]
    return rows.assign(short=spreads, tip=[_tip(row) for _, row in rows.iterrows()])


def _tip(row: pd.Series) -> str:
    if row["exact"]:
        return words.spread(row)
    return (
        f"population {row['population']:.2f} · GVA {row['gva']:.2f} · R&D-intensive industries {row['industries']:.2f}"
    )


def _facts(row: pd.Series) -> dict[str, str]:
    how = "known: made of whole regions" if row["exact"] else "modelled by three keys"
    told = {"Business R&D": wording.NONE if row["status"] == "M" else f"{words.spread(row)} of GDP ({how})"}
    if not row["exact"] and row["status"] != "M":
        told |= {f"By {name}": words.share(row[key]) for key, name in words.KEYS.items()}
    if row["status"] != "M":
        low, high = words.money(row["rd_low"]), words.money(row["rd_high"])
        told["In money"] = low if low == high else f"{low} to {high}"
    told["NUTS 2 regions it lies in"] = row["regions"]
    return told


@cached
def _draw(period: str, line: Line | None, area_code: str | None, with_ink: Ink) -> Spec:
    england = answer(queries.benchmark, business_series(period)[0]).set_index("period")["value"].get(period)
    marks = [Mark(line.name, line.value, with_ink.benchmark)] if line else []
    if pd.notna(england):
        marks.append(Mark(f"England {england:.2f}%", float(england), with_ink.text))
    return charts.ranges(_rows(period).dropna(subset="low"), selected=area_code, marks=marks, ink=with_ink)


def _map(rows: pd.DataFrame, period: str, area_code: str | None) -> None:
    figures = rows.assign(tip=rows["short"] + "%", status=rows["status"].where(rows["exact"], "M"))
    maps.show_choropleth(
        _colouring(period),
        figures,
        unit="%",
        selected=area_code,
        outlines=(_REGIONS,),
        key="modelled-map",
        area_key="area",
    )


@cached
def _colouring(period: str) -> Choropleth:
    rows = answer(queries.modelled_rd, period).set_index("area_code")
    values = rows["middle"].where(rows["exact"])
    return choropleth(values, geography_id=_LEPS, scheme=pickers.DEFAULT_SCHEME, k=_CLASSES, decimals=2)


def _method() -> None:
    st.markdown(plain(words.METHOD))
    st.markdown("\n".join(f"- {plain(text)}" for text in words.BELIEFS.values()))


def _industries() -> None:
    """Which industries the third key counts, and why."""
    with st.expander("Which industries count as R&D-intensive", icon=":material/precision_manufacturing:"):
        st.markdown(
            f"Those of high and medium-high R&D intensity in the {link('OECD’s taxonomy', _TAXONOMY)} (Galindo-Rueda "
            "and Verger, 2016). Districts have GVA by group of industries: a group counts with the part of it that "
            "such industries are in the region."
        )
        held = judgement.rd_intensive_industries()
        shown = {"Group": "group", "Industry": "industry", "In the taxonomy": "oecd", "Why": "reason"}
        table = pd.DataFrame({name: held[column] for name, column in shown.items()})
        table.insert(2, "Counted", held["counted"].map({True: "yes", False: "no"}))
        st.table(table, hide_index=True, alt="Industries and whether they count as R&D-intensive")


def _table(rows: pd.DataFrame) -> None:
    shown = pd.DataFrame(
        {
            "Region": rows["region"],
            "LEP": rows["area_name"],
            "Figure": rows["exact"].map({True: "known", False: "modelled"}).where(rows["status"] != "M", "none"),
            **{f"By {name}, %": rows[key] for key, name in words.KEYS.items()},
            "Lowest, %": rows["low"],
            "Highest, %": rows["high"],
            "NUTS 2 regions": rows["regions"],
        }
    )
    columns = {name: st.column_config.NumberColumn(format="%.2f") for name in shown.columns if name.endswith("%")}
    alt = f"Business R&D of {len(rows)} LEPs by each key"
    st.dataframe(shown, hide_index=True, column_config=columns, placeholder="–", alt=alt)


def _extract(rows: pd.DataFrame, period: str, finding: str, subtitle: str) -> files.Extract:
    return files.Extract(
        name=f"modelled-business-rd-{period}",
        finding=finding,
        subtitle=subtitle,
        rows=rows.drop(columns=["short", "tip"]).assign(period=period, unit="% of GDP"),
        sources=answer(provenance.sources_of, *_SOURCES),
        facts={"Method": words.METHOD, **{f"Key: {key}": text for key, text in words.BELIEFS.items()}},
    )
