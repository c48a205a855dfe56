"""Questions about the programme to the real store; what is expected is in the documents, or counted by hand."""

from __future__ import annotations

from typing import Any

import pandas as pd
import pytest

from lis_data import queries


@pytest.fixture(scope="module")
def leps() -> pd.DataFrame:
    return queries.strategies().set_index("area_code")


def days_late(leps: pd.DataFrame, area_code: str) -> tuple[int, int]:
    return tuple(leps.loc[area_code, ["days_late_least", "days_late_most"]])


def test_the_waves_hold_eight_six_and_twenty_four(leps: pd.DataFrame) -> None:
    # LEP Network page of December 2018: first eight, second wave of six, the rest of 38
    assert leps["wave"].value_counts().to_dict() == {"1": 8, "2": 6, "3": 24}


def test_humber_is_in_wave_3_by_inference(leps: pd.DataFrame) -> None:
    humber = leps.loc["E37000018"]
    assert (humber["wave"], humber["status"], humber["confidence"]) == ("3", "priorities", "inferred")
    assert not humber["named_in_documents"]


def test_seven_agreed_strategies_cover_nine_leps(leps: pd.DataFrame) -> None:
    # disagreement D32: seven documents cover nine LEPs, because the West Midlands' covers three
    agreed = leps[leps["status"] == "agreed"]
    assert (len(agreed), agreed["strategy"].nunique()) == (9, 7)


def test_three_leps_share_one_strategy_and_the_arc_wrote_four(leps: pd.DataFrame) -> None:
    assert (leps["strategy"] == "West Midlands").sum() == 3
    arc = leps[leps["partnership"] == "Oxford-Cambridge Arc"]
    assert arc["strategy"].nunique() == len(arc) == 4


def test_london_is_led_by_neither_kind(leps: pd.DataFrame) -> None:
    assert leps["lead"].value_counts().to_dict() == {"lep": 28, "mca": 9, "gla": 1}
    assert leps.loc["E37000023", "lead"] == "gla"


LATE = {
    "E37000001": (46, 46),  # 31 March 2019 to 16 May 2019: 30 days of April and 16 of May
    "E37000015": (74, 74),  # to 13 June 2019: 30 + 31 + 13
    "E37000027": (110, 110),  # to 19 July 2019: 30 + 31 + 30 + 19
    "E37000037": (-256, -256),  # 19 July 2019 is 12 + 31 + 30 + 31 + 30 + 31 + 31 + 29 + 31 days before 31 March 2020
    "E37000016": (215, 244),  # some day of November 2020: April to October have 214 days
    "E37000003": (335, 365),  # some day of March 2021
}


@pytest.mark.parametrize("area_code", LATE)
def test_lateness_is_counted_from_the_last_day_of_the_planned_month(leps: pd.DataFrame, area_code: str) -> None:
    assert days_late(leps, area_code) == LATE[area_code]


def test_early_2020_runs_to_the_end_of_march(leps: pd.DataFrame) -> None:
    assert leps.loc["E37000018", "planned_until"] == pd.Timestamp("2020-03-31")


@pytest.mark.parametrize("area_code", ["E37000018", "E37000007", "E37000033"])
def test_no_lateness_without_what_was_planned(leps: pd.DataFrame, area_code: str) -> None:
    # priorities (Humber), a draft only (Cumbria), published but not known to be agreed (Swindon and Wiltshire)
    assert all(pd.isna(days) for days in days_late(leps, area_code))


def test_milestones_are_in_order_and_in_their_era() -> None:
    found = queries.milestones().set_index("milestone_id")
    assert found["date"].is_monotonic_increasing
    # regional agencies wound up 2012, wave 1 named November 2017, strategy dropped March 2021, white paper 2022
    assert found.loc[["M02", "M05", "M43", "M47"], "era"].tolist() == ["before", "programme", "programme", "after"]


TYPES = {
    ("E37000001", "L019"): "Progress statement",
    ("E37000001", "L025"): "Evidence base",
    ("E37000015", "L036"): "Strategy",
    ("E37000015", "L037"): "Evidence base",  # a review is evidence, and no view
    ("E37000021", "L044"): "Call for evidence",
    ("E37000018", "L064"): "Prospectus",
    ("E37000034", "L057"): "Draft strategy",
}


