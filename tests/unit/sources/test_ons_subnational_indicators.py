"""Expected figures: the releases that the dataset quotes."""

import pytest

from lis_data.sources.ons_subnational_indicators import SERIES
from tests.unit.sources.conftest import dataset

frame = dataset("ons-subnational-indicators-2022")


def test_every_series_is_found(frame):
    assert set(frame["indicator_id"]) == {series.indicator_id for series in SERIES.values()}


@pytest.mark.parametrize(
    ("indicator_id", "value"),
    [
        ("net_additional_dwellings", 216_489),  # Housing supply: net additional dwellings, England 2020-21
        ("primary_expected_standard_pct", 65),  # Key stage 2 assessments, 2019 (revised)
        ("smoking_pct", 12.1),  # Adult smoking habits, England 2020
        ("adult_overweight_pct", 63.5),  # Obesity Profile 2020/21: with overweight
    ],
)
def test_england(frame, indicator_id, value):
    england = frame.query("area_code == 'E92000001'").set_index("indicator_id")["value"]
    assert england[indicator_id] == pytest.approx(value, abs=0.05)


def test_dwellings_of_districts_add_up_to_england(frame):
    rows = frame.query("indicator_id == 'net_additional_dwellings'")
    dwellings = rows.groupby("geography_id")["value"].sum()
    assert dwellings["lad-2020"] == pytest.approx(dwellings["country"], abs=5)


def test_the_unfinished_year_of_apprenticeships_is_left_out(frame):
    assert not frame["indicator_id"].str.contains("apprentice").any()
