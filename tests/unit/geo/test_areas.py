"""Codes and names. Counts are ONS's own: https://geoportal.statistics.gov.uk (names and codes lists)."""

import pytest

from geo.areas import GEOGRAPHIES, UnknownGeographyError, aliases, areas, districts_between


@pytest.mark.parametrize(
    ("geography_id", "count"),
    [
        ("region", 9), ("nuts2-2016", 33), ("mca-2018", 8), ("mca-2025", 13), ("lis-area", 36), ("pan-region", 3),
        ("lep-2017", 38), ("lep-2020", 38), ("lep-2021", 38),
        ("lad-2017", 326), ("lad-2019", 317), ("lad-2020", 314), ("lad-2021", 309), ("lad-2023", 296),
        # 2021: 24 counties, 59 unitary authorities, 36 metropolitan, 33 London; 2023: 21, 63, 36, 33
        ("utla-2021", 152), ("utla-2023", 153),
        ("country", 2),  # England, and the United Kingdom to compare it with
    ],
)  # fmt: skip
def test_number_of_areas(geography_id: str, count: int) -> None:
    listed = areas(geography_id)
    assert len(listed) == count
    assert listed["area_code"].is_unique
    assert listed["area_code"].is_monotonic_increasing


def test_every_geography_has_areas_with_names() -> None:
    for geography_id in GEOGRAPHIES:
        assert (areas(geography_id)["name"] != "").all()


def test_unknown_geography_says_which_are_known() -> None:
    with pytest.raises(UnknownGeographyError, match="no geography is called 'lep-2018'; known are: lep-2017"):
        areas("lep-2018")


@pytest.mark.parametrize(
    ("geography_id", "area_code", "parent"),
    [
        ("lep-2017", "E37000016", "E12000009"),  # Heart of the South West: South West
        ("lep-2017", "E37000041", ""),  # South East Midlands spans three regions
        ("lep-2017", "E37000030", ""),  # South East spans Kent, Essex and East Sussex
        ("lep-2017", "E37000004", "E12000008"),  # Coast to Capital has Croydon, but is mostly South East
        ("nuts2-2016", "UKC1", "E12000001"),
        ("lad-2023", "E06000063", "E12000002"),  # Cumberland: North West
        ("region", "E12000001", "E92000001"),
    ],
)
def test_parent(geography_id: str, area_code: str, parent: str) -> None:
    assert areas(geography_id).set_index("area_code").loc[area_code, "parent_code"] == parent


def test_an_area_over_several_regions_says_so() -> None:
    note = areas("lep-2017").set_index("area_code").loc["E37000030", "note"]
    assert note == "Spans South East (56%), East of England (44%) by its small areas."


@pytest.mark.parametrize("geography_id", ["lep-2017", "lis-area"])
def test_leps_with_divided_districts_say_how_they_are_summed(geography_id: str) -> None:
    rows = areas(geography_id).set_index("area_code").loc[["E37000010", "E37000029"]]  # Enterprise M3, Solent
    assert not rows["approximate"].any()  # their shapes are of whole small areas
    assert rows["note"].str.contains("by its share of small areas, so they are estimates").all()


def test_combined_authorities_of_2025_name_their_source_and_what_it_lacks() -> None:
    notes = areas("mca-2025")["note"]
    assert notes.str.contains("mySociety.*CC BY 4.0.*lacks.*Lancashire, and Devon and Torbay").all()
    assert "CC BY 4.0" in GEOGRAPHIES["mca-2025"].attribution


def test_every_approximate_area_says_why() -> None:
    for geography_id in GEOGRAPHIES:
        listed = areas(geography_id)
        assert (listed.loc[listed["approximate"], "note"] != "").all()


def test_strategy_areas_differ_from_leps_where_they_should() -> None:
    codes, leps = set(areas("lis-area")["area_code"]), set(areas("lep-2017")["area_code"])
    assert codes - leps == {"LIS-WM", "LIS-CP"}
    # Black Country, Coventry and Warwickshire, Greater Birmingham and Solihull; Greater Cambridge
    assert leps - codes == {"E37000001", "E37000006", "E37000012", "E37000042"}


def test_22_leps_have_the_same_code_after_april_2020() -> None:
    same = set(areas("lep-2017")["area_code"]) & set(areas("lep-2020")["area_code"])
    assert len(same) == 22
    assert {"E37000012", "E37000032", "E37000038"} <= same  # overlapping until they closed in 2024


@pytest.mark.parametrize(
    ("alias", "geography_id", "codes", "ambiguous"),
    [
        ("HotSW", "lep-2017", {"E37000016"}, False),
        ("D2N2", "lep-2017", {"E37000008"}, False),
        ("D2N2", "lep-2020", {"E37000045"}, False),
        ("GBSLEP", "lep-2021", {"E37000012"}, False),
        ("LCR", "lep-2017", {"E37000020", "E37000022"}, True),
        ("CWLEP", "lep-2020", {"E37000003", "E37000006"}, True),
        ("Lincolnshire", "lep-2017", {"E37000014"}, True),  # also a county
        ("TLC1", "nuts2-2016", {"UKC1"}, False),
        ("E37000013", "lep-2017", {"E37000042"}, False),  # the code before South Holland joined
        ("E08000038", "lad-2023", {"E08000016"}, False),  # Barnsley's code from 2025
        ("Newcastle", "lad-2021", {"E08000021", "E07000195"}, True),  # upon Tyne, under Lyme
    ],
)
def test_alias(alias: str, geography_id: str, codes: set[str], ambiguous: bool) -> None:
    rows = aliases()
    rows = rows[(rows["alias"] == alias) & (rows["geography_id"] == geography_id)]
    assert set(rows["area_code"]) == codes
    assert (rows["ambiguous"] == ambiguous).all()


def test_mergers_of_districts() -> None:
    lookup = districts_between("lad-2021", "lad-2023")
    # Mendip, Sedgemoor, South Somerset, Somerset West and Taunton
    somerset = {"E07000187", "E07000188", "E07000189", "E07000246"}
    assert set(lookup.query("to_code == 'E06000066'")["from_code"]) == somerset


@pytest.mark.parametrize(
    ("before", "after", "gone"),
    [
        ("lad-2017", "lad-2019", 14),  # Dorset with its neighbours 8, Suffolk 4, Somerset 2
        ("lad-2019", "lad-2020", 4),  # Buckinghamshire
        ("lad-2020", "lad-2021", 7),  # Northamptonshire
        ("lad-2021", "lad-2023", 17),  # Cumbria 6, North Yorkshire 7, Somerset 4
        ("lad-2023", "lad-2025", 2),  # new codes for Barnsley and Sheffield
    ],
)  # fmt: skip
def test_number_of_codes_that_ended(before: str, after: str, gone: int) -> None:
    assert len(districts_between(before, after).query("from_code != to_code")) == gone


def test_a_full_lookup_has_the_districts_that_did_not_change() -> None:
    lookup = districts_between("lad-2017", "lad-2023").set_index("from_code")["to_code"]
    assert len(lookup) == 326
    assert lookup["E08000025"] == "E08000025"  # Birmingham
    assert lookup["E07000026"] == "E06000063"  # Allerdale is in Cumberland


def test_a_merged_district_has_no_single_predecessor() -> None:
    with pytest.raises(ValueError, match="ask the other way"):
        districts_between("lad-2023", "lad-2021")
