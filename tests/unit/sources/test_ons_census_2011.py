"""Expected figures: 2011 Census, table WP605EW."""

from tests.unit.sources.conftest import dataset

people = dataset("census-2011-workplace")


def test_every_district_is_found(people):
    assert people["area_code"].nunique() == 326


def test_sections_add_up_to_all(people):
    table = people.pivot_table(index="area_code", columns="industry", values="value")
    assert table.drop(columns="_T").sum(axis=1).eq(table["_T"]).all()


def test_adur(people):
    """22,179 people at work in Adur, 2,642 of them in manufacturing."""
    value = people.set_index(["area_code", "industry"])["value"]
    assert value["E07000223", "_T"] == 22_179
    assert value["E07000223", "C"] == 2_642
