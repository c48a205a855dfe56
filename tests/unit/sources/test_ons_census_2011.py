"""Expected figures: 2011 Census, table WP605EW."""

from lis_data.observations import validate
from lis_data.sources import census_2011


def test_every_district_is_found(shared_data):
    people = census_2011.workplace_population(shared_data)
    validate(people, name="workplace population")
    assert people["area_code"].nunique() == 326


def test_sections_add_up_to_all(shared_data):
    people = census_2011.workplace_population(shared_data)
    table = people.pivot_table(index="area_code", columns="industry", values="value")
    assert table.drop(columns="_T").sum(axis=1).eq(table["_T"]).all()


def test_adur(shared_data):
    """22,179 people at work in Adur, 2,642 of them in manufacturing."""
    people = census_2011.workplace_population(shared_data).set_index(["area_code", "industry"])["value"]
    assert people["E07000223", "_T"] == 22_179
    assert people["E07000223", "C"] == 2_642
