"""All areas' industries beside England's; expected numbers are the publishers' or worked out by hand from them."""

from __future__ import annotations

import pandas as pd
import pytest

from lis_data import queries
from lis_data.errors import UnknownNameError
from lis_data.model import ENGLAND

CHESHIRE = "E37000003"
PARTITIONED = [  # indicator, a period, how far the rounded parts may be from the published total
    ("gva", "2018", 5),
    ("gva_detailed", "2018", 25),
    ("jobs", "2018", 0),
    ("jobs_sic4", "2018", 0),
    ("jobs_sic5", "2018", 0),
    ("enterprises", "2022-03", 10),
    ("residents_employed", "2017-10/P1Y", 0),
    ("workplace_population", "2011", 0),
]


def strengths(area_code: str, indicator_id: str, geography_id: str, **chosen: str) -> pd.DataFrame:
    found = queries.sector_strengths(indicator_id, geography_id, **chosen)
    return found[found["area_code"] == area_code].set_index("industry")


def test_manufacturing_in_cheshire_and_warrington() -> None:
    # ONS, GVA by industry, 2016: 24.2% here, 9.8% in England, 2.46 times
    row = strengths(CHESHIRE, "gva", "lep-2017", period="2016").loc["C"]
    assert (round(row["share"], 1), round(row["benchmark_share"], 1)) == (24.2, 9.8)
    assert round(row["location_quotient"], 2) == 2.46


def test_the_humber_makes_the_most_of_manufacturing_in_2012() -> None:
    # ONS put Humber at 23% and Cumbria at 25% then; Cumbria has since been revised
    found = queries.sector_strengths("gva", "lep-2017", period="2012")
    first = found[found["industry"] == "C"].nlargest(1, "share").iloc[0]
    assert first["area_name"] == "Humber"
    assert first["share"] == pytest.approx(23, abs=1)


def test_the_most_specialised_class_of_cumbria_is_its_shipyard() -> None:
    # Business Register and Employment Survey, 2018: 8,000 jobs in building ships, in Barrow
    found = strengths("UKD1", "jobs_sic4", "nuts2-2016", period="2018")
    assert found["location_quotient"].idxmax() == "3011"
    assert found.loc["3011", "value"] == 8000


@pytest.mark.parametrize(("indicator_id", "period", "rounding"), PARTITIONED)
def test_leaves_of_england_add_up_to_its_total(indicator_id: str, period: str, rounding: float) -> None:
    found = strengths(ENGLAND, indicator_id, "country", period=period)
    assert found.loc[found["leaf"], "value"].sum() == pytest.approx(found.loc["_T", "value"], abs=rounding)


@pytest.mark.parametrize(("indicator_id", "period"), [row[:2] for row in PARTITIONED if row[0] != "jobs_sic4"])
def test_the_top_layer_of_england_adds_up_to_its_total(indicator_id: str, period: str) -> None:
    found = strengths(ENGLAND, indicator_id, "country", period=period)
    assert found.loc[found["broad"], "value"].sum() == pytest.approx(found.loc["_T", "value"], abs=25)


def test_growth_since_a_base_year() -> None:
    # all industries in Cheshire and Warrington: £23,884m in 2010, £32,032m in 2018; (32032 / 23884)^(1/8) = 1.0374
    row = strengths(CHESHIRE, "gva", "lep-2017", period="2018", base="2010").loc["_T"]
    assert row["growth"] == pytest.approx(3.74, abs=0.005)
    assert row["contribution"] == pytest.approx(34.11, abs=0.005)


def test_contributions_of_the_leaves_add_up_to_the_total_growth() -> None:
    found = strengths(CHESHIRE, "gva", "lep-2017", period="2018", base="2010")
    assert found.loc[found["leaf"], "contribution"].sum() == pytest.approx(34.11, abs=0.05)


def test_changes_of_share_add_up_to_nothing() -> None:
    found = strengths(CHESHIRE, "gva", "lep-2017", period="2018", base="2010")
    assert found.loc[found["leaf"], "share_change"].sum() == pytest.approx(0, abs=0.05)


def test_without_a_base_nothing_is_said_about_growth() -> None:
    found = queries.sector_strengths("gva", "lep-2017", period="2018")
    assert found[["earlier_value", "share_change", "growth", "benchmark_growth", "contribution"]].isna().all(axis=None)


