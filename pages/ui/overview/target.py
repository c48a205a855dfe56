"""The R&D target against where England stands."""

from __future__ import annotations

import functools

import pandas as pd
import streamlit as st

from lis_data import measures
from lis_data.model import UNITED_KINGDOM
from lis_data.targets import Line
from pages.ui import cache, downloads, frame, pictures, wording
from pages.ui.charts.base import Spec
from pages.ui.charts.overview import Course, courses
from pages.ui.palette import Ink, ink

BUSINESS, EVERYTHING = "business_rd_pct_gdp", "rd_all_sectors_pct_gdp"
SHOWN = ((BUSINESS, "country"), (EVERYTHING, "country"))
_UNTIL = 2027
_NEW_METHOD, _SPENT = "business_rd_new_method_gbp_m", "business_rd_gbp_m"


def show(line: Line) -> None:
    """The shares of GDP year by year with their targets, and the same as a table; `line` is that of business R&D."""
    business, everything = _held(BUSINESS), _held(EVERYTHING)
    finding = _finding(business, line)
    frame.section(finding)
    st.vega_lite_chart(_draw(business, everything, line, ink()), alt=f"{finding}. {_alt(everything)}")
    st.page_link(frame.RESEARCH, label="Which regions are above it, and which are not?", icon=":material/science:")
    frame.fold(
        "R&D as a table", lambda: _figures(business, everything, finding, line), key="rd-table", icon=":material/table:"
    )
    st.caption(f"{_uk()} {line.why} {_method()}")


def _figures(business: pd.Series, everything: pd.Series, finding: str, line: Line) -> None:
    """The table of both, and files of it."""
    extract = downloads.Extract(
        "rd-target", finding, "R&D in England as % of GDP", _rows(), cache.sources_of(*SHOWN), {"Line": line.why}
    )
    st.table(_table(business, everything), hide_index=True, alt="R&D as % of GDP in England by year")
    pictures.offer_files(extract, functools.partial(_draw, business, everything, line))


def _held(indicator_id: str) -> pd.Series:
    """England's figures by year."""
    known = cache.benchmark(indicator_id).dropna(subset="value")
    return known.set_index(known["period"].astype(int))["value"]


def _finding(business: pd.Series, line: Line) -> str:
    return (
        f"Business R&D in England was {business.iloc[0]:.2f}% of GDP in {business.index[0]} and "
        f"{business.iloc[-1]:.2f}% in {business.index[-1]}; its part of the target is {line.value:.2f}%"
    )


def _alt(everything: pd.Series) -> str:
    return (
        f"All R&D, of business, government and universities, was {everything.iloc[-1]:.2f}% in "
        f"{everything.index[-1]}; the target for the UK in {_UNTIL} is {measures.RD_TARGET:.1f}%."
    )


def _uk() -> str:
    last = cache.benchmark(BUSINESS, area_code=UNITED_KINGDOM).dropna(subset="value").iloc[-1]
    return f"In the whole UK business R&D was {last['value']:.2f}% of GDP in {last['period']}."


def _method() -> str:
    """Why the course ends, and what is known since."""
    last, first = cache.benchmark(_SPENT).dropna(subset="value").iloc[-1], cache.benchmark(_NEW_METHOD).iloc[0]
    then, now = (wording.number(row["value"], unit="£ million", decimals=0) for row in (last, first))
    return (
        f"Figures by this method end in {last['period']}, when businesses in England spent {then}. A new method finds "
        f"much more: {now} in {first['period']}. No GDP by region is held for its years, so it is held against no "
        "line, and whether the target is met by that count cannot be said from here."
    )


def _draw(business: pd.Series, everything: pd.Series, line: Line, with_ink: Ink) -> Spec:
    target, part = measures.RD_TARGET, line.value
    whole = f"Target for all R&D: {target:.1f}%"
    held = [
        _course("Business R&D", business, part, f"Business’s part of it: {part:.2f}%", with_ink.accent),
        _course("All R&D", everything, target, whole, with_ink.text),
    ]
    return courses(held, until=_UNTIL, ink=with_ink)


def _course(name: str, held: pd.Series, target: float, target_name: str, colour: str) -> Course:
    return Course(f"{name} {held.iloc[-1]:.2f}%", held.to_dict(), target, target_name, colour)


def _rows() -> pd.DataFrame:
    """What is downloaded: the columns of `queries.benchmark` with indicator_id, for England and the UK."""
    parts = [
        cache.benchmark(indicator_id, **area).assign(indicator=indicator_id, unit="% of GDP")
        for indicator_id in (BUSINESS, EVERYTHING)
        for area in ({}, {"area_code": UNITED_KINGDOM})
    ]
    return pd.concat(part for part in parts if len(part))


def _table(business: pd.Series, everything: pd.Series) -> pd.DataFrame:
    both = pd.DataFrame({"Business R&D": business, "All R&D": everything})
    text = both.map(functools.partial(wording.number, unit="%", decimals=2))
    return text.rename_axis("Year").reset_index().astype({"Year": str})
