"""Expected figures: the worked example of the handbook whose formula is used, and hand calculation."""

from __future__ import annotations

import pandas as pd
import pytest

from lis_data.sources.forms.survey import (
    iso_period,
    margin_of_share,
    summed,
    weaker,
    with_interval,
)


@pytest.mark.parametrize(("published", "period"), [("Jan 2019-Dec 2019", "2019"), ("Oct 2017-Sep 2018", "2017-10/P1Y")])
def test_period(published: str, period: str) -> None:
    assert iso_period(published) == period


def test_margin_of_the_handbooks_never_married_women() -> None:
    # 203,119 (± 5,070) of 630,498 (± 831): 32.2% ± 0.8
    base = pd.Series([630498.0])
    share = 203119 / base
    margin = margin_of_share(share, base, top_margin=pd.Series([5070.0]), base_margin=pd.Series([831.0]))
    assert (100 * margin).round(1).item() == 0.8


def test_no_margin_where_all_are_counted() -> None:
    exact = pd.Series([100.0])
    assert margin_of_share(exact / 100, exact, top_margin=exact, base_margin=exact).isna().all()


def test_status_says_what_is_blank() -> None:
    rows = with_interval(pd.DataFrame({"value": [500.0, 500.0, None], "margin": [600.0, None, None]}))
    assert rows["status"].tolist() == ["A", "U", "C"]
    assert rows["lower"].iloc[0] == 0


def test_sum_adds_squares_of_margins_and_is_suppressed_with_a_part() -> None:
    value = pd.DataFrame({"a": [10.0, 10.0], "b": [20.0, None]})
    margin = pd.DataFrame({"a": [3.0, 3.0], "b": [8.0, None]})
    found = summed({"value": value, "margin": margin}, parts={"a": 1.0, "b": 0.5})
    assert found["status"].tolist() == ["A", "C"]
    assert found["value"].iloc[0] == 20
    assert found["margin"].iloc[0] == 5  # sqrt(3² + 4²)


def test_weaker_status() -> None:
    assert [weaker("A", "E"), weaker("U", "E"), weaker("C", "U")] == ["E", "E", "C"]
