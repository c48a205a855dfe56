"""Expected figures: the LEP Network's page of December 2018 and ministers' statements of 2019."""

import datetime

import pandas as pd
import pytest

from lis_data import evidence
from lis_data.sources.programme import tables
from lis_data.sources.programme.references import in_words, references, source_ids
from tests.conftest import RAW


@pytest.fixture(scope="module")
def policy():
    files = sorted((evidence.FOLDER / evidence.POLICY).glob("*.parquet"))
    return tables(RAW) if RAW.is_dir() else {path.stem: pd.read_parquet(path) for path in files}


def test_waves_of_eight_six_and_24(policy):
    assert policy["lep_strategy"].groupby("wave").size().to_dict() == {1: 8, 2: 6, 3: 24}


def test_nine_are_led_by_a_mayoral_combined_authority(policy):
    leps = policy["lep_strategy"]
    assert (leps["led_by"] == "MCA").sum() == 9
    assert leps.loc[leps["led_by"] == "MCA", "combined_authority"].notna().all()
    assert leps.loc[leps["led_by"] == "LEP", "combined_authority"].isna().all()


def test_seven_agreed_strategies_cover_nine_leps(policy):
    agreed = policy["lep_strategy"].query("status == 'agreed'")
    assert len(agreed) == 9
    # the West Midlands wrote one for three LEPs
    strategies = agreed["combined_authority"].fillna(agreed["name"])
    assert strategies.nunique() == 7


def test_every_strategy_of_wave_1_was_late(policy):
    first = policy["lep_strategy"].query("wave == 1")
    assert set(first["planned_date"]) == {datetime.date(2019, 3, 1)}
    assert (first["strategy_date"] > datetime.date(2019, 3, 31)).all()
    assert first["strategy_date"].min() == datetime.date(2019, 5, 16)  # West Midlands
    assert first["strategy_date"].max() == datetime.date(2019, 7, 19)  # the Oxford-Cambridge Arc


def test_a_strategy_without_a_date_says_why(policy):
    leps = policy["lep_strategy"]
    assert (leps["strategy_date"].isna() == leps["strategy_date_reason"].notna()).all()
    # six with evidence only, and Dorset's, which its delivery plan calls completed
    assert leps["strategy_date_reason"].eq("no text of a strategy was found").sum() == 7


STATUSES = {
    "E37000036": ("draft", "2020"),  # The Marches: a draft of 2020 on its data page
    "E37000009": ("completed", None),  # Dorset: its delivery plan of 2020/21 cites the completed strategy
    "E37000020": ("priorities", "October 2019"),  # Leeds City Region: draft priorities
    "E37000021": ("draft", None),  # Leicester: minutes on a draft for submission
    "E37000022": ("priorities", None),  # Liverpool City Region: statement of emerging priorities
    "E37000038": ("priorities", "September 2019"),  # Worcestershire: consultation prospectus
    "E37000023": ("evidence", None),  # London: final report on the evidence
}


@pytest.mark.parametrize("area_code", STATUSES)
def test_the_status_is_the_furthest_stage_that_a_page_shows(policy, area_code):
    row = policy["lep_strategy"].set_index("area_code").loc[area_code]
    row = row.where(row.notna(), None)
    assert (row["status"], row["strategy_date_text"]) == STATUSES[area_code]


def test_every_status_has_a_source_and_an_address(policy):
    leps = policy["lep_strategy"]
    assert leps["status_sources"].map(len).min() > 0
    assert leps["status_url"].str.match("https?://").all()


def test_successors_are_confirmed_only_by_a_source_of_the_time_after(policy):
    succession = policy["succession"].set_index("area_code")
    assert len(succession) == 14
    # Lancashire: decision of 9 May 2024; D2N2's staff: report of June 2024; New Anglia: news of the transfer
    assert set(succession.index[succession["state"] == "confirmed"]) == {"E37000019", "E37000008", "E37000024"}
    assert succession.loc["E37000017", "state"] == "planned"  # Hertfordshire: announced in August 2023


def test_a_disagreement_is_about_the_leps_of_its_claims(policy):
    area_codes = policy["disagreement"].set_index("disagreement_id")["area_codes"]
    # Cumbria and Humber are what Cheshire and Warrington is compared with
    assert list(area_codes["D16"]) == ["E37000003"]
    assert not len(area_codes["D09"])  # the date of wave 2; the West of England is named in the decision alone
    assert set(area_codes.explode().dropna()) <= set(policy["lep_strategy"]["area_code"])


def test_no_decision_says_here(policy):
    # a decision is read on a list of all, where "here" is nowhere
    assert not policy["disagreement"]["resolution"].str.contains(r"\bhere\b").any()


def test_principles_without_a_source_are_left_out(policy):
    # 111 criteria were compiled; the texts of eight principles could not be found
    assert len(policy["criterion"]) == 111 - 8
    assert policy["criterion"]["sources"].map(len).gt(0).all()


def test_no_file_name_reaches_a_reader(policy):
    for name, table in policy.items():
        cells = [str(cell).lower() for cell in table.to_numpy().ravel()]
        assert not [cell for cell in cells if any(word in cell for word in (".txt", ".csv", "seed 0"))], name


def test_research_target_of_2_4_percent(policy):
    target = policy["target"].set_index("target_id").loc["T001"]
    assert (target["value"], target["area_code"], target["target_date_text"]) == (2.4, "K02000001", "2027")


def test_claims_without_a_number_keep_their_words(policy):
    wordy = policy["target"].query("value.isna()")
    assert set(wordy["value_text"]) == {"above", "above 0", "most"}


def test_references_in_words():
    cell = "004_8e2cb1fe03b0a98b.txt; gov.uk 24 Jul 2018"
    assert references(cell) == ["LEP Network page (December 2018)", "gov.uk 24 Jul 2018"]
    assert source_ids(cell) == ["lep-network-page"]
    assert references("not sourced") == []
    assert in_words("Deck in seed 000 uses it") == "Deck in the government slides on Ideas uses it"
