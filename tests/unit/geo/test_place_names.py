"""Towns and neighbourhoods that are no areas: which districts hold them, checked against councils' own pages."""

import pytest

from geo.areas import aliases
from geo.place_names import KINDS, named
from geo.search import normalised, places
from geo.tables import table
from lis_data.intake.gazetteer import elsewhere


@pytest.mark.parametrize(
    ("text", "district", "match"),
    [
        ("Consett", "County Durham", "name"),
        ("Harwell", "Vale of White Horse", "name"),
        ("Daresbury", "Halton", "name"),
        ("Gatwick", "Crawley", "within"),  # Langley Green & Gatwick Airport
        ("Crewe", "Cheshire East", "name"),
        ("Workington", "Cumberland", "name"),  # in Allerdale until 2023
        ("bishop's stortford", "East Hertfordshire", "name"),
        ("Concett", "County Durham", "near"),
        ("Newport, Isle of Wight", "Isle of Wight", "name"),
        ("Leeds", "Maidstone", "name"),  # the village with the castle
    ],
)
def test_the_likeliest_district(text: str, district: str, match: str) -> None:
    assert named(text).iloc[0][["district", "match"]].to_list() == [district, match]


def test_one_name_in_several_districts_gives_all_of_them_the_largest_first() -> None:
    # Newport on the Isle of Wight, in Shropshire's east, in Essex, and near Goole
    found = named("Newport").query("match == 'name'")
    wanted = ["Isle of Wight", "Telford and Wrekin", "Uttlesford", "East Riding of Yorkshire"]
    assert found["district"].to_list() == wanted


def test_a_place_knows_its_district_of_every_year() -> None:
    # Aylesbury Vale was merged into Buckinghamshire on 1 April 2020
    found = named("Aylesbury").iloc[0]
    assert (found["district"], found["before"]) == ("Buckinghamshire", "Aylesbury Vale")
    codes = dict(zip(found["geographies"], found["area_codes"], strict=True))
    assert (codes["lad-2017"], codes["lad-2019"], codes["lad-2020"]) == ("E07000004", "E07000004", "E06000060")


@pytest.mark.parametrize("text", ["Milton Keynes", "Manchester", "London", "Bristol", "Hull"])
def test_a_place_of_the_name_of_its_own_area_is_left_to_that(text: str) -> None:
    exact = named(text).query("match == 'name'")
    assert len(places(text))
    assert not set(exact["district"]) & set(places(text)["name"])


@pytest.mark.parametrize("text", ["", "  ", "!?", "a", "xyzzy plugh", "<script>"])
def test_nothing_named(text: str) -> None:
    assert named(text).empty


def test_places_are_unlike_the_names_around_them_and_listed_once() -> None:
    rows = table("place_names")
    assert not rows.assign(label=rows["name"].map(normalised)).duplicated(["label", "area_code"]).any()
    assert set(rows["kind"]) == set(KINDS)


@pytest.mark.parametrize("text", ["consett", "gatwick", "harwell", "daresbury"])
def test_a_town_is_no_area_to_an_uploaded_table(text: str) -> None:
    assert text not in elsewhere()
    assert text not in set(aliases()["alias"].map(normalised))
