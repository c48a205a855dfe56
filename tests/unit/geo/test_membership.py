"""Members of areas. Overlaps agree with the ONS code history and its LEP polygons of April 2020."""

import pandas as pd
import pytest

from geo.areas import DISTRICTS, areas
from geo.membership import membership, nuts2_lep_weights


def _members(geography_id: str, member_geography_id: str) -> pd.DataFrame:
    rows = membership()
    wanted = (rows["geography_id"] == geography_id) & (rows["member_geography_id"] == member_geography_id)
    return rows[wanted]


@pytest.mark.parametrize(
    ("lep", "lad", "districts", "in_two", "divided"),
    [
        ("lep-2017", "lad-2017", 326, 31, 4),
        ("lep-2020", "lad-2020", 314, 15, 0),
        ("lep-2021", "lad-2021", 309, 7, 0),
    ],
)
def test_every_district_is_wholly_in_one_lep_or_two_or_divided(
    lep: str, lad: str, districts: int, in_two: int, divided: int
) -> None:
    total = _members(lep, lad).groupby("member_code")["weight"].sum()
    assert len(total) == districts
    parts = _members(lep, lad).query("coverage == 'part'")["member_code"]
    undivided = total[~total.index.isin(parts)]
    assert undivided.value_counts().to_dict() == {1: districts - in_two - divided, 2: in_two}
    assert total[total.index.isin(parts)].to_list() == pytest.approx([1] * divided)


def test_leps_that_lost_their_code_in_2020_are_those_whose_overlaps_ended() -> None:
    # ONS gives a LEP a new code when its ground changes: a check of the members that uses the codes alone
    retired = set(areas("lep-2017")["area_code"]) - set(areas("lep-2020")["area_code"])
    leps_2017, leps_2020 = (
        _members(lep, "lad-2017").groupby("member_code")["area_code"].agg(set) for lep in ("lep-2017", "lep-2020")
    )
    ended = leps_2017[(leps_2017.map(len) == 2) & (leps_2020.map(len) == 1)]
    assert len(retired) == 16
    assert set().union(*ended) == retired


@pytest.mark.parametrize("geography_id", ["country", "region", "nuts2-2016", "utla-2021", "utla-2023"])
@pytest.mark.parametrize("lad", DISTRICTS)
def test_other_levels_hold_every_district_once(geography_id: str, lad: str) -> None:
    rows = _members(geography_id, lad)
    assert sorted(rows["member_code"]) == sorted(areas(lad)["area_code"])
    if geography_id != "utla-2023" or lad == "lad-2023":
        assert (rows["coverage"] == "whole").all()


def test_combined_authorities_have_44_districts() -> None:
    counts = _members("mca-2018", "lad-2017").groupby("area_code").size()
    # Greater Manchester, Sheffield, Liverpool, Tees Valley,
    # West Midlands, Cambridgeshire and Peterborough, West of England, North of Tyne
    assert counts.to_list() == [10, 4, 6, 5, 7, 6, 3, 3]


def test_combined_authorities_of_2025_have_83_districts_of_2023() -> None:
    rows = _members("mca-2025", "lad-2023")
    # Greater Manchester, South and West Yorkshire, Liverpool, Tees Valley, West Midlands, Cambridgeshire and
    # Peterborough, West of England, York and North Yorkshire, East Midlands, North East, Hull and East Yorkshire,
    # Greater Lincolnshire
    assert rows.groupby("area_code").size().to_list() == [10, 4, 5, 6, 5, 7, 6, 3, 2, 17, 7, 2, 9]
    assert (rows["coverage"] == "whole").all()
    assert not rows["member_code"].duplicated().any()


def test_north_yorkshire_of_2023_is_only_partly_in_leeds_city_region() -> None:
    row = membership().set_index(["area_code", "member_code"]).loc[("E37000020", "E06000065")]
    row = row.query("geography_id == 'lep-2017'").iloc[0]
    assert row["coverage"] == "part"
    # small areas of 2011: Craven 32, Harrogate 104, Selby 50 of 373 in the county
    assert row["weight"] == pytest.approx(186 / 373)
    assert row["note"] == "Only what was Craven, Harrogate, Selby until it was merged."


def test_aylesbury_vale_makes_buckinghamshire_a_part_of_south_east_midlands() -> None:
    rows = _members("lep-2017", "lad-2020").query("member_code == 'E06000060'").set_index("area_code")
    assert rows["coverage"].to_dict() == {"E37000002": "whole", "E37000041": "part"}


