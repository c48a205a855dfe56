"""Places like one another, on the real store."""

from __future__ import annotations

import pandas as pd
import pytest

from lis_data import judgement, queries
from lis_data.errors import UnknownNameError

TEES, MANCHESTER, CORNWALL, LEEDS = "E37000034", "E37000015", "E37000005", "E37000020"
MOSTLY_QUALIFICATIONS = (("no_qualifications", 10.0),)


def names(found: pd.DataFrame) -> list[str]:
    return found["area_name"].tolist()


def test_the_other_great_cities_are_like_greater_manchester() -> None:
    # Birmingham, Leeds and Liverpool are Core Cities, as Manchester is
    cities = ["Greater Birmingham and Solihull", "Leeds City Region", "Liverpool City Region"]
    assert names(queries.peers(MANCHESTER))[:3] == cities


def test_far_rural_and_coastal_places_are_like_cornwall() -> None:
    assert {"Cumbria", "Heart of the South West"} <= set(names(queries.peers(CORNWALL)))


def test_london_is_the_least_like_anywhere() -> None:
    ranked = queries.similar_places(TEES).dropna(subset="rank")
    assert names(ranked)[-1] == "London"


def test_likeness_is_the_same_both_ways() -> None:
    there = queries.similar_places(TEES).set_index("area_code").loc[MANCHESTER, "distance"]
    back = queries.similar_places(MANCHESTER).set_index("area_code").loc[TEES, "distance"]
    assert there == pytest.approx(back)


def test_a_place_with_too_few_figures_is_listed_without_a_rank() -> None:
    found = queries.similar_places(TEES, weights=MOSTLY_QUALIFICATIONS).set_index("area_code")
    assert found["rank"].isna()[LEEDS]
    assert found.loc[LEEDS, "missing_features"] == ("People with no qualifications",)


def test_a_place_with_too_few_figures_has_no_peers() -> None:
    assert queries.peers(LEEDS, weights=MOSTLY_QUALIFICATIONS).empty


def test_without_the_feature_it_lacks_it_has_peers() -> None:
    found = queries.peers(LEEDS, weights=(("sector_mix", 0.0), ("no_qualifications", 0.0)))
    assert len(found) == 5
    assert found["missing"].eq(0).all()


def test_only_one_feature_ranks_by_its_figures_alone() -> None:
    others = judgement.peer_features()["feature_id"]
    weights = tuple((feature, 1.0 if feature == "size" else 0.0) for feature in others)
    # ONS, mid-2020: Tees Valley 677,170; Oxfordshire 696,880 (+2.9%), Gloucestershire 640,650 (−5.4%)
    assert names(queries.peers(TEES, weights=weights, k=1)) == ["Oxfordshire"]


def test_an_unknown_feature_is_named() -> None:
    with pytest.raises(UnknownNameError, match="densty"):
        queries.peers(TEES, weights=(("densty", 1.0),))


def test_an_unknown_place_is_named() -> None:
    with pytest.raises(UnknownNameError, match="E99"):
        queries.peers("E99")


def test_sector_mixes_add_up_to_the_total() -> None:
    sums = queries.peer_sectors("lep-2017").groupby("area_code")["share"].sum(min_count=1).dropna()
    assert len(sums) == 38
    assert sums.to_numpy() == pytest.approx(100)


def test_manufacturing_of_cheshire_and_warrington_without_imputed_rent() -> None:
    # the share of all GVA but owner-occupiers' rent, from the two totals of the same table
    values = queries.sectors("E37000003", period="2023").set_index("industry")["value"]
    found = queries.peer_sectors("lep-2017").set_index(["area_code", "sector"])["share"]
    expected = 100 * values["C"] / (values["_T"] - values["68IMP"])
    assert found["E37000003", "Manufacturing"] == pytest.approx(expected, abs=0.01)


def test_reasons_add_up_to_the_total_distance() -> None:
    sums = queries.peer_reasons(TEES).groupby("area_code")["part"].sum(min_count=1).dropna()
    assert sums.to_numpy() == pytest.approx(100)


def test_leaving_out_a_feature_is_a_weight_of_nothing() -> None:
    stability = queries.peer_stability(TEES).set_index("feature_id")
    usual = queries.peers(TEES)["area_code"].tolist()
    without = queries.peers(TEES, weights=(("size", 0.0),))["area_code"].tolist()
    assert set(stability["joined"]["size"]) == set(without) - set(usual)
    assert stability.loc["size", "staying"] == len(set(without) & set(usual))


def test_those_that_do_better_on_productivity() -> None:
    found = queries.better_peers(TEES, "gva_per_hour", period="2023").set_index("area_code")
    assert len(found) == 11
    assert found["value"].is_monotonic_decreasing
    assert found["better"].sum() == found.index.get_loc(TEES)


def test_lower_is_better_where_it_is() -> None:
    found = queries.better_peers(TEES, "unemployment_rate", period="2021-10/P1Y", k=5).dropna(subset="value")
    assert found["value"].is_monotonic_increasing


@pytest.mark.parametrize("geography_id", ["lep-2020", "lep-2021", "nuts2-2016"])
def test_every_geography_on_offer_has_peers(geography_id: str) -> None:
    area = queries.peer_figures(geography_id)["area_code"].iloc[0]
    assert len(queries.peers(area, geography_id=geography_id)) == 5


def test_every_feature_is_of_the_catalogue_and_says_why() -> None:
    features = judgement.peer_features()
    known = set(queries.indicators()["indicator_id"])
    assert set(features["indicator_id"]) | set(features["per"]) <= known | {""}
    assert features["why"].str.len().gt(40).all()
