"""Questions to the real store; the answers are the publishers' figures, known from their own releases."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import pytest

from lis_data import queries, targets
from lis_data.errors import UnknownNameError
from lis_data.statuses import of_official

# the regions that Eurostat and ONS figures put first and last in 2018, and England
RD_2018 = {"UKG1": 3.89, "UKH1": 3.81, "UKK3": 0.21}


def values(indicator_id: str, geography_id: str, **chosen: str) -> dict[str, float]:
    return queries.figures(indicator_id, geography_id, **chosen).set_index("area_code")["value"].to_dict()


def test_business_rd_intensity_of_33_regions() -> None:
    found = values("business_rd_pct_gdp", "nuts2-2016", period="2018")
    assert len(found) == 33
    assert {code: round(found[code], 2) for code in RD_2018} == RD_2018


def test_business_rd_intensity_of_england() -> None:
    found = values("business_rd_pct_gdp", "country", period="2018")
    assert round(found["E92000001"], 2) == 1.23


def test_gva_of_38_leps() -> None:
    found = values("gva", "lep-2017", period="2018")
    assert len(found) == 38
    assert found["E37000015"] / 1000 == pytest.approx(72.2, abs=0.05)  # Greater Manchester, £72.2bn


def test_england_is_not_the_sum_of_overlapping_leps() -> None:
    england = values("enterprises", "country", period="2022-03")["E92000001"]
    assert england == pytest.approx(2_408_040, abs=5)  # UK Business Counts, March 2022
    assert queries.figures("enterprises", "lep-2021", period="2022-03")["value"].sum() > 1.01 * england


def test_gva_of_england() -> None:
    assert values("gva", "country", period="2018")["E92000001"] / 1000 == pytest.approx(1650, abs=5)  # £1,650bn


def test_a_district_merged_since_counts_by_its_share_and_makes_an_estimate() -> None:
    # ONS, GVA of 2018 in £ million: York 6,350, Barnsley 3,817, Bradford 9,596, Calderdale 5,270, Kirklees 7,440, Leeds
    # 26,458, Wakefield 7,545; of North Yorkshire's 14,484 what were Craven, Harrogate and Selby, 186 of 373 small areas
    row = queries.figures("gva", "lep-2017", period="2018").set_index("area_code").loc["E37000020"]
    assert row["value"] == pytest.approx(66_476 + 14_484 * 186 / 373, abs=0.1)
    assert (row["status"], row["derivation"]) == ("E", "sum")


@pytest.mark.parametrize("geography_id", ["lep-2017", "lis-area"])
@pytest.mark.parametrize(
    ("period", "enterprise_m3", "solent"),
    [
        # ONS, mid-year: East Hampshire 119,392, New Forest 179,590, Test Valley 123,957, Winchester 123,879, and the
        # whole districts 1,151,681 in Enterprise M3, 1,065,352 in Solent; all small areas of 2011 in the first are
        # 58/72, 68/114, 45/71 and 48/70 of each
        ("2017", 1_518_491.7, 1_245_359.3),
        # 120,681, 179,753, 125,169, 124,295; 1,154,664 and 1,068,721
        ("2018", 1_523_664.1, 1_249_618.9),
    ],
)
def test_enterprise_m3_and_solent_have_their_shares_of_what_ons_divides(
    geography_id: str, period: str, enterprise_m3: float, solent: float
) -> None:
    rows = queries.figures("population", geography_id, period=period).set_index("area_code")
    rows = rows.loc[["E37000010", "E37000029"]]
    assert rows["value"].to_list() == pytest.approx([enterprise_m3, solent], abs=0.5)
    assert rows["status"].to_list() == ["E", "E"]
    assert rows["derivation"].to_list() == ["sum", "sum"]


def test_combined_authorities_of_2025_are_sums_of_their_districts() -> None:
    rows = queries.figures("population", "mca-2025", period="2018").set_index("area_name")
    # ONS, mid-2018: Kingston upon Hull 260,645, East Riding of Yorkshire 339,614
    assert rows["value"]["Hull and East Yorkshire"] == 260_645 + 339_614
    assert rows["status"]["Hull and East Yorkshire"] == "A"
    assert rows["derivation"].eq("sum").all()


def test_a_suppressed_zero_is_not_a_figure() -> None:
    row = queries.figures("business_rd_gbp_m", "nuts2-2016", period="2013").set_index("area_code").loc["UKE1"]
    assert row["status"] == "C"


def test_england_is_missing_where_one_of_its_regions_is_suppressed() -> None:
    row = queries.figures("business_rd_pct_gdp", "country", period="2013").set_index("area_code").loc["E92000001"]
    assert row["status"] == "C"
    assert of_official(row["status"], row["derivation"]) == "not given: a part is suppressed by the publisher"


def test_a_tenth_of_englands_neighbourhoods_are_its_most_deprived_tenth() -> None:
    row = queries.figures("deprived_neighbourhoods_pct", "country").set_index("area_code").loc["E92000001"]
    assert row[["value", "status", "derivation"]].tolist() == [10, "A", "definition"]


def test_manufacturing_in_cheshire_and_warrington_in_2016() -> None:
    row = queries.sectors("E37000003", period="2016").set_index("industry").loc["C"]
    assert row[["share", "benchmark_share", "location_quotient"]].round(2).tolist() == [
        pytest.approx(24.2, abs=0.05),
        pytest.approx(9.8, abs=0.05),
        pytest.approx(2.46, abs=0.01),
    ]


def test_an_unknown_name_is_answered_by_the_nearest() -> None:
    with pytest.raises(UnknownNameError) as caught:
        queries.figures("busines_rd_pct_gpd", "nuts2-2016")
    assert "business_rd_pct_gdp" in caught.value.nearest


@pytest.mark.parametrize("hostile", ["'; drop table observation; --", "gva' or '1'='1", "\0", "𝒢va"])
def test_hostile_names_are_only_unknown(hostile: str) -> None:
    with pytest.raises(UnknownNameError):
        queries.figures(hostile, "nuts2-2016")


def test_many_threads_each_get_their_own_answer() -> None:
    asked = [(code, period) for code in ("nuts2-2016", "region", "country") for period in ("2011", "2014", "2018")] * 20

    def codes(question: tuple[str, str]) -> tuple[str, str]:
        found = queries.figures("business_rd_gbp_m", question[0], period=question[1])
        return found["geography_id"].unique().item(), found["period"].unique().item()

    with ThreadPoolExecutor(8) as pool:
        assert list(pool.map(codes, asked)) == asked


def test_the_line_of_business_is_its_part_of_the_target() -> None:
    found = targets.line("business_rd_pct_gdp")
    assert found is not None
    # business carries out about two thirds of R&D in the UK (ONS, GERD 2018: 67.5%), so about 1.6 of the 2.4
    assert found.value == pytest.approx(2.4 * 0.675, abs=0.12)


def test_the_target_says_nothing_of_patents() -> None:
    assert targets.line("epo_patents") is None
