"""Partnerships of regions, against sums of the publishers' tables over their districts and regions."""

from __future__ import annotations

import pandas as pd
import pytest

from geo.membership import membership
from lis_data import evidence, queries

NORTH, MIDLANDS, ARC = "PAN-NP", "PAN-ME", "PAN-OCA"
NORTHERN_REGIONS = ("UKC", "UKD", "UKE")


@pytest.fixture(scope="module")
def figures() -> pd.DataFrame:
    return queries.pan_regions().set_index(["indicator_id", "area_code"])


def published(file: str, **wanted: str) -> pd.Series:
    """The figures of a publisher's table by area code."""
    table = pd.read_parquet(evidence.FOLDER / file)
    for column, value in wanted.items():
        table = table[table[column] == value]
    return table.set_index("area_code")["value"]


def districts(area_code: str, vintage: str) -> list[str]:
    rows = membership()
    return rows.loc[(rows["area_code"] == area_code) & (rows["member_geography_id"] == vintage), "member_code"].tolist()


def test_people_are_those_of_the_districts_each_once(figures: pd.DataFrame) -> None:
    people = published("ons-population-2020.parquet", geography_id="lad-2021", period="2020", indicator_id="population")
    assert figures.loc[("population", NORTH), "value"] == people[districts(NORTH, "lad-2021")].sum()


def test_the_north_is_three_regions_and_five_districts_more(figures: pd.DataFrame) -> None:
    # Bassetlaw, Bolsover, Chesterfield, Derbyshire Dales and North East Derbyshire belong to Sheffield City Region
    people = published("ons-population-2020.parquet", geography_id="lad-2021", period="2020", indicator_id="population")
    regions = published("ons-population-2020.parquet", geography_id="region", period="2020", indicator_id="population")
    more = people[["E07000171", "E07000033", "E07000034", "E07000035", "E07000038"]].sum()
    north = regions[["E12000001", "E12000002", "E12000003"]].sum()
    assert figures.loc[("population", NORTH), "value"] == north + more


def test_gva_is_a_sum_next_to_englands(figures: pd.DataFrame) -> None:
    gva = published("ons-gva-lad-2025.parquet", period="2023", indicator_id="gva", industry="_T")
    row = figures.loc[("gva", ARC)]
    assert row["value"] == pytest.approx(gva[districts(ARC, "lad-2023")].sum())
    assert row["share_of_england"] == pytest.approx(100 * row["value"] / row["england"])
    assert pd.isna(row["index"])  # a total is no index


def test_a_rate_is_a_ratio_and_its_status_says_what_it_is_made_of(figures: pd.DataFrame) -> None:
    employment, hours = figures.loc[("employment_rate", NORTH)], figures.loc[("gva_per_hour", NORTH)]
    assert (employment["derivation"], employment["status"]) == ("ratio", "A")
    assert (hours["derivation"], hours["status"]) == ("ratio", "E")  # the hours are worked back
    assert hours["index"] == pytest.approx(100 * hours["value"] / hours["england"])


def test_partnerships_have_their_leps() -> None:
    counts = queries.pan_region_members(period="2020").groupby("area_code").size()
    assert counts.to_dict() == {NORTH: 11, MIDLANDS: 9, ARC: 4}


def test_only_a_part_of_greater_cambridge_is_in_the_arc() -> None:
    rows = queries.pan_region_members(period="2020").set_index(["area_code", "lep_name"])
    row = rows.loc[(ARC, "Greater Cambridge and Greater Peterborough")]
    assert (row["coverage"], row["inside"], row["districts"]) == ("part", 6, 14)


def test_leps_would_count_districts_twice() -> None:
    # Barnsley, Craven, Harrogate, Selby, York and East Riding of Yorkshire are each in two of the eleven northern LEPs
    once = queries.districts_once(period="2020").set_index("area_code")
    assert once.loc[NORTH, ["districts", "in_two_leps"]].tolist() == [77, 6]
    members = queries.pan_region_members(period="2020")
    assert members.loc[members["area_code"] == NORTH, "population"].sum() > once.loc[NORTH, "population"]
    assert once.loc[ARC, "in_two_partnerships"] == 0


def test_research_is_summed_over_complete_regions_only() -> None:
    rd = published("ons-berd-gdp-2025.parquet", period="2024", indicator_id="business_rd_new_method_gbp_m")
    north = rd[rd.index.str.startswith(NORTHERN_REGIONS) & (rd.index.str.len() == 4)]
    found = queries.nested_rd().set_index("area_code")
    assert found.loc[NORTH, "regions"] == len(north) == 11
    assert found.loc[NORTH, "business_rd"] == pytest.approx(north.sum())
    assert found.loc[NORTH, ["districts", "of_districts"]].tolist() == [72, 77]


def test_the_arc_has_no_complete_region() -> None:
    row = queries.nested_rd().set_index("area_code").loc[ARC]
    assert row["regions"] == 0
    assert pd.isna(row["business_rd"])


def test_what_cannot_be_rolled_up_says_why() -> None:
    reasons = queries.left_out().set_index("indicator_id")["reason"]
    assert reasons["business_rd_gbp_m"] == "regions"
    assert reasons["unemployment_rate"] == "suppressed"
    # published for NUTS 2 regions and added up from industries or sectors of theirs
    assert reasons[["jobs", "rd_all_sectors_gbp_m"]].tolist() == ["regions", "regions"]
    # Department for Education by county and unitary authority, of which Cumbria is a NUTS 2 region too
    assert reasons["early_maths_pct"] == "elsewhere"
    assert "gva" not in reasons
