"""Where the country stands in R&D today, and the target of 2017 with the measure that it belongs to."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from lis_data import measures, queries
from lis_data.model import ENGLAND, UNITED_KINGDOM, Series
from lis_data.targets import NOT_COMPARABLE
from pages.ui.exhibit import page
from pages.ui.exhibit.chart import Chart
from pages.ui.exhibit.charts.base import Spec
from pages.ui.exhibit.charts.overview import Shares, over_time
from pages.ui.exhibit.exhibit import Exhibit
from pages.ui.exhibit.palette import Ink
from pages.ui.exhibit.table import Column, Table
from pages.ui.shell import pages
from pages.ui.state.cache import answer, cached

BUSINESS, ALL = "business_rd_new_method_pct_gdp", "gross_rd_new_method_pct_gdp"
_BUSINESS_BEFORE, _ALL_BEFORE = "business_rd_pct_gdp", "gross_rd_pct_gdp"
_SERIES = {
    "All R&D, UK": (ALL, UNITED_KINGDOM),
    "All R&D, UK, to 2019": (_ALL_BEFORE, UNITED_KINGDOM),
    "Business R&D, England": (BUSINESS, ENGLAND),
    "Business R&D, England, to 2018": (_BUSINESS_BEFORE, ENGLAND),
}
_OF_FIGURES = ("geography_id", "area_code", "area_name", "approximate", "period", "industry", "value", "lower", "upper")
_COLUMNS = (
    Column("year", "Year"),
    *(Column(name, name, "%.2f%%") for name in _SERIES),
    *map(Column, (*_OF_FIGURES, "status", "derivation", "dataset_id", "indicator", "unit")),
)
"""A row a year to read, and in the files a row a figure."""
_FROM, _UNTIL = 2000, 2027
_QUOTED = (
    "The UK’s figures by the measure since 2022 are quoted at second hand, 2018 to 2020 to one decimal; 2021 and 2023 "
    "were not found. England’s share of 2024 is an estimate: regional GDP ends in 2023."
)


def show() -> None:
    """The shares of GDP year by year by either measure with their table, and the way to the map."""
    page.show(_shares())
    st.page_link(pages.RESEARCH.file, label="Where is R&D high, and where is it low?", icon=":material/science:")


@cached
def _shares() -> Exhibit:
    finding = _finding(_by_series())
    wide = _wide()
    return Exhibit(
        key="rd",
        name="rd-target",
        finding=finding,
        subtitle="R&D as % of GDP",
        table=Table(_rows(), _COLUMNS, "R&D as % of GDP by year and measure", read=wide),
        series=tuple(Series(indicator_id, "country") for indicator_id, _ in _SERIES.values()),
        picture=Chart(_draw, f"{finding}. {_alt(_by_series())}"),
        caption=f"{NOT_COMPARABLE} {_QUOTED}",
        facts={"Measures": NOT_COMPARABLE},
    )


@cached
def _by_series() -> dict[str, pd.Series]:
    """The figures of each series by year."""
    return {name: _by_year(*series) for name, series in _SERIES.items()}


def _by_year(indicator_id: str, area_code: str) -> pd.Series:
    known = answer(queries.benchmark, indicator_id, area_code=area_code).dropna(subset="value")
    return known.set_index(known["period"].astype(int))["value"]


def _finding(series: dict[str, pd.Series]) -> str:
    everything, business = series["All R&D, UK"], series["Business R&D, England"]
    return (
        f"All R&D in the UK is quoted at {everything.iloc[-1]:.2f}% of GDP for {everything.index[-1]}; "
        f"business R&D in England was {business.iloc[-1]:.2f}% in {business.index[-1]}"
    )


def _alt(series: dict[str, pd.Series]) -> str:
    before = series["All R&D, UK, to 2019"]
    return (
        f"By the older measure all R&D in the UK was {before.iloc[-1]:.2f}% in {before.index[-1]}; the target set by "
        f"that measure is {measures.RD_TARGET:.1f}% in {_UNTIL}."
    )


@cached
def _draw(ink: Ink) -> Spec:
    """Today's measure in strong colours, the older one, with its target, in soft ones."""
    looks = {
        "All R&D, UK": (ink.text, None),
        "All R&D, UK, to 2019": (ink.line, measures.RD_TARGET),
        "Business R&D, England": (ink.accent, None),
        "Business R&D, England, to 2018": (ink.soft, None),
    }
    lines = [
        Shares(
            f"{name.split(', to ')[0]} {rows.iloc[-1]:.2f}%",
            {year: value for year, value in zip(rows.index, rows, strict=True) if year >= _FROM},
            looks[name][1],
            f"Target of 2017: {measures.RD_TARGET}%",
            looks[name][0],
        )
        for name, rows in _by_series().items()
    ]
    return over_time(lines, until=_UNTIL, ink=ink)


def _rows() -> pd.DataFrame:
    """What is downloaded: the columns of `queries.benchmark` with the indicator's id, for each series."""
    parts = [
        answer(queries.benchmark, indicator_id, area_code=area_code).assign(indicator=indicator_id, unit="% of GDP")
        for indicator_id, area_code in _SERIES.values()
    ]
    return pd.concat(parts)


def _wide() -> pd.DataFrame:
    """A row a year, with a column for each series."""
    rows = pd.DataFrame(_by_series()).loc[lambda table: table.index >= _FROM]
    return rows.rename_axis("year").reset_index().astype({"year": str})
