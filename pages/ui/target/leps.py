"""Business R&D of the LEPs, modelled: a range over three keys, and exact where a LEP is made of whole regions."""

from __future__ import annotations

import functools

import pandas as pd
import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from geo.choropleth import Choropleth, choropleth
from lis_data import queries
from lis_data.period import label
from lis_data.targets import Line
from pages.ui import cache, controls, downloads, frame, maps, pictures, wording
from pages.ui.charts import targets as charts
from pages.ui.charts.base import Mark, Spec
from pages.ui.markup import facts, link, plain
from pages.ui.palette import Ink, ink
from pages.ui.target import picks, words
from pages.ui.target.choices import BUSINESS

_LEPS, _REGIONS = "lep-2017", "nuts2-2016"
_SOURCES = (
    (BUSINESS, _REGIONS),
    ("gdp_gbp_m", _REGIONS),
    ("gva_detailed", _REGIONS),
    ("gva", "lad-2023"),
    ("population", "lad-2023"),
    ("gdp_per_head", "lad-2023"),
)
_CLASSES = 5
_TAXONOMY = "https://doi.org/10.1787/5jlv73sqqp8r-en"


def show(headline: DeltaGenerator) -> None:
    """The view: pickers, ranges, map, table, files."""
    when, where = st.columns([3, 7])
    with when:
        period = _period()
    with where:
        area_code = controls.area(_LEPS)
    rows, line = _rows(period), cache.line(BUSINESS)
    if line is None:
        raise LookupError("The R&D target has no line for business R&D.")
    whole = words.of_leps(rows, line, exact=int((rows["status"] == "A").sum()))
    one = rows[rows["area_code"] == area_code]
    finding = whole if one.empty else words.of_lep(one.iloc[0], line)
    subtitle = f"Business R&D, % of GDP, {label(period)}, LEPs of 2017. {words.RANGE}"
    with headline:
        frame.headline(finding, subtitle)
        st.caption(plain(line.why))
    if len(one):
        st.html(facts(_facts(one.iloc[0])))
    draw = functools.partial(_draw, period, line, area_code)
    left, right = st.columns([11, 9], gap="large")
    with left:
        frame.section("% of GDP: hollow where modelled, filled where exact")
        picks.show(draw(ink()), key="ranges", allowed=frozenset(rows["area_code"]), alt=f"{whole}.")
    with right:
        frame.section("The middle of the three estimates")
        _map(rows, period, area_code)
        _method()
    frame.section(f"All {len(rows)} LEPs by each key")
    _table(rows)
    pictures.offer_files(_extract(rows, period, finding, subtitle), draw)
    _industries()
    frame.sources(*_SOURCES)


def _period() -> str:
    held = cache.coverage(BUSINESS)
    periods = sorted(held.loc[held["geography_id"] == _REGIONS, "period"], reverse=True)
    names = {period: label(period) for period in periods}
    return controls.one_of("Period", names, key="period", default=periods[0])


@cache.kept
def _rows(period: str) -> pd.DataFrame:
    """The columns of `queries.modelled_rd`, highest middle first, with `short` (the range) and `tip` (the keys)."""
    rows = cache.modelled_rd(period).sort_values("middle", ascending=False, na_position="last", ignore_index=True)
    spreads = [words.spread(row).removesuffix("%").replace(" to ", "–") for _, row in rows.iterrows()]
    return rows.assign(short=spreads, tip=[_tip(row) for _, row in rows.iterrows()])


def _tip(row: pd.Series) -> str:
    if row["status"] != "E":
        return words.spread(row)
    return (
        f"population {row['population']:.2f} · GVA {row['gva']:.2f} · R&D-intensive industries {row['industries']:.2f}"
    )


def _facts(row: pd.Series) -> dict[str, str]:
    told = {"Business R&D": f"{words.spread(row)} of GDP ({wording.status(row['status'])})"}
    if row["status"] == "E":
        told |= {f"By {name}": words.share(row[key]) for key, name in words.KEYS.items()}
    if row["status"] != "M":
        low, high = words.money(row["rd_low"]), words.money(row["rd_high"])
        told["In money"] = low if low == high else f"{low} to {high}"
    told["NUTS 2 regions it lies in"] = row["regions"]
    return told


@cache.kept
def _draw(period: str, line: Line, area_code: str | None, with_ink: Ink) -> Spec:
    england = cache.benchmark(BUSINESS).set_index("period")["value"].get(period)
    marks = [Mark(line.name, line.value, with_ink.benchmark)]
    if pd.notna(england):
        marks.append(Mark(f"England {england:.2f}%", float(england), with_ink.text))
    return charts.ranges(_rows(period).dropna(subset="low"), selected=area_code, marks=marks, ink=with_ink)


def _map(rows: pd.DataFrame, period: str, area_code: str | None) -> None:
    figures = rows.assign(tip=rows["short"] + "%")
    maps.show_choropleth(
        _colouring(period),
        figures,
        unit="%",
        selected=area_code,
        outlines=(_REGIONS,),
        key="modelled-map",
        area_key="area",
    )


@cache.kept
def _colouring(period: str) -> Choropleth:
    values = cache.modelled_rd(period).set_index("area_code")["middle"]
    return choropleth(values, geography_id=_LEPS, scheme=controls.DEFAULT_SCHEME, k=_CLASSES, decimals=2)


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
        held = queries.intensive_industries()
        shown = {"Group": "group", "Industry": "industry", "In the taxonomy": "oecd", "Why": "reason"}
        table = pd.DataFrame({name: held[column] for name, column in shown.items()})
        table.insert(2, "Counted", held["counted"].map({True: "yes", False: "no"}))
        st.table(table, hide_index=True, alt="Industries and whether they count as R&D-intensive")


def _table(rows: pd.DataFrame) -> None:
    shown = pd.DataFrame(
        {
            "LEP": rows["area_name"],
            "Status": rows["status"].map(wording.status),
            **{f"By {name}, %": rows[key] for key, name in words.KEYS.items()},
            "Lowest, %": rows["low"],
            "Highest, %": rows["high"],
            "NUTS 2 regions": rows["regions"],
        }
    )
    columns = {name: st.column_config.NumberColumn(format="%.2f") for name in shown.columns if name.endswith("%")}
    alt = f"Business R&D of {len(rows)} LEPs by each key"
    st.dataframe(shown, hide_index=True, column_config=columns, placeholder="–", alt=alt)


def _extract(rows: pd.DataFrame, period: str, finding: str, subtitle: str) -> downloads.Extract:
    return downloads.Extract(
        name=f"modelled-business-rd-{period}",
        finding=finding,
        subtitle=subtitle,
        rows=rows.drop(columns=["short", "tip"]).assign(period=period, unit="% of GDP"),
        sources=cache.sources_of(*_SOURCES),
        facts={"Method": words.METHOD, **{f"Key: {key}": text for key, text in words.BELIEFS.items()}},
    )
