"""Expected figures: GVA (balanced) releases of April 2024 and April 2025, as printed by the publisher."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pandas as pd
import pytest

from geo.membership import membership
from lis_data.sources.ons_gva import REGIONS, SAME_AREA, industry_code
from tests.unit.sources.conftest import Reader, dataset

CHESHIRE_AND_WARRINGTON = ["E06000007", "E06000049", "E06000050"]


districts = dataset("ons-gva-lad-2025")
regions = dataset("ons-gva-itl-2025")


def pick(frame: pd.DataFrame, **wanted: Any) -> pd.DataFrame:
    for column, value in wanted.items():
        frame = frame[frame[column].eq(value)]
    return frame


@pytest.mark.parametrize(
    ("published", "code"),
    [
        ("Total", "_T"),
        ("A-E", "A-E"),
        ("C (10-33)", "C"),
        ("AB (1-9)", "AB"),
        ("CA-CB (10-15)", "10-15"),
        ("CF (21)", "21"),
        ("02-Mar", "02-03"),  # a spreadsheet took 2-3 for the second of March
        ("11-Dec", "11-12"),
        ("1", "01"),
        ("5-8", "05-08"),
        ("68", "68EX"),  # published as 68, but without imputed rental, which SIC 2007 counts there
        ("68IMP", "68IMP"),
    ],
)
def test_one_code_means_the_same_in_every_table(published: str, code: str) -> None:
    assert industry_code(published) == code


def test_district_table_is_complete(districts: pd.DataFrame) -> None:
    assert districts["area_code"].nunique() == 296
    assert districts["industry"].nunique() == 49
    assert (districts["period"].min(), districts["period"].max()) == ("1998", "2023")


@pytest.mark.parametrize(("code", "billion"), [("E08000025", 27.8), ("E08000003", 23.5)])
def test_birmingham_and_manchester_of_2018(districts: pd.DataFrame, code: str, billion: float) -> None:
    row = pick(districts, indicator_id="gva", area_code=code, period="2018", industry="_T")
    assert row["value"].item() / 1000 == pytest.approx(billion, abs=0.05)


def test_manufacturing_is_a_quarter_of_cheshire_and_warrington(districts: pd.DataFrame) -> None:
    year = pick(districts, indicator_id="gva", period="2016")
    part = year[year["area_code"].isin(CHESHIRE_AND_WARRINGTON)].groupby("industry")["value"].sum()
    england = year.groupby("industry")["value"].sum()
    assert part["C"] / part["_T"] == pytest.approx(0.242, abs=0.0005)
    assert england["C"] / england["_T"] == pytest.approx(0.098, abs=0.0005)
    assert (part["C"] / part["_T"]) / (england["C"] / england["_T"]) == pytest.approx(2.46, abs=0.005)


def test_a_blank_cell_is_missing_and_never_zero(districts: pd.DataFrame) -> None:
    cornwall = pick(districts, indicator_id="gva", area_code="E06000052", period="2018", industry="K")
    assert cornwall["status"].item() == "M"
    assert cornwall["value"].isna().all()


@pytest.mark.parametrize(
    ("area", "billion"),
    [("E92000001", 1650), ("K02000001", 1920), ("UKD3", 72.2)],  # the UK with extra-regio
)
def test_totals_of_2018(regions: pd.DataFrame, area: str, billion: float) -> None:
    row = pick(regions, area_code=area, period="2018", industry="_T")
    assert row["value"].item() / 1000 == pytest.approx(billion, rel=0.001)


def test_regions_and_districts_are_one_release(districts: pd.DataFrame, regions: pd.DataFrame) -> None:
    """Whole numbers are published: 296 of them may be off by 148 together, in practice far less."""
    england = pick(regions, area_code="E92000001").set_index(["period", "industry"])["value"]
    summed = pick(districts, indicator_id="gva").groupby(["period", "industry"])["value"].sum()
    complete = ["_T", "A-E", "C", "F", "G-T", "G", "47", "49-51", "52-53", "I", "69"]
    difference = (summed - england).loc[lambda frame: frame.index.isin(complete, level="industry")]
    assert difference.abs().max() < 40


def test_cornwalls_lep_has_all_groups(regions: pd.DataFrame) -> None:
    cornwall = pick(regions, geography_id="lep-2017", area_code="E37000005", period="2018")
    assert len(cornwall) == 49
    assert cornwall["value"].notna().all()


def test_28_areas_of_2025_are_nuts2_regions(regions: pd.DataFrame) -> None:
    assert pick(regions, geography_id="nuts2-2016")["area_code"].nunique() == 28
    assert not {"UKC1", "UKC2", "UKH1", "UKK1", "UKK2"} & set(regions["area_code"])


def test_detailed_table_is_close_to_the_later_release(observed: Reader, regions: pd.DataFrame) -> None:
    detailed = observed("ons-gva-itl-2024")
    assert detailed["area_code"].nunique() == 33
    key = ["area_code", "period", "industry"]
    both = detailed.merge(regions, on=[*key, "geography_id"])
    totals = pick(both, industry="_T", period="2018")
    assert (totals["value_x"] / totals["value_y"] - 1).abs().max() < 0.005


volumes = dataset("ons-gva-cvm-itl-2025")


@pytest.mark.parametrize(
    ("geography_id", "area_code", "industry", "period", "value"),
    [
        ("country", "K02000001", "_T", "2018", 2_177_061),
        ("country", "E92000001", "C", "2023", 172_119),
        ("region", "E12000007", "A", "2018", 75),
        ("nuts2-2016", "UKD6", "_T", "2023", 38_323),
        ("mca-2018", "E47000006", "C", "2018", 1_811),  # ITL 2 of 2025: Tees Valley
        ("lep-2017", "E37000025", "_T", "2018", 44_341),  # North East: Northumberland, Durham and Tyne & Wear
        ("lep-2017", "E37000002", "K", "2013", 1_015),  # ITL 3 of 2025: Buckinghamshire
    ],
)
def test_volumes_by_section(
    volumes: pd.DataFrame, geography_id: str, area_code: str, industry: str, period: str, value: int
) -> None:
    row = pick(volumes, geography_id=geography_id, area_code=area_code, industry=industry, period=period)
    assert row["value"].item() == value


def test_volumes_of_districts_and_larger_areas_are_one_release(districts: pd.DataFrame, volumes: pd.DataFrame) -> None:
    """Buckinghamshire is a district and an ITL 3 area, and a LEP."""
    county = pick(volumes, area_code="E37000002").set_index(["period", "industry"])["value"]
    district = pick(districts, indicator_id="gva_cvm", area_code="E06000060").set_index(["period", "industry"])["value"]
    both = county.to_frame("county").join(district, how="inner")
    assert len(both) > 100
    assert (both["county"] - both["value"]).abs().max() == 0


@pytest.mark.parametrize("published", SAME_AREA)
def test_an_itl_area_with_the_same_boundary_has_the_same_gva(
    districts: pd.DataFrame, shared_data: Path, published: Any
) -> None:
    """At current prices, in every year: districts are rounded to £1 million."""
    geography_id, area_code = SAME_AREA[published]
    members = membership().query("member_geography_id == 'lad-2023'")
    codes = pick(members, geography_id=geography_id, area_code=area_code)["member_code"]
    gva = pick(districts, indicator_id="gva", industry="_T")
    summed = gva[gva["area_code"].isin(codes)].groupby("period")["value"].sum()
    raw = pick(pd.read_parquet(shared_data / REGIONS), geo_code=published, sic_group="Total")
    itl = raw.set_index(raw["year"].astype(str))["gva_million_gbp"]
    assert (summed - itl).abs().max() <= len(codes) / 2 + 1
