"""Expected figures: ONS, Business demography, UK: 2021 and 2024."""

import pandas as pd
import pytest

from lis_data.observations import KEY
from tests.unit.sources.conftest import dataset

ENGLISH_BIRTHS = {
    "2016": 358_680,
    "2017": 318_240,
    "2018": 311_580,
    "2019": 325_355,
    "2020": 299_115,
    "2021": 324_485,
    "2022": 300_580,
    "2023": 281_860,
}


@pytest.fixture(scope="module")
def counts(observed):
    releases = ["ons-business-demography-2021", "ons-business-demography-2024"]
    return pd.concat([observed(dataset_id) for dataset_id in releases], ignore_index=True)


survivors = dataset("ons-business-survival-2024")


def england(frame, indicator_id):
    found = frame[frame["indicator_id"].eq(indicator_id) & frame["area_code"].eq("E92000001")]
    return found.set_index("period")["value"]


def test_no_year_comes_from_both_releases(counts):
    assert not counts.duplicated(KEY).any()


def test_births_in_england(counts):
    births = england(counts, "enterprise_births")
    assert births.loc[list(ENGLISH_BIRTHS)].to_dict() == ENGLISH_BIRTHS


@pytest.mark.parametrize(
    ("geography_id", "periods", "areas"),
    [
        ("lad-2019", {"2019"}, 317),
        ("lad-2020", {"2020"}, 314),
        ("lad-2021", {"2016", "2017", "2018", "2021", "2022", "2023"}, 309),
        ("lad-2023", {"2024"}, 296),
    ],
)
def test_each_year_stands_on_its_own_districts(counts, geography_id, periods, areas):
    births = counts[counts["indicator_id"].eq("enterprise_births") & counts["geography_id"].eq(geography_id)]
    assert set(births["period"]) == periods
    assert births.groupby("period")["area_code"].nunique().eq(areas).all()


def test_districts_add_up_to_england(counts):
    """Each figure is rounded to 5: some 300 of them stay within 100 of England's."""
    for indicator_id in ("enterprise_births", "enterprise_deaths", "enterprises_active"):
        rows = counts[counts["indicator_id"].eq(indicator_id)]
        summed = rows[rows["geography_id"].str.startswith("lad-")].groupby("period")["value"].sum()
        assert (summed - england(counts, indicator_id)).abs().max() <= 100


def test_deaths_of_the_last_two_years_are_provisional(counts):
    late = counts[counts["status"].eq("P")]
    assert set(late["indicator_id"]) == {"enterprise_deaths"}
    assert set(late["period"]) == {"2023", "2024"}


def test_survival_in_england(survivors):
    """Births of 2019: 94.7% lived one year, 38.3% five (table 4.1)."""
    assert england(survivors, "enterprise_survivors_1yr")["2019"] == 308_105
    assert england(survivors, "enterprise_survivors_5yr")["2019"] == 124_660


def test_years_of_life_that_have_not_passed_are_absent(survivors):
    last = survivors.groupby("indicator_id")["period"].max()
    assert last.to_dict() == {f"enterprise_survivors_{age}yr": str(2024 - age) for age in range(1, 6)}
