"""What is said of the evidence as a whole, compared with what the README and its tables state."""

from __future__ import annotations

from lis_data import queries


def test_foundations_add_up_to_all_indicators() -> None:
    assert queries.foundations()["indicators"].sum() == queries.freshness()["indicators"].iloc[0]


def test_all_five_foundations_have_figures() -> None:
    assert set(queries.foundations()["foundation"]) == {
        "ideas",
        "people",
        "infrastructure",
        "business-environment",
        "places",
    }


def test_half_of_the_indicators_reach_the_stated_year() -> None:
    # a median leaves at most half on either side
    rows = queries.indicators()
    year = queries.freshness()["half_since"].iloc[0]
    reached = rows["last_period"].str[:4].astype(int) >= year
    later = rows["last_period"].str[:4].astype(int) > year
    assert later.mean() <= 0.5 <= reached.mean()


def test_business_rd_has_figures_of_all_regions_and_nine_leps() -> None:
    # 33 NUTS 2 regions; nine of the 38 LEPs are made of whole ones (README, Limits)
    counted = queries.areas_with("business_rd_pct_gdp")["geography_id"].value_counts()
    assert (counted["nuts2-2016"], counted["lep-2017"]) == (33, 9)


def test_the_open_questions_are_three() -> None:
    # the last slide of the government's presentation on Ideas asks three
    assert queries.open_questions()["question_id"].to_list() == ["D1", "D2", "D3"]
