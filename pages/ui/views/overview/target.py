"""Where the country stands in R&D today, and the target of 2017 with the measure that it belongs to."""

from __future__ import annotations

import functools

import pandas as pd
import streamlit as st

from lis_data import measures, queries, wording
from lis_data.model import ENGLAND, UNITED_KINGDOM, Series
from lis_data.targets import NOT_COMPARABLE
from pages.ui.exhibit import extracts, pictures, provenance
from pages.ui.exhibit.charts.base import Spec
from pages.ui.exhibit.charts.overview import Course, courses
from pages.ui.exhibit.palette import Ink, ink
from pages.ui.shell import frame, pages
from pages.ui.state.cache import answer, cached

BUSINESS, ALL = "business_rd_new_method_pct_gdp", "gross_rd_new_method_pct_gdp"
_BUSINESS_BEFORE, _ALL_BEFORE = "business_rd_pct_gdp", "gross_rd_pct_gdp"
_SERIES = {
    "All R&D, UK": (ALL, UNITED_KINGDOM),
    "All R&D, UK, to 2019": (_ALL_BEFORE, UNITED_KINGDOM),
    "Business R&D, England": (BUSINESS, ENGLAND),
    "Business R&D, England, to 2018": (_BUSINESS_BEFORE, ENGLAND),
}
SHOWN = tuple(Series(indicator_id, "country") for indicator_id, _ in _SERIES.values())
_FROM, _UNTIL = 2000, 2027
_QUOTED = (
    "The UK’s figures by the measure since 2022 are quoted at second hand, 2018 to 2020 to one decimal; 2021 and 2023 "
    "were not found. England’s share of 2024 is an estimate: regional GDP ends in 2023."
)


def show() -> None:
    """The shares of GDP year by year by either measure, and the same as a table."""
    held = _held()
    finding = _finding(held)
    frame.section(finding)
    st.vega_lite_chart(_draw(ink()), alt=f"{finding}. {_alt(held)}")
    st.page_link(pages.RESEARCH.file, label="Where is R&D high, and where is it low?", icon=":material/science:")
    frame.fold("R&D as a table", lambda: _figures(finding), key="rd-table", icon=":material/table:")
    st.caption(f"{NOT_COMPARABLE} {_QUOTED}")


@cached
def _held() -> dict[str, pd.Series]:
    """The figures of each series by year."""
    return {name: _by_year(*series) for name, series in _SERIES.items()}


def _by_year(indicator_id: str, area_code: str) -> pd.Series:
    known = answer(queries.benchmark, indicator_id, area_code=area_code).dropna(subset="value")
    return known.set_index(known["period"].astype(int))["value"]


def _finding(held: dict[str, pd.Series]) -> str:
    whole, business = held["All R&D, UK"], held["Business R&D, England"]
    return (
        f"All R&D in the UK is quoted at {whole.iloc[-1]:.2f}% of GDP for {whole.index[-1]}; "
        f"business R&D in England was {business.iloc[-1]:.2f}% in {business.index[-1]}"
    )


def _alt(held: dict[str, pd.Series]) -> str:
    before = held["All R&D, UK, to 2019"]
    return (
        f"By the older measure all R&D in the UK was {before.iloc[-1]:.2f}% in {before.index[-1]}; the target set by "
        f"that measure is {measures.RD_TARGET:.1f}% in {_UNTIL}."
    )


def _figures(finding: str) -> None:
    """The table of all series, and files of it."""
    extract = extracts.Extract(
        "rd-target",
        finding,
        "R&D as % of GDP",
        _rows(),
        answer(provenance.sources_of, *SHOWN),
        {"Measures": NOT_COMPARABLE},
    )
    st.table(_table(), hide_index=True, alt="R&D as % of GDP by year and measure")
    pictures.offer_files(extract, _draw)


def _draw(with_ink: Ink) -> Spec:
    """Today's measure in strong colours, the older one, with its target, in soft ones."""
    looks = {
        "All R&D, UK": (with_ink.text, None),
        "All R&D, UK, to 2019": (with_ink.line, measures.RD_TARGET),
        "Business R&D, England": (with_ink.accent, None),
        "Business R&D, England, to 2018": (with_ink.soft, None),
    }
    held = [
        Course(
            f"{name.split(', to ')[0]} {rows.iloc[-1]:.2f}%",
            {year: value for year, value in rows.items() if year >= _FROM},
            looks[name][1],
            f"Target of 2017: {measures.RD_TARGET}%",
            looks[name][0],
        )
        for name, rows in _held().items()
    ]
    return courses(held, until=_UNTIL, ink=with_ink)


def _rows() -> pd.DataFrame:
    """What is downloaded: the columns of `queries.benchmark` with the indicator's id, for each series."""
    parts = [
        answer(queries.benchmark, indicator_id, area_code=area_code).assign(indicator=indicator_id, unit="% of GDP")
        for indicator_id, area_code in _SERIES.values()
    ]
    return pd.concat(parts)


def _table() -> pd.DataFrame:
    rows = pd.DataFrame(_held()).loc[lambda table: table.index >= _FROM]
    text = rows.map(functools.partial(wording.number, unit="%", decimals=2)).replace(wording.NONE, "–")
    return text.rename_axis("Year").reset_index().astype({"Year": str})