@pytest.mark.parametrize("key", TYPES)
def test_documents_are_typed_by_their_title(key: tuple[str, str]) -> None:
    area_code, document_id = key
    assert queries.documents(area_code).set_index("document_id").loc[document_id, "type"] == TYPES[key]


def test_a_document_without_an_address_keeps_none() -> None:
    documents = queries.documents("E37000001").set_index("document_id")
    assert documents["url"].isna()["L019"]
    assert str(documents.loc["L020", "url"]).startswith("https://docslib.org/")


ABOUT = {
    "E37000003": {"D13", "D14", "D15", "D16"},  # Cheshire and Warrington: wave, spelling, strengths, manufacturing
    "E37000007": set(),  # Cumbria: compared with in D16
    "E37000018": {"D21"},  # Humber: its code of 2020 alone
    "E37000016": {"D31"},  # Heart of the South West: agreed or not
    "E37000023": {"D18", "D21"},  # London: who leads
    "E37000037": set(),  # West of England: named in the decision of D09 alone
    "E37000030": {"D21"},  # South East: its code; what is said of the South East Midlands does not concern it
}


@pytest.mark.parametrize("area_code", ABOUT)
def test_a_disagreement_is_about_the_leps_it_names(area_code: str) -> None:
    assert set(queries.disagreements(area_code)["disagreement_id"]) == ABOUT[area_code]


def test_thirty_five_disagreements_of_which_six_are_open() -> None:
    assert queries.disagreements()["state"].value_counts().to_dict() == {"resolved": 29, "open": 6}


def test_every_priority_has_a_stage_and_a_strategy() -> None:
    found = queries.priorities()
    assert len(found) == 205
    assert set(found["stage"]) == {"published", "draft", "preparation", "other"}
    # the eight priorities of Gatwick 360 and its airport are of a Strategic Economic Plan
    coast = found[found["area_code"] == "E37000004"]
    assert coast["stage"].tolist() == ["other"] * 9
    assert found["strategy"].notna().all()


def test_tags_count_leps_and_not_priorities() -> None:
    mobility = queries.tags().set_index("tag").loc["future-of-mobility"]
    # two of each West Midlands LEP; one each of South East Midlands, North East, Greater Lincolnshire, Solent and
    # Swindon and Wiltshire
    assert (mobility["leps"], mobility["priorities"]) == (8, 11)


def test_every_claim_keeps_its_verdict_when_the_limit_rises() -> None:
    low, high = queries.tested_claims(least_quotient=1.0), queries.tested_claims(least_quotient=2.0)
    assert len(low) == len(high) >= 86
    assert set(low["priority_id"]) == set(queries.claimed_strengths()["priority_id"])
    assert (high["tests_passed"] <= low["tests_passed"]).all()


def test_a_verdict_follows_from_both_tests() -> None:
    found = queries.tested_claims(least_quotient=1.2)
    for claim in found.itertuples():
        both: tuple[Any, Any] = (claim.location_quotient, claim.jobs_location_quotient)
        known = [quotient for quotient in both if quotient == quotient]
        passed = sum(q >= 1.2 for q in known)
        expected = "cannot be tested" if not known else "not borne out" if not passed else "partly borne out"
        assert claim.verdict == ("borne out" if known and passed == len(known) else expected)


def test_chemicals_of_cheshire_are_borne_out() -> None:
    # issue 1's worked example: manufacturing is 2.46 times England's share, chemicals and oil refining lead it
    found = queries.tested_claims().set_index("priority_id")
    assert found.loc["P060", "verdict"] == "borne out"


def test_distinctiveness_counts_a_shared_strategy_once() -> None:
    # medical technology: West Midlands (three LEPs, one strategy), Buckinghamshire, Leeds City Region
    row = queries.tested_sectors().set_index("sector").loc["medical-technology"]
    assert (row["leps_claiming"], row["strategies_claiming"]) == (5, 3)
    assert row["distinctiveness"] == pytest.approx(1 / 3)
