"""Claimed strengths beside the figures: none left out, and each judgement stands on codes that exist."""

from __future__ import annotations

from typing import Any

import pytest

from lis_data import judgement, queries, sic
from lis_data.queries.ask import ask

FITS = {"close", "broad", "none"}


def test_every_claim_is_listed() -> None:
    stated = ask("select priority_id from priority where kind = 'sector strength'")["priority_id"]
    assert len(stated) == 86
    assert set(queries.claimed_strengths()["priority_id"]) == set(stated)


def test_only_claims_are_judged() -> None:
    stated = ask("select priority_id from priority where kind = 'sector strength'")["priority_id"]
    assert set(judgement.sector_claims()["priority_id"]) <= set(stated)


def test_each_sector_has_a_test_by_gva_and_one_by_jobs() -> None:
    tests = judgement.sector_industries()
    assert set(tests["fit"]) <= FITS
    kinds = tests["indicator_id"].str[:4].groupby(tests["sector"]).agg(lambda ids: sorted(set(ids)))
    assert all(ids == ["gva", "jobs"] for ids in kinds)
    assert set(judgement.sector_claims()["sector"]) == set(tests["sector"])


def test_no_fit_and_no_industries_go_together() -> None:
    tests = judgement.sector_industries()
    assert ((tests["fit"] == "none") == (tests["industries"] == "")).all()
    assert (tests["reason"] != "").all()


@pytest.mark.parametrize("indicator_id", ["gva", "jobs", "jobs_sic4"])
def test_industries_of_a_sector_exist_and_none_is_counted_twice(indicator_id: str) -> None:
    listed = ask(
        "select industry, parent from industry join indicator using (scheme) where indicator_id = $indicator",
        indicator=indicator_id,
    ).set_index("industry")["parent"]
    tests = judgement.sector_industries()
    for text in tests.loc[tests["indicator_id"] == indicator_id, "industries"]:
        codes = text.split()
        assert set(codes) <= set(listed.index)
        assert len(set(codes)) == len(codes)
        assert not {listed[code] for code in codes} & set(codes)


def test_claims_that_cannot_be_tested_have_no_figures() -> None:
    found = queries.claimed_strengths()
    untested = found[found["fit"] == "none"]
    assert {"cyber", "agri-tech"} <= set(untested["sector"])
    assert untested[["value", "location_quotient"]].isna().all(axis=None)


def test_a_claim_of_several_sectors_has_a_row_each() -> None:
    found = queries.claimed_strengths()
    assert set(found.loc[found["priority"] == "Digital and creative", "sector"]) == {"digital", "creative"}


def test_how_many_leps_claim_life_sciences() -> None:
    # in the documents: Cambridgeshire and Peterborough, Cheshire and Warrington, Thames Valley Berkshire, Swindon
    found = queries.claimed_strengths()
    assert set(found.loc[found["sector"] == "life-sciences", "leps_claiming"]) == {4}


def test_manufacturing_in_cheshire_and_warrington_bears_the_claim_out() -> None:
    found = queries.claimed_strengths(period="2016").set_index(["area_name", "sector"])
    row: dict[str, Any] = found.loc[("Cheshire and Warrington", "manufacturing")].to_dict()
    assert (row["fit"], round(row["location_quotient"], 2)) == ("close", 2.46)


def test_a_region_that_is_much_wider_than_the_lep_does_not_test_its_claim() -> None:
    found = queries.claimed_strengths().set_index(["area_name", "sector"])
    row = found.loc[("Coventry and Warwickshire", "automotive")]
    assert row["jobs_area_name"] == "Herefordshire, Worcestershire and Warwickshire"
    assert row["jobs_area_share"] == pytest.approx(65, abs=1)  # Coventry is in the region of West Midlands
    assert row["jobs_location_quotient"] != row["jobs_location_quotient"]
    assert row["jobs_wider_quotient"] > 4  # Jaguar Land Rover and its suppliers


def test_a_region_that_is_mostly_the_lep_stands_for_it_and_says_so() -> None:
    found = queries.claimed_strengths().set_index(["area_name", "sector"])
    row = found.loc[("Solent", "ports")]  # Southampton and Portsmouth
    assert (row["jobs_area_name"], row["jobs_area_fit"]) == ("Hampshire and Isle of Wight", "mostly")
    assert row["jobs_location_quotient"] > 4


def test_a_lep_without_gva_is_tested_by_jobs_alone() -> None:
    found = queries.claimed_strengths().set_index(["area_name", "sector"])
    row = found.loc[("Leeds City Region", "medical-technology")]
    assert row["jobs_location_quotient"] > 1
    assert row["location_quotient"] != row["location_quotient"]


def test_sectors_are_listed_by_how_many_claim_them() -> None:
    found = queries.tested_sectors()
    assert found["leps_claiming"].is_monotonic_decreasing
    assert set(found["sector"]) == set(judgement.sector_industries()["sector"])


def test_chemicals_are_65_per_cent_of_their_group() -> None:
    # the reason given in the table, from GVA by division
    england = queries.sectors("E92000001", period="2018", indicator_id="gva_detailed").set_index("industry")["value"]
    assert sic.divisions("19-21") | sic.divisions("22-23") == sic.divisions("19-23")
    assert 100 * england["19-21"] / (england["19-21"] + england["22-23"]) == pytest.approx(65, abs=0.5)
