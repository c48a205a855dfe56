"""Expected figures: the LEP Network's page of December 2018 and ministers' statements of 2019."""

import datetime

import pytest

from lis_data.sources.programme import tables
from lis_data.sources.programme.references import in_words, references, source_ids


@pytest.fixture(scope="module")
def policy(shared_data):
    return tables(shared_data)


def test_waves_of_eight_six_and_24(policy):
    assert policy["lep_strategy"].groupby("wave").size().to_dict() == {1: 8, 2: 6, 3: 24}


def test_nine_are_led_by_a_mayoral_combined_authority(policy):
    leps = policy["lep_strategy"]
    assert (leps["led_by"] == "MCA").sum() == 9
    assert leps.loc[leps["led_by"] == "MCA", "combined_authority"].notna().all()
    assert leps.loc[leps["led_by"] == "LEP", "combined_authority"].isna().all()


def test_seven_agreed_strategies_cover_nine_leps(policy):
    agreed = policy["lep_strategy"].query("status == 'published and agreed'")
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
    assert leps["strategy_date_reason"].eq("no strategy was found").sum() == 16


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