def test_years_of_the_survey_are_counted_from_october_to_october() -> None:
    # people in work in England: 27,063,500 in 2017/18 and 27,108,100 in 2020/21, three years later: 0.055% a year
    row = strengths(ENGLAND, "residents_employed", "country", period="2020-10/P1Y", base="2017-10/P1Y").loc["_T"]
    assert row["growth"] == pytest.approx(0.055, abs=0.001)


def test_real_growth_is_below_growth_in_current_prices_by_the_rise_in_prices() -> None:
    # the GDP deflator rose by 2.1% a year from 1998 to 2022 (HM Treasury)
    found = queries.sector_strengths("gva", "lad-2023", period="2022", base="1998")
    totals = found[found["industry"] == "_T"]
    assert (totals["growth"] - totals["real_growth"]).median() == pytest.approx(2.1, abs=0.3)


@pytest.mark.parametrize(
    ("geography_id", "area_code", "growth"),
    [
        ("nuts2-2016", "UKD6", 1.04),  # Cheshire, £36,385m in 2018 and £38,323m in 2023: (38323 / 36385) ** 0.2 - 1
        ("lep-2017", CHESHIRE, 1.04),  # the same ground
        ("lep-2017", "E37000025", 1.63),  # North East: (48073 / 44341) ** 0.2 - 1
    ],
)
def test_growth_in_volume_where_the_publisher_gives_it(geography_id: str, area_code: str, growth: float) -> None:
    row = strengths(area_code, "gva", geography_id, period="2023", base="2018").loc["_T"]
    assert row["real_growth"] == pytest.approx(growth, abs=0.005)
    assert row["benchmark_real_growth"] == pytest.approx(0.97, abs=0.005)  # England: (1945256 / 1853495) ** 0.2 - 1


def test_volumes_are_never_added_up() -> None:
    found = strengths("E37000012", "gva", "lep-2017", period="2018", base="2010")  # Greater Birmingham and Solihull
    assert found["growth"].notna().any()
    assert found["real_growth"].isna().all()


def test_growth_of_narrow_industries_in_volume_is_not_published_for_regions() -> None:
    found = strengths("UKD6", "gva", "nuts2-2016", period="2023", base="2018")["real_growth"]
    assert found["C"] == pytest.approx(1.13, abs=0.005)  # (7501 / 7092) ** 0.2 - 1
    assert pd.isna(found["26-30"])
    assert pd.isna(found["AB"])  # volumes of A and of B are published, and do not add up


def test_growth_in_volume_is_of_money_alone() -> None:
    assert strengths("UKD6", "jobs", "nuts2-2016", period="2021", base="2018")["real_growth"].isna().all()


def test_a_lep_that_takes_a_share_of_a_merged_district_has_estimates() -> None:
    found = strengths("E37000020", "gva", "lep-2017", period="2018")  # Leeds City Region, see the caveat of GVA
    assert found["value"].notna().all()
    assert set(found["status"]) == {"E"}


def test_rent_that_nobody_pays_is_marked() -> None:
    found = queries.sector_strengths("gva", "lep-2017", period="2018")
    assert set(found.loc[found["imputed"], "title"]) == {"Owner-occupiers' imputed rental"}


WRONG = [
    ({"indicator_id": "gvva"}, "gva"),
    ({"indicator_id": "median_weekly_pay"}, "by industry"),
    ({"geography_id": "lep-2018"}, "lep-2017"),
    ({"period": "2108"}, "2018"),
    ({"base": "1989"}, "1998"),
]


@pytest.mark.parametrize(("wrong", "nearest"), WRONG)
def test_a_wrong_name_is_answered_with_the_nearest(wrong: dict[str, str], nearest: str) -> None:
    chosen = {"indicator_id": "gva", "geography_id": "lep-2017", "period": "2018", "base": "2010", **wrong}
    with pytest.raises(UnknownNameError, match=nearest):
        queries.sector_strengths(chosen.pop("indicator_id"), chosen.pop("geography_id"), **chosen)


def test_what_can_be_compared_by_industry() -> None:
    found = queries.sector_coverage().set_index(["indicator_id", "geography_id"])
    gva, jobs = found.loc[("gva", "lep-2021")], found.loc[("jobs", "nuts2-2016")]
    assert (gva["areas"], gva["leaves"], gva["periods"][0], gva["periods"][-1]) == (38, 37, "1998", "2023")
    assert (jobs["areas"], jobs["leaves"], jobs["periods"][0], jobs["periods"][-1]) == (33, 88, "2015", "2021")


def test_volumes_make_no_shares() -> None:
    assert "gva_cvm" not in set(queries.sector_coverage()["indicator_id"])
