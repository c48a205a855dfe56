"""What people type, and what they should be shown first."""

import pytest

from geo.areas import UnknownGeographyError
from geo.search import find, normalised


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
