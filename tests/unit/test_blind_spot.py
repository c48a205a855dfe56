"""What counts of businesses may miss; expected numbers are worked out by hand from the publishers' tables."""

from __future__ import annotations

import pandas as pd
import pytest

from lis_data import judgement, queries
from lis_data.errors import UnknownNameError


def spots(geography_id: str, industry: str, **chosen: str) -> pd.DataFrame:
    found = queries.blind_spot(geography_id, **chosen)
    return found[found["industry"] == industry].set_index("area_code")


def test_micro_enterprises_in_england() -> None:
    # UK Business Counts, March 2022, England: 141,840 of 156,355 in arts and other services have 0 to 9 people
    row = spots("lep-2021", "R-U").iloc[0]
    assert row["benchmark_micro_share"] == pytest.approx(100 * 141_840 / 156_355)


def test_every_lep_of_2021_has_micro_enterprises_by_industry() -> None:
    found = spots("lep-2021", "J")
    assert len(found) == 38
    assert found["micro_share"].between(80, 100).all()


def test_elsewhere_only_the_total_has_them() -> None:
    assert spots("lad-2021", "J")["micro_share"].isna().all()
    assert spots("lad-2021", "_T")["micro_share"].notna().all()


def test_business_counts_see_three_quarters_of_the_work_in_arts_and_other_services() -> None:
    # England, 2018: 1,617,100 people say that they work there; divisions 90 to 99 have 1,214,300 jobs
    row = queries.unseen_work(period="2018").set_index("industry").loc["R-U"]
    assert (row["residents"], row["jobs"]) == (1_617_100, 1_214_300)
    assert row["seen_share"] == pytest.approx(75.1, abs=0.05)


def test_a_group_is_read_from_the_wider_group_that_holds_it() -> None:
    row = spots("lep-2021", "J").iloc[0]
    assert row["seen_group"] == "HJ"


def test_self_employment_is_of_the_year_that_holds_the_count() -> None:
    # Annual Population Survey, England, October 2017 to September 2018: 14.4%
    row = spots("lep-2017", "_T", period="2018-03").loc["E37000005"]
    assert row["benchmark_self_employment"] == pytest.approx(14.4, abs=0.05)
    assert row["self_employment"] > 20  # Cornwall and Isles of Scilly


def test_the_definition_has_31_classes_in_nine_subsectors() -> None:
    assert judgement.creative_industries()["industry"].is_unique
    assert (len(judgement.creative_industries()), judgement.creative_industries()["subsector"].nunique()) == (31, 9)


def test_creative_jobs_lie_in_few_groups() -> None:
    found = queries.blind_spot("lep-2021").drop_duplicates("industry").set_index("industry")
    parts = found["creative_part"].drop("_T")
    assert parts.sum() == pytest.approx(100)
    assert parts.nlargest(3).index.tolist() == ["J", "M", "R-U"]


def test_creative_industries_are_strongest_in_inner_london() -> None:
    found = queries.creative_industries("nuts2-2016").set_index("area_code")
    assert len(found) == 33
    assert found["location_quotient"].nlargest(2).index.tolist() == ["UKI3", "UKI4"]


def test_a_year_without_a_count_is_answered_with_the_nearest() -> None:
    with pytest.raises(UnknownNameError, match="2022-03"):
        queries.blind_spot("lep-2021", period="2023-03")
