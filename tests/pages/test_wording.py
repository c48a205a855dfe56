"""Figures and findings in words, as tables of (figure, what is written)."""

from __future__ import annotations

import dataclasses
import re

import pandas as pd
import pytest

from geo.areas import GEOGRAPHIES
from lis_data import queries, wording
from lis_data.model import StoredIndicator
from lis_data.targets import Line
from pages.ui.exhibit import findings
from pages.ui.shell.markup import plain

NUMBERS = [
    (1.2278, "%", 2, "1.23%"),
    (-0.5, "%", 1, "−0.5%"),
    (72244.0, "£ million", 0, "£72.2bn"),
    (185.4, "£ million", 0, "£185m"),
    (185.4, "£m", 0, "£185m"),
    (3.25, "£bn", 1, "£3.2bn"),
    (41350.0, "£", 0, "£41,350"),
    (26800.0, "jobs", 0, "26,800 jobs"),
    (2.456, "ratio", 2, "2.46"),
    (7.45, "score (0–10)", 2, "7.45"),
    (float("nan"), "%", 2, "no figure"),
    (-1.7e308, "jobs", 1, "−1.70 × 10³⁰⁸ jobs"),
    (float("inf"), "", 1, "∞"),
]
ORDINALS = [(1, "1st"), (2, "2nd"), (3, "3rd"), (4, "4th"), (11, "11th"), (12, "12th"), (13, "13th"), (22, "22nd")]


@pytest.mark.parametrize(("value", "unit", "decimals", "expected"), NUMBERS)
def test_a_number_is_written_in_its_unit(value: float, unit: str, decimals: int, expected: str) -> None:
    assert wording.number(value, unit=unit, decimals=decimals) == expected


@pytest.mark.parametrize(("place", "expected"), ORDINALS)
def test_ordinals(place: int, expected: str) -> None:
    assert wording.ordinal(place) == expected


def test_a_tie_is_said() -> None:
    assert wording.place(3, of=33, tied=True) == "joint 3rd of 33"


def test_differences_of_percentages_are_points() -> None:
    assert wording.difference(-0.42, unit="%", decimals=2) == "−0.42 points"
    assert wording.difference(0.001, unit="%", decimals=2) == "±0.00 points"


def indicator(polarity: str) -> StoredIndicator:
    known = queries.indicator("gva_per_hour")
    return dataclasses.replace(known, title="Air", unit="%", decimals=1, polarity=polarity, additive=False)


def figures(*values: float) -> pd.DataFrame:
    codes = [f"E{place}" for place in range(len(values))]
    return pd.DataFrame({"area_code": codes, "area_name": codes, "value": values, "label": [str(v) for v in values]})


def sentence(polarity: str, *values: float) -> str:
    return findings.finding(
        figures(*values),
        None,
        indicator=indicator(polarity),
        line=None,
        england=2.0,
        geography=GEOGRAPHIES["region"],
    )


def test_the_better_side_is_counted() -> None:
    assert sentence("higher", 1.0, 2.0, 3.0) == "Air is above England’s 2.0% in 1 of 3 regions"
    assert sentence("lower", 1.0, 2.0, 3.0) == "Air is below England’s 2.0% in 1 of 3 regions"


def test_places_without_a_figure_are_not_counted() -> None:
    assert sentence("higher", 1.0, 3.0, float("nan")).endswith("in 1 of the 2 regions with a figure")


def test_nothing_is_claimed_where_nothing_is_known() -> None:
    assert sentence("higher", float("nan")) == "Air: no figure for any of the regions"


def test_crossing_the_line_is_named_as_such() -> None:
    line = Line(2.4, "2.4% target", "the 2.4% target", "")
    history = pd.DataFrame({"period": ["2011", "2018"], "value": [2.0, 2.5]})
    expected = "England was 0.40 points below the 2.4% target in 2011 and 0.10 points above it in 2018"
    assert findings.gap_over_time(history, line) == expected


def test_markup_is_escaped_and_cut() -> None:
    assert plain("<b>[x](y)</b>") == r"\<b\>\[x\]\(y\)\</b\>"
    assert plain("a" * 50, most=3) == "aaa…"


@pytest.mark.parametrize(
    "address", ["https://example.org/a", "HTTP://example.org", "www.example.org", "a.b@example.org"]
)
def test_an_address_in_a_text_is_no_link(address: str) -> None:
    written = plain(f"See {address} now").replace("\\", "")
    assert address not in written
    assert written.replace("\u2060", "") == f"See {address} now"


@pytest.mark.parametrize("text", ["- firms", "+ growth", "2018. Firms", "Firms\n---", "Firms\n==="])
def test_a_text_is_no_list_and_no_heading(text: str) -> None:
    written = plain(text)
    assert re.search(r"^\s*(\d+\.|[-+]|[-=]+)(\s|$)", written, re.MULTILINE) is None
    assert written.replace("\\", "") == text


@pytest.mark.parametrize(("value", "expected"), [(35.4, "£35.40 per hour"), (-2.0, "−£2.00 per hour")])
def test_money_by_something_has_its_sign_before_the_figure(value: float, expected: str) -> None:
    assert wording.number(value, unit="£ per hour", decimals=2) == expected


@pytest.mark.parametrize(("derivation", "expected"), [("converted", True), ("same-area", True), ("published", False)])
def test_why_leps_lack_what_is_published_for_regions(derivation: str, expected: bool) -> None:
    # a LEP that is one whole region has its figure, converted from euro as the region's is; another has none
    figures = pd.DataFrame({"value": [1.0, float("nan")], "derivation": [derivation, None]})
    coverage = pd.DataFrame({"geography_id": ["nuts2-2016", "lep-2017"]})
    why = findings.why_missing(figures, coverage, GEOGRAPHIES["lep-2017"])
    assert why.startswith("It is published for NUTS 2 regions") == expected
