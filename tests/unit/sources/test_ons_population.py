"""Expected figures: ONS, population estimates for the UK, mid-2020."""

import pytest

from geo.areas import areas
from lis_data.observations import validate
from lis_data.sources import ons_population


@pytest.fixture(scope="module")
def population(shared_data):
    return ons_population.population(shared_data)


def test_keeps_the_rules(population):
    validate(population, name="population")
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
