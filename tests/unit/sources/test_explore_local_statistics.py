"""Expected figures: releases of the Office for National Statistics and the Department for Transport."""

import pandas as pd
import pytest

from lis_data.observations import validate
from lis_data.sources.explore_local_statistics import READERS, TABLES, in_our_codes, iso_period, read


@pytest.mark.parametrize(
    ("published", "period"),
    [
        ("2004", "2004"),
        ("2004-01-01/P1Y", "2004"),
        ("2011-01-01/P3Y", "2011/P3Y"),
        ("2011-04-01/P1Y", "2011-04/P1Y"),
        ("2025-04-30", "2025-04"),
    ],
)
def test_period(published, period):
    assert iso_period(published) == period


def test_one_code_for_one_ground():
    # Barnsley and Sheffield were recoded in 2025, Northumberland in 2013; Leeds never was.
    codes = pd.Series(["E08000038", "E08000039", "E06000048", "E08000035"])
    assert in_our_codes(codes).tolist() == ["E08000016", "E08000019", "E06000057", "E08000035"]


@pytest.mark.parametrize("dataset_id", READERS)
def test_every_file_keeps_the_rules_of_observations(shared_data, dataset_id):
    validate(READERS[dataset_id](shared_data), name=dataset_id)


def figure(shared_data, dataset_id, indicator_id, area_code, period):
    frame = read(shared_data, table=TABLES[dataset_id])
    key = frame[["indicator_id", "area_code", "period"]].eq([indicator_id, area_code, period]).all(axis=1)
    return frame[key].iloc[0]


@pytest.mark.parametrize(
    ("dataset_id", "indicator_id", "area_code", "period", "value"),
    [
        # Annual Survey of Hours and Earnings 2022, table 8.1a, all employees, England
        ("ons-els-median-pay-2025", "median_weekly_pay", "E92000001", "2022-04", 536.6),
        # Personal well-being in the UK, April 2022 to March 2023
        ("ons-els-wellbeing-2023", "wellbeing_anxiety", "K02000001", "2022-04/P1Y", 3.23),
        ("ons-els-wellbeing-2023", "wellbeing_life_satisfaction", "K02000001", "2022-04/P1Y", 7.45),
        # Regional gross disposable household income 1997 to 2023, United Kingdom
        ("ons-els-gdhi-2025", "gdhi_per_head", "K02000001", "2023", 24836),
        # Journey time statistics 2019, England, by car
        ("dft-els-journey-times-2019", "travel_time_car", "E92000001", "2019", 7.62),
    ],
)
def test_published_figures(shared_data, dataset_id, indicator_id, area_code, period, value):
    found = figure(shared_data, dataset_id, indicator_id, area_code, period)
    assert found["value"] == pytest.approx(value, abs=0.005)


def test_journey_times_are_on_the_326_districts_of_2017(shared_data):
    frame = read(shared_data, table=TABLES["dft-els-journey-times-2019"])
    assert frame.groupby("geography_id")["area_code"].nunique().to_dict() == {
        "country": 1,
        "lad-2017": 326,
        "region": 9,
    }


def test_recoded_districts_have_housing_affordability(shared_data):
    found = figure(
        shared_data, "ons-els-housing-affordability-2026", "housing_affordability", "E08000019", "2025"
    )
    assert found["geography_id"] == "lad-2023"


def test_unreliable_pay_is_suppressed_without_a_value(shared_data):
    found = figure(shared_data, "ons-els-median-pay-2025", "median_weekly_pay", "E09000001", "2016-04")
    assert found["status"] == "C"
    assert pd.isna(found["value"])


def test_household_income_of_28_nuts2_regions(shared_data):
    frame = read(shared_data, table=TABLES["ons-els-gdhi-2025"])
    nuts2 = set(frame.loc[frame["geography_id"] == "nuts2-2016", "area_code"])
    # Boundaries of these five moved in 2025: Tees Valley, Tyneside, East Anglia, two of the South West.
    assert len(nuts2) == 28
    assert not nuts2 & {"UKC1", "UKC2", "UKH1", "UKK1", "UKK2"}


def test_household_income_agrees_with_the_release_of_2023(shared_data):
    path = shared_data / "places/els_gdhi_per_head_lad2021_1997_2021.csv"
    earlier = pd.read_csv(path, dtype={"period": str})
    latest = read(shared_data, table=TABLES["ons-els-gdhi-2025"]).query("geography_id == 'lad-2023'")
    both = latest.merge(earlier, left_on=["area_code", "period"], right_on=["areacd", "period"])
    ratio = both["value"] / both["observation"]
    assert both["area_code"].nunique() == 292  # all but the four districts that began in 2023
    assert ratio.median() == pytest.approx(1, abs=0.005)
