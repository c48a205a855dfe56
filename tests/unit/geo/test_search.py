"""What people type, and what they should be shown first."""

import pytest

from geo.areas import UnknownGeographyError
from geo.search import around, find, normalised, places


@pytest.mark.parametrize(
    ("text", "geography_id", "area_code", "match"),
    [
        ("HotSW", "lep-2017", "E37000016", "alias"),
        ("hotsw lep", "lep-2017", "E37000016", "alias"),
        ("E37000016", "lep-2017", "E37000016", "code"),
        ("Stevenage", "lad-2021", "E07000243", "name"),
        ("Cheshire & Warrington", "lep-2017", "E37000003", "name"),
        ("Marches", "lep-2017", "E37000036", "name"),  # its name starts with The
        ("Hertforshire", "lep-2017", "E37000017", "near"),
        ("Leeds City Regoin", "lep-2017", "E37000020", "near"),
        ("Cambridgeshire & Peterborough LIS", "lis-area", "LIS-CP", "alias"),
        ("Barnsley", "lad-2021", "E08000016", "name"),
        ("E08000038", "lad-2021", "E08000016", "alias"),
        ("Hull", "lad-2021", "E06000010", "alias"),
    ],
)
def test_best_match(text: str, geography_id: str, area_code: str, match: str) -> None:
    best = find(text).iloc[0]
    assert (best["geography_id"], best["area_code"], best["match"]) == (geography_id, area_code, match)


def test_a_district_leads_to_the_areas_around_it() -> None:
    around = find("Stevenage").query("match == 'member'")
    found = set(zip(around["geography_id"], around["area_code"], strict=True))
    assert {("lep-2017", "E37000017"), ("nuts2-2016", "UKH2"), ("region", "E12000006")} <= found


def test_an_ambiguous_alias_gives_every_meaning() -> None:
    found = find("LCR", geography_id="lep-2017")
    assert set(found["name"]) == {"Leeds City Region", "Liverpool City Region"}


def test_a_geography_limits_the_search() -> None:
    assert find("Manchester", geography_id="nuts2-2016")["area_code"].to_list() == ["UKD3"]


def test_the_start_of_a_word_is_enough() -> None:
    assert find("Manch", geography_id="lep-2017").iloc[0]["name"] == "Greater Manchester"


@pytest.mark.parametrize("text", ["", "  ", "!?", "xx", "xyzzy plugh"])
def test_nothing_found(text: str) -> None:
    assert find(text).empty


def test_limit() -> None:
    assert len(find("South", limit=3)) == 3


def test_unknown_geography() -> None:
    with pytest.raises(UnknownGeographyError):
        find("Leeds", geography_id="lep-1999")


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("Cheshire & Warrington LEP", "cheshire and warrington"),
        ("The Marches", "marches"),
        ("King's Lynn", "kings lynn"),
        ("GBSLEP", "gbslep"),
        ("Derby, Derbyshire", "derby derbyshire"),
    ],
)
def test_normalised(text: str, plain: str) -> None:
    assert normalised(text) == plain


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("HotSW", ["Heart of the South West"]),
        ("E37000016", ["Heart of the South West"]),
        ("gbslep", ["Greater Birmingham and Solihull"]),
        ("C&W", ["Cheshire and Warrington"]),
        ("E37000048", ["Hertfordshire"]),  # its code from 2020, with the boundaries that it had as E37000017
        ("CWLEP", ["Cheshire and Warrington", "Coventry and Warwickshire"]),
        ("xyz", []),
        ("<script>", []),
    ],
)
def test_places_that_a_text_means(text: str, names: list[str]) -> None:
    assert places(text)["name"].to_list() == names


@pytest.mark.parametrize(
    ("text", "level", "name"),
    [
        ("Stevenage", "lad", "Stevenage"),
        ("Bristol", "lad", "Bristol, City of"),
        ("Humber", "lep", "Humber"),
        ("Manchestr", "lad", "Manchester"),
        ("West Midlands LIS", "lis-area", "West Midlands"),
        ("Greater Mancester", "lep", "Greater Manchester"),
    ],
)
def test_the_likeliest_place(text: str, level: str, name: str) -> None:
    assert places(text).iloc[0][["level", "name"]].to_list() == [level, name]


def test_a_lep_is_one_place_in_all_its_vintages() -> None:
    found = places("Hertfordshire").query("level == 'lep'").iloc[0]
    codes = dict(zip(found["geographies"], found["area_codes"], strict=True))
    assert codes == {
        "lep-2017": "E37000017",
        "lep-2020": "E37000048",
        "lep-2021": "E37000048",
        "lis-area": "E37000017",
    }


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("LCR", {"Leeds City Region", "Liverpool City Region"}),
        ("Newcastle", {"Newcastle upon Tyne", "Newcastle-under-Lyme"}),
        ("Lincolnshire", {"Lincolnshire", "Greater Lincolnshire"}),
        ("Stevenage", set()),
        ("Greater Manchester", set()),  # a LEP, a region and a combined authority, all of the same ground
    ],
)
def test_a_text_with_several_meanings_says_so(text: str, meant: set[str]) -> None:
    found = places(text)
    assert set(found[found["ambiguous"]]["name"]) == meant


def test_combined_authorities_of_2025_are_found_and_hold_their_districts() -> None:
    assert ("mca-2025",) in set(places("East Midlands")["geographies"])
    assert places("Greater Lincolnshire")["geographies"].map(lambda geographies: "mca-2025" in geographies).any()
    # Newcastle: since May 2024 in the North East, before that in North of Tyne
    found = around("lad-2023", "E08000021").query("level == 'mca'")
    assert dict(zip(found["name"], found["geographies"], strict=True)) == {
        "North of Tyne": ("mca-2018",),
        "North East": ("mca-2025",),
    }


def test_a_district_that_left_a_lep_is_in_it_until_then() -> None:
    # Chesterfield and its neighbours left the Sheffield City Region LEP when overlaps ended in 2020
    found = around("lad-2021", "E07000034").set_index("name")["geographies"]
    assert "lep-2021" in found["Derby, Derbyshire, Nottingham and Nottinghamshire"]
    assert found["Sheffield City Region"] == ("lep-2017", "lis-area")


def test_a_district_partly_in_a_lep_is_marked() -> None:
    # Solent took in the south of Winchester only
    assert around("lad-2021", "E07000094").set_index("name")["part"].to_dict()["Solent"]


def test_a_lep_is_in_the_strategy_that_it_shares_but_not_in_itself() -> None:
    assert "West Midlands" in around("lep-2017", "E37000012")["name"].to_list()
    assert around("lep-2017", "E37000016").empty
