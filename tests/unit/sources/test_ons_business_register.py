"""Expected figures: Nomis, Business Register and Employment Survey and UK Business Counts."""

import pytest

from geo.membership import membership
from lis_data.sources.ons_business_register import group_code
from tests.unit.sources.conftest import dataset

counts = dataset("ons-business-counts-2022")
jobs = dataset("ons-bres-nuts2")


@pytest.mark.parametrize(
    ("published", "code"),
    [
        ("Total", "_T"),
        ("3 : Manufacturing (C)", "C"),
        ("2 : Mining, quarrying & utilities (B,D and E)", "BDE"),
        ("5 : Motor trades (Part G)", "45"),
        ("8 : Transport & storage (inc postal) (H)", "H"),
        ("18 : Arts, entertainment, recreation & other services (R,S,T and U)", "R-U"),
    ],
)
def test_industry_groups(published, code):
    assert group_code(published) == code


def test_england_has_26_8_million_jobs_in_2018(jobs):
    year = jobs[jobs["period"].eq("2018")].groupby("industry")["value"].sum()
    assert year["_T"] / 1e6 == pytest.approx(26.8, abs=0.05)
    sections = [code for code in year.index if len(code) == 1]
    assert year[sections].sum() == year["_T"]
    assert year["L"] == year["68"]


def test_only_2021_is_provisional(jobs):
    assert set(jobs.loc[jobs["status"].eq("P"), "period"]) == {"2021"}
    assert set(jobs.loc[jobs["period"].eq("2021"), "status"]) == {"P"}


def test_jobs_by_class_sum_to_26_3_million_in_2018(observed):
    jobs = observed("ons-bres-sic4-nuts2")
    total = jobs[jobs["period"].eq("2018") & jobs["industry"].eq("_T")]["value"].sum()
    assert total / 1e6 == pytest.approx(26.3, abs=0.05)


subclasses = dataset("ons-bres-sic5-nuts2")


@pytest.mark.parametrize(
    ("area_code", "industry", "jobs"),
    [
        ("UKD1", "30110", 8_000),  # building of ships, in Barrow
        ("UKG2", "11050", 1_750),  # brewing, in Burton upon Trent
        ("UKH1", "01000", 29_000),  # farm agriculture
    ],
)
def test_jobs_by_subclass_in_2018(subclasses, area_code, industry, jobs):
    found = subclasses[subclasses["period"].eq("2018")].set_index(["area_code", "industry"])["value"]
    assert found[area_code, industry] == jobs


def test_sections_of_subclasses_add_up_to_26_81_million_in_2018(subclasses):
    england = subclasses[subclasses["period"].eq("2018")].groupby("industry")["value"].sum()
    assert england["_T"] == 26_807_175
    assert england["C"] == 2_109_820
    assert england[[code for code in england.index if len(code) == 1]].sum() == england["_T"]


def test_industries_without_a_job_anywhere_are_left_out(subclasses):
    assert not {"01120", "05200", "98100"} & set(subclasses["industry"])  # rice, lignite, households


def test_england_has_2_408_million_enterprises(counts):
    row = counts[counts["geography_id"].eq("country") & counts["industry"].eq("_T")]
    row = row[row["period"].eq("2022-03") & row["indicator_id"].eq("enterprises")]
    assert row["value"].item() == 2_408_040


def test_every_lep_of_2021_is_found_and_agrees_with_its_districts(counts):
    """Each figure is rounded to 5, so a LEP of twenty districts may differ by some tens."""
    year = counts[counts["period"].eq("2022-03") & counts["industry"].eq("_T")]
    year = year[year["indicator_id"].eq("enterprises")].set_index(["geography_id", "area_code"])["value"]
    members = membership().query("geography_id == 'lep-2021' and member_geography_id == 'lad-2021'")
    values = members["member_code"].map(year["lad-2021"])
    summed = values.groupby(members["area_code"]).sum()
    assert len(year["lep-2021"]) == 38
    assert (summed - year["lep-2021"]).abs().max() <= 15


def test_size_bands_of_districts_are_of_all_industries(counts):
    """By industry nearly all are 0 or 5: their sum would be 20 of England's 125 in education."""
    districts = counts[counts["geography_id"].eq("lad-2021") & counts["indicator_id"].ne("enterprises")]
    assert set(districts["industry"]) == {"_T"}


def test_size_bands_add_up_to_the_total(counts):
    england = counts[counts["geography_id"].eq("country") & counts["industry"].eq("_T")]
    table = england.pivot_table(index="period", columns="indicator_id", values="value")
    bands = table.drop(columns="enterprises").sum(axis=1)
    assert (bands - table["enterprises"]).abs().max() <= 10