@pytest.mark.parametrize(("geography_id", "lad"), [("lep-2017", "lad-2017"), ("lis-area", "lad-2023")])
def test_ons_divides_four_districts_between_enterprise_m3_and_solent(geography_id: str, lad: str) -> None:
    rows = _members(geography_id, lad).query("area_code in ['E37000010', 'E37000029'] and coverage == 'part'")
    found = rows.groupby("member_code")["weight"].agg(list)
    # LSOAs of 2011 in Enterprise M3 and in Solent (ONS, LSOA to LEP lookup of April 2017, version 2)
    assert found["E07000085"] == pytest.approx([58 / 72, 14 / 72], abs=1e-6)  # East Hampshire
    assert found["E07000091"] == pytest.approx([68 / 114, 46 / 114], abs=1e-6)  # New Forest
    assert found["E07000093"] == pytest.approx([45 / 71, 26 / 71], abs=1e-6)  # Test Valley
    assert found["E07000094"] == pytest.approx([48 / 70, 22 / 70], abs=1e-6)  # Winchester
    assert len(found) == 4
    assert rows["note"].str.contains("small areas were in").all()


def test_districts_have_been_wholly_in_their_lep_since_2020() -> None:
    for lep, lad in (("lep-2020", "lad-2020"), ("lep-2021", "lad-2021")):
        assert (_members(lep, lad)["coverage"] == "whole").all()


def test_full_members_have_weight_one_and_parts_less() -> None:
    rows = membership()
    assert (rows.loc[rows["coverage"] == "whole", "weight"] == 1).all()
    assert rows.loc[rows["coverage"] == "part", "weight"].dropna().between(0, 1, inclusive="neither").all()


@pytest.mark.parametrize(
    ("area_code", "leps", "districts"),
    [
        ("LIS-WM", {"E37000001", "E37000006", "E37000012"}, 19),
        ("LIS-CP", {"E37000042"}, 6),
        ("E37000037", {"E37000037"}, 4),  # West of England with North Somerset
    ],
)
def test_strategy_area_is_made_of(area_code: str, leps: set[str], districts: int) -> None:
    by_lep, by_district = _members("lis-area", "lep-2017"), _members("lis-area", "lad-2017")
    assert set(by_lep.loc[by_lep["area_code"] == area_code, "member_code"]) == leps
    assert (by_district["area_code"] == area_code).sum() == districts


def test_rutland_alone_is_in_no_strategy_area() -> None:
    outside = set(areas("lad-2017")["area_code"]) - set(_members("lis-area", "lad-2017")["member_code"])
    assert outside == {"E06000017"}


def test_partnerships_have_eleven_nine_and_four_leps() -> None:
    counts = _members("pan-region", "lep-2017").groupby("area_code").size()
    assert counts.to_dict() == {"PAN-NP": 11, "PAN-ME": 9, "PAN-OCA": 4}


def test_shares_of_a_lep_in_its_nuts2_regions_sum_to_one() -> None:
    sums = nuts2_lep_weights().groupby("lep_code")["lep_in_nuts2"].sum()
    assert len(sums) == 38
    assert sums.to_numpy() == pytest.approx(1, abs=1e-5)


def test_enterprise_m3_and_solent_divide_hampshire_between_them() -> None:
    rows = nuts2_lep_weights().query("nuts2_code == 'UKJ3'").set_index("lep_code")
    assert set(rows.index) == {"E37000010", "E37000029"}
    assert rows["nuts2_in_lep"].sum() == pytest.approx(1, abs=1e-5)


def test_leps_that_are_full_nuts2_regions() -> None:
    rows = nuts2_lep_weights()
    names = areas("lep-2017").set_index("area_code")["name"]
    # of the same extent as UKD1, UKD3, UKD4, UKD6, UKD7, UKE1, UKF1, UKK3, and UKI3 to UKI7
    assert set(rows.loc[rows["exact_union"], "lep_code"].map(names)) == {
        "Cumbria", "Greater Manchester", "Lancashire", "Cheshire and Warrington", "Liverpool City Region",
        "Humber", "Derby, Derbyshire, Nottingham and Nottinghamshire", "Cornwall and Isles of Scilly",
        "London",
    }  # fmt: skip


def test_a_caller_cannot_change_the_shared_table() -> None:
    rows = membership()
    rows["area_code"] = "spoilt"
    assert "spoilt" not in set(membership()["area_code"])
