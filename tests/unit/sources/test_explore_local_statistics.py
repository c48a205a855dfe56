"""Expected figures: releases of the publishers whose series the service gathers."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pandas as pd
import pytest

from lis_data import catalogue
from tests.unit.sources.conftest import Reader

HOMES = "net_additional_dwellings_per_1000_dwellings"


def figure(frame: pd.DataFrame, indicator_id: str, area_code: str, period: str) -> pd.Series:
    key = frame[["indicator_id", "area_code", "period"]].eq([indicator_id, area_code, period]).all(axis=1)
    return frame[key].iloc[0]


@pytest.mark.parametrize(
    ("dataset_id", "indicator_id", "area_code", "period", "value"),
    [
        # Annual Survey of Hours and Earnings 2022, table 8.1a, all employees, England
        ("ons-els-median-pay-2025", "median_weekly_pay", "E92000001", "2022-04", 536.6),
        # The same survey of 2023 by place of residence: jobs in Crawley pay more, in Wandsworth less
        ("ons-els-median-pay-2025", "median_weekly_pay", "E09000032", "2023-04", 844.7),
        ("ons-els-median-pay-2025", "median_weekly_pay", "E07000226", "2023-04", 575.0),
        # Personal well-being in the UK, April 2022 to March 2023
        ("ons-els-wellbeing-2023", "wellbeing_anxiety", "K02000001", "2022-04/P1Y", 3.23),
        ("ons-els-wellbeing-2023", "wellbeing_life_satisfaction", "K02000001", "2022-04/P1Y", 7.45),
        # Regional gross disposable household income 1997 to 2023, United Kingdom
        ("ons-els-gdhi-2025", "gdhi_per_head", "K02000001", "2023", 24836),
        # Journey time statistics 2019, England, by car
        ("dft-els-journey-times-2019", "travel_time_car", "E92000001", "2019", 7.62),
        # Regional gross domestic product, April 2025: County Durham
        ("ons-gdp-per-head-2025", "gdp_per_head", "E06000047", "1998", 10_827),
        ("ons-gdp-per-head-2025", "gdp_per_head", "E06000047", "2022", 23_140),
        ("ons-gdp-per-head-2025", "gdp_per_head", "E06000047", "2023", 25_821),
        # Subnational trade in goods and services
        ("ons-exports-2023", "exports_gbp_m", "K02000001", "2019", 689_023),
        ("ons-exports-2023", "exports_gbp_m", "E92000001", "2023", 700_858),
        ("ons-exports-2023", "exports_gbp_m", "UKD3", "2023", 22_482),
        # Foreign direct investment: positions
        ("ons-fdi-2024", "fdi_inward_gbp_m", "E47000001", "2015", 28_770),
        ("ons-fdi-2024", "fdi_inward_gbp_m", "K02000001", "2015", 1_032_534),
        # Business enterprise research and development
        ("ons-berd-region-2025", "business_rd_new_method_gbp_m", "K02000001", "2022", 50_841),
        ("ons-berd-region-2025", "business_rd_new_method_gbp_m", "E92000001", "2024", 51_135),
        ("ons-berd-region-2025", "business_rd_new_method_gbp_m", "E12000002", "2023", 5_610),
        # Publicly funded research and development by region, financial year 2021/22
        ("ons-public-rd-region-2024", "public_funded_rd_gbp_m", "E92000001", "2021-04/P1Y", 11_813),
        # Regional labour market: Claimant Count, percentage of residents aged 16 to 64
        ("ons-els-claimant-count-2026", "claimant_count_pct", "E92000001", "2013", 3.4),
        ("ons-els-claimant-count-2026", "claimant_count_pct", "E06000047", "2025", 3.1),
        # Apprenticeships 2024/25; further education and skills: Corby became a part of North Northamptonshire in 2021
        ("dfe-els-apprenticeships-2025", "apprenticeship_starts_per_100k", "E92000001", "2023-08/P1Y", 932),
        ("dfe-els-apprenticeships-2025", "apprenticeship_achievements_per_100k", "E07000150", "2019-08/P1Y", 516),
        ("dfe-els-fe-participation-2025", "further_education_participation_per_100k", "E92000001", "2020-08/P1Y", 4884),
        ("dfe-els-fe-participation-2025", "further_education_participation_per_100k", "E07000150", "2019-08/P1Y", 6800),
        ("dfe-els-fe-achievements-2025", "further_education_achievements_per_100k", "E92000001", "2024-08/P1Y", 3554),
        # Level 2 and 3 attainment by young people aged 19
        ("dfe-els-gcse-by-19-2026", "gcse_english_maths_by_19_pct", "E92000001", "2020-09/P1Y", 73.049),
        ("dfe-els-gcse-by-19-2026", "gcse_english_maths_by_19_pct", "E08000016", "2024-09/P1Y", 66.766),
        # Local authority greenhouse gas emissions 2005 to 2023; Sheffield under its code of 2025
        ("desnz-els-greenhouse-gas-2025", "greenhouse_gas_per_head", "E92000001", "2005", 10.08),
        ("desnz-els-greenhouse-gas-2025", "greenhouse_gas_per_head", "E08000019", "2023", 3.71),
        # Subnational electricity consumption: Mendip became a part of Somerset in 2023
        ("desnz-els-electricity-2025", "domestic_electricity_median_kwh", "E92000001", "2024-02/P1Y", 2491.9),
        ("desnz-els-electricity-2025", "domestic_electricity_median_kwh", "E07000187", "2014-02/P1Y", 3347.3),
        ("desnz-els-electricity-2025", "domestic_electricity_median_kwh", "E06000066", "2015-02/P1Y", 3422.5),
        # Housing supply: net additional dwellings
        ("mhclg-els-net-additions-2025", HOMES, "E92000001", "2018-04/P1Y", 10),
        ("mhclg-els-net-additions-2025", HOMES, "E07000004", "2019-04/P1Y", 21),
        ("mhclg-els-net-additions-2025", HOMES, "E06000063", "2024-04/P1Y", 7),
        # Participation Survey 2023/24
        ("dcms-els-participation-2024", "museum_visitors_pct", "E92000001", "2023-04/P1Y", 43),
        ("dcms-els-participation-2024", "heritage_visitors_pct", "UKC1", "2023-04/P1Y", 63),
        ("dcms-els-participation-2024", "library_visitors_pct", "UKD3", "2023-04/P1Y", 27),
        # Electric vehicle public charging infrastructure, 1 April 2026
        ("dft-els-ev-chargers-2026", "ev_chargers_per_100k", "E92000001", "2026-04", 169.824),
        # Annual Population Survey, regulated qualifications framework
        ("ons-els-level-3-rqf-2025", "level_3_plus_rqf_pct", "E92000001", "2023", 67.4),
    ],
)
def test_published_figures(
    observed: Reader,
    dataset_id: str,
    indicator_id: Any,
    area_code: str,
    period: str,
    value: float,
) -> None:
    found = figure(observed(dataset_id), indicator_id, area_code, period)
    assert found["value"] == pytest.approx(value, abs=0.005)


def test_journey_times_are_on_the_326_districts_of_2017(observed: Reader) -> None:
    frame = observed("dft-els-journey-times-2019")
    assert frame.groupby("geography_id")["area_code"].nunique().to_dict() == {
        "country": 1,
        "lad-2017": 326,
        "region": 9,
    }


def test_recoded_districts_have_housing_affordability(observed: Reader) -> None:
    frame = observed("ons-els-housing-affordability-2026")
    found = figure(frame, "housing_affordability", "E08000019", "2025")
    assert found["geography_id"] == "lad-2023"


def test_publicly_funded_research_is_published_by_ons() -> None:
    # released on 25 June 2024, not by the department that spends most of it
    dataset = catalogue.load().datasets["ons-public-rd-region-2024"]
    assert (dataset.publisher, dataset.published) == ("Office for National Statistics", "2024-06-25")
    assert dataset.official_status == "official statistics in development"


def test_unreliable_pay_is_suppressed_without_a_value(observed: Reader) -> None:
    frame = observed("ons-els-median-pay-2025")
    found = figure(frame, "median_weekly_pay", "E09000001", "2016-04")
    assert found["status"] == "C"
    assert pd.isna(found["value"])


def test_household_income_of_28_nuts2_regions(observed: Reader) -> None:
    frame = observed("ons-els-gdhi-2025")
    nuts2 = set(frame.loc[frame["geography_id"] == "nuts2-2016", "area_code"])
    # Boundaries of these five moved in 2025: Tees Valley, Tyneside, East Anglia, two of the South West.
    assert len(nuts2) == 28
    assert not nuts2 & {"UKC1", "UKC2", "UKH1", "UKK1", "UKK2"}


def test_household_income_agrees_with_the_release_of_2023(observed: Reader, shared_data: Path) -> None:
    path = shared_data / "places/els_gdhi_per_head_lad2021_1997_2021.csv"
    earlier = pd.read_csv(path, dtype={"period": str})
    latest = observed("ons-els-gdhi-2025").query("geography_id == 'lad-2023'")
    both = latest.merge(earlier, left_on=["area_code", "period"], right_on=["areacd", "period"])
    ratio = both["value"] / both["observation"]
    assert both["area_code"].nunique() == 292  # all but the four districts that began in 2023
    assert ratio.median() == pytest.approx(1, abs=0.005)


def test_areas_of_gdp_per_head(observed: Reader) -> None:
    counted = observed("ons-gdp-per-head-2025").groupby("geography_id")["area_code"].nunique()
    authorities = {"mca-2018": 7, "mca-2025": 11}  # seven of them are in both
    assert counted.to_dict() == {"country": 2, "lad-2023": 296, "nuts2-2016": 28, "region": 9, **authorities}


def test_greater_manchester_is_one_area_under_two_codes(observed: Reader) -> None:
    gdp = observed("ons-gdp-per-head-2025").pivot_table(index="period", columns="area_code", values="value")
    assert gdp["UKD3"].equals(gdp["E47000001"].rename("UKD3"))


def test_gdp_per_head_of_the_united_kingdom_in_2018(observed: Reader) -> None:
    """GDP of £2,157bn among 66.3 million people (revised estimates): £32,500 a head."""
    found = figure(observed("ons-gdp-per-head-2025"), "gdp_per_head", "K02000001", "2018")
    assert found["value"] == pytest.approx(2_157_000 / 66.33, rel=0.01)


def test_a_disclosive_figure_of_exports_is_suppressed(observed: Reader) -> None:
    assert figure(observed("ons-exports-2023"), "exports_gbp_m", "UKC1", "2022")["status"] == "C"


def test_regions_make_up_englands_business_rd(observed: Reader) -> None:
    frame = observed("ons-berd-region-2025").query("period == '2024'")
    value = frame.groupby("geography_id")["value"].sum()
    england = figure(frame, "business_rd_new_method_gbp_m", "E92000001", "2024")["value"]
    assert value["region"] == pytest.approx(england, abs=5)


@pytest.mark.parametrize(
    ("dataset_id", "period", "districts"),
    [
        ("dfe-els-fe-participation-2025", "2019-08/P1Y", {"lad-2020"}),
        ("dfe-els-apprenticeships-2025", "2021-08/P1Y", {"lad-2021"}),
        ("dfe-els-fe-achievements-2025", "2022-08/P1Y", {"lad-2023"}),
        ("desnz-els-electricity-2025", "2014-02/P1Y", {"lad-2017"}),
        ("mhclg-els-net-additions-2025", "2018-04/P1Y", {"lad-2017"}),
        ("mhclg-els-net-additions-2025", "2020-04/P1Y", {"lad-2020"}),
        ("dfe-els-gcse-by-19-2026", "2016-09/P1Y", {"lad-2023"}),
    ],
)
def test_a_year_is_on_the_districts_of_its_time(observed: Reader, dataset_id: str, period: str, districts: Any) -> None:
    frame = observed(dataset_id)
    geographies = frame.loc[frame["period"].eq(period), "geography_id"]
    assert set(geographies[geographies.str.startswith("lad")]) == districts


def test_apprenticeships_of_few_people_are_suppressed(observed: Reader) -> None:
    frame = observed("dfe-els-apprenticeships-2025")
    found = figure(frame, "apprenticeship_starts_per_100k", "E06000053", "2023-08/P1Y")  # Isles of Scilly
    assert (found["status"], pd.isna(found["value"])) == ("C", True)


def test_an_interval_that_leaves_its_own_share_out_is_not_taken(observed: Reader) -> None:
    frame = observed("dcms-els-participation-2024")
    arts = figure(frame, "arts_engagement_pct", "E12000001", "2023-04/P1Y")  # in the file: 89, from 88 to 88
    assert arts["value"] == 89
    assert pd.isna(arts["lower"])
    heritage = figure(frame, "heritage_visitors_pct", "E12000001", "2023-04/P1Y")
    assert (heritage["lower"], heritage["upper"]) == (62, 66)
