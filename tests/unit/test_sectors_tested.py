"""The three tests of a strength, on the real store."""

from __future__ import annotations

from typing import Any

import pandas as pd
import pytest

from lis_data import queries
from lis_data.errors import UnknownNameError


def verdicts(area_code: str, geography_id: str, **chosen: Any) -> pd.DataFrame:
    found = queries.strength_tests(geography_id, period="2018", base="2010", **chosen)
    return found[found["area_code"] == area_code].set_index("industry")


def test_chemicals_are_a_super_strength_of_cheshire_and_warrington() -> None:
    # its plan names chemicals, petroleum and pharmaceuticals first
    row = verdicts("E37000003", "lep-2017").loc["19-23"]
    assert (row["specialised"], row["productive"], row["growing"], row["tests_passed"]) == (True, True, True, 3)


def test_productivity_is_gva_by_jobs() -> None:
    # manufacturing in Cheshire, 2018: £6,466m by 44,910 jobs in divisions 10 to 33
    row = verdicts("UKD6", "nuts2-2016", detail="broad").loc["C"]
    assert row["productivity"] == pytest.approx(6466 / 44.910, abs=0.1)


def test_a_later_year_takes_the_last_jobs() -> None:
    found = queries.strength_tests("nuts2-2016", period="2023", base="2010")
    assert set(found["productivity_period"].dropna()) == {"2021"}


@pytest.mark.parametrize("industry", ["AB", "68EX", "T"])
def test_industries_that_no_count_of_jobs_belongs_to_cannot_be_productive(industry: str) -> None:
    row = verdicts("E37000003", "lep-2017").loc[industry]
    assert row["productive"] is pd.NA
    assert row["tests_made"] == 2


def test_rent_that_nobody_pays_is_no_strength() -> None:
    assert "68IMP" not in verdicts("E37000003", "lep-2017").index


def test_a_lep_without_jobs_is_not_failed() -> None:
    found = verdicts("E37000027", "lep-2017")  # Oxfordshire, a part of a NUTS 2 region
    assert found["productive"].isna().all()
    assert found["tests_made"].max() == 2


def test_thresholds_are_the_readers() -> None:
    strict = verdicts("E37000003", "lep-2017", least_quotient=6, least_productivity_lead=200, least_growth_lead=1)
    assert strict.loc["19-23", "tests_passed"] == 0  # 5.75 times, 187% above, 0.66 points above


def test_small_industries_can_be_left_out() -> None:
    found = queries.strength_tests("lep-2017", period="2018", base="2010", least_value=500)
    assert found["value"].min() >= 500


def test_the_most_passes_come_first() -> None:
    found = queries.strength_tests("lep-2017", period="2018", base="2010")
    assert found["tests_passed"].is_monotonic_decreasing


def test_which_tests_can_be_made_for_leps() -> None:
    found = queries.possible_tests("lep-2017", period="2018", base="2010").set_index("test")
    # 9 of the LEPs of 2017 are unions of NUTS 2 regions
    assert found["areas"].to_dict() == {"specialised": 38, "productive": 9, "growing": 38, "well_paid": 0}
    assert found.loc["well_paid", "possible"] == "no"


def test_before_2015_productivity_cannot_be_tested() -> None:
    found = queries.possible_tests("nuts2-2016", period="2014", base="2010").set_index("test")
    assert found.loc["productive", "possible"] == "no"


def test_jobs_alone_have_no_productivity() -> None:
    found = queries.possible_tests("nuts2-2016", period="2018", base="2015", indicator_id="jobs").set_index("test")
    assert found.loc["productive", "possible"] == "no"


def test_a_wrong_detail_is_answered_with_the_right_ones() -> None:
    with pytest.raises(UnknownNameError, match="leaf"):
        queries.strength_tests("lep-2017", period="2018", base="2010", detail="leaves")
