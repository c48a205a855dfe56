"""Areas: what is certain is accepted, what is doubtful is offered, what is ambiguous is asked."""

from __future__ import annotations

import pytest

from lis_data.errors import UnknownNameError
from lis_data.intake.areas import Area, choose_geography, resolve
from lis_data.intake.choices import Choices

NONE = Choices()


def one(cell: str, geography: str, choices: Choices = NONE) -> Area:
    return resolve([cell], geography, choices)[0]


DECIDED = [
    # by code, with or without its name beside it
    ("E37000034", "lep-2017", "accepted", "E37000034"),
    ("Tees Valley (E37000034)", "lep-2017", "accepted", "E37000034"),
    ("UKC1", "nuts2-2016", "accepted", "UKC1"),
    ("E12000001", "region", "accepted", "E12000001"),
    # by name and alias
    ("Cornwall & Isles of Scilly", "lep-2017", "accepted", "E37000005"),
    ("the MARCHES lep", "lep-2017", "accepted", "E37000036"),
    ("D2N2", "lep-2017", "accepted", "E37000008"),
    # by likeness
    ("Greater Manchestr", "lep-2017", "near", "E37000015"),
    ("TeesValley", "lep-2017", "near", "E37000034"),
    ("South Northamptonshir", "lad-2021", "unmatched", ""),  # most like a district that is no more
    # with a name among other words
    ("Tees Valley Combined Authority", "lep-2017", "doubtful", ""),
    ("LEAP (London)", "lep-2017", "doubtful", ""),
    ("Cambridgeshire and Peterborough MCA", "lep-2017", "doubtful", ""),
    ("Norh Eastern Lincolnshire", "lep-2017", "unmatched", ""),  # a district, misspelt
    ("North East Lincolnshire", "lep-2017", "unmatched", ""),  # North East is a LEP
    # LCR is Leeds City Region and Liverpool City Region
    ("LCR", "lep-2017", "ambiguous", ""),
    # codes of another year: East Hertfordshire is the same ground, Christchurch a part of its successor
    ("E07000097", "lad-2021", "carried", "E07000242"),
    ("E08000038", "lad-2021", "carried", "E08000016"),
    ("E07000048", "lad-2021", "merged", "E06000058"),
    ("Aylesbury Vale", "lad-2021", "merged", "E06000060"),
    ("E06000060", "lad-2019", "split", "E06000060"),
    # another level: kept to compare with, or not of this geography
    ("England", "lep-2017", "other-level", "E92000001"),
    ("E12000009", "lad-2021", "other-level", "E12000009"),
    ("Kirklees", "lep-2017", "unmatched", ""),
    ("Total", "lep-2017", "total", ""),
    ("", "lep-2017", "blank", ""),
    ("E37999999", "lep-2017", "unmatched", ""),
    ("=cmd|' /C calc'!A0", "lep-2017", "unmatched", ""),
]


@pytest.mark.parametrize(("cell", "geography", "decision", "code"), DECIDED)
def test_a_cell_is_decided(cell: str, geography: str, decision: str, code: str) -> None:
    area = one(cell, geography)
    assert (area.decision, area.area_code) == (decision, code)


def test_a_near_match_states_its_score_and_candidates() -> None:
    area = one("Tees Vally", "lep-2017")
    assert (area.match, area.score) == ("near", 95)  # 10 of 11 letters: 2 * 10 / 21 = 95%
    assert area.candidates[0] == ("E37000034", "Tees Valley", 95)


def test_an_ambiguous_cell_offers_every_place_once() -> None:
    names = [name for _, name, _ in one("LCR", "lep-2017").candidates]
    assert names == ["Leeds City Region", "Liverpool City Region"]  # and no combined authority of the same name


def test_a_text_of_one_place_of_its_geography_is_offered_as_that() -> None:
    area = one("WECA", "lep-2017")  # the combined authority is without North Somerset
    assert (area.decision, area.candidates) == ("doubtful", (("E37000037", "West of England", 75.0),))


INSIDE = [
    ("Tees Valley Combined Authority", "Tees Valley", 51),  # 11 of 30 letters: 75 * (1 + 11 / 30) / 2
    ("LEAP (London)", "London", 58),  # 6 of 11 letters
    ("Cambridgeshire and Peterborough MCA", "Greater Cambridge and Greater Peterborough", 89),
]


@pytest.mark.parametrize(("cell", "name", "score"), INSIDE)
def test_a_name_among_other_words_is_offered_with_a_score(cell: str, name: str, score: int) -> None:
    assert [candidate[1:] for candidate in one(cell, "lep-2017").candidates] == [(name, score)]


def test_a_text_that_is_more_like_an_area_elsewhere_is_offered_nothing_else() -> None:
    area = one("Norh Eastern Lincolnshire", "lep-2017")
    assert area.candidates == ()
    assert area.why == "; it is more like North East Lincolnshire (Districts of 2021)"


def test_an_area_of_another_kind_is_said_to_be_one() -> None:
    assert "Districts of 2021" in one("Kirklees", "lep-2017").why


def test_what_the_analyst_chose_is_taken() -> None:
    choices = Choices(areas=(("LCR", "E37000020"), ("Atlantis", "")))
    assert one("LCR", "lep-2017", choices).area_code == "E37000020"
    assert one("Atlantis", "lep-2017", choices).decision == "left-out"


def test_a_choice_that_does_not_exist_names_the_nearest() -> None:
    with pytest.raises(UnknownNameError, match="E37000020"):
        one("LCR", "lep-2017", Choices(areas=(("LCR", "E3700020"),)))


COVERED = [
    (["Tees Valley", "Humber"], "lep-2017"),
    (["UKC1", "UKC2"], "nuts2-2016"),
    (["E06000060", "E06000061"], "lad-2021"),
    (["E06000063", "E06000065"], "lad-2023"),
    (["E07000004", "E07000026"], "lad-2019"),
    (["E12000001", "E12000002"], "region"),
    (["Tees Vally", "Humbr"], "lep-2017"),
    (["Darlington", "Hartlepool", "Nowhere"], "lad-2021"),
]


@pytest.mark.parametrize(("cells", "geography"), COVERED)
def test_the_geography_that_knows_most_is_chosen(cells: list[str], geography: str) -> None:
    assert choose_geography(cells, NONE) == geography


def test_an_unknown_geography_names_the_nearest() -> None:
    with pytest.raises(UnknownNameError, match="lep-2017"):
        choose_geography([], Choices(geography="lep2017"))
