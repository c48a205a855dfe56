"""Expected figures: ONS, population estimates for the UK, mid-2020; Standard Area Measurements."""

import pytest

from geo.areas import areas
from tests.unit.sources.conftest import dataset

population = dataset("ons-population-2020")


@pytest.fixture(scope="module")
def land(observed):
    return observed("ons-land-area-2020").set_index(["geography_id", "area_code"])


def test_years(population):
    assert set(population["period"]) == {str(year) for year in range(2001, 2021)}


@pytest.mark.parametrize(("code", "people"), [("K02000001", 67_081_234), ("E92000001", 56_550_138)])
def test_nations_at_mid_2020(population, code, people):
    row = population[population["area_code"].eq(code) & population["period"].eq("2020")]
    assert row["value"].item() == people


def test_districts_add_up_to_their_regions(population):
    """The two of Northamptonshire come from another table; a person or two may be lost to its rounding."""
    districts = population[population["geography_id"].eq("lad-2021")]
    assert districts["area_code"].nunique() == 309
    regions = areas("lad-2021").set_index("area_code")["parent_code"]
    summed = districts.groupby([districts["area_code"].map(regions), "period"])["value"].sum()
    published = population[population["geography_id"].eq("region")]
    assert (summed - published.set_index(["area_code", "period"])["value"]).abs().max() <= 2


@pytest.mark.parametrize(
    ("geography_id", "districts"),
    # 2019 made 5 of 14, 2020 1 of 4, 2021 2 of 7
    [("lad-2017", 326 - 14 - 4 - 7), ("lad-2019", 317 - 4 - 7), ("lad-2020", 314 - 7)],
)
def test_earlier_districts_that_were_not_merged_since(population, geography_id, districts):
    assert population[population["geography_id"].eq(geography_id)]["area_code"].nunique() == districts


@pytest.mark.parametrize(("code", "square_km"), [("E06000061", 987), ("E06000062", 1_377)])
def test_land_of_the_two_of_northamptonshire(land, code, square_km):
    row = land.loc[("lad-2021", code)]
    assert row["status"] == "E"
    assert row["value"] == pytest.approx(square_km, rel=0.002)


def test_land_of_309_districts_is_englands(land):
    """Each figure stands for its own ground; England is 130,311 km²."""
    districts = land.loc["lad-2021", "value"]
    assert len(districts) == 309
    assert districts.sum() == pytest.approx(130_311, abs=5)
    assert land.loc[("country", "E92000001"), "value"] == pytest.approx(130_311, abs=5)
