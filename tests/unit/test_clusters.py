"""Clusters on the map: who is in the test and who is not."""

from __future__ import annotations

import pandas as pd
import pytest

from lis_data import queries
from lis_data.errors import UnknownNameError
from lis_data.queries.clusters import FEWEST


@pytest.fixture(scope="module")
def districts() -> pd.DataFrame:
    return queries.clusters("gva_per_hour", "lad-2023", period="2023").set_index("area_name")


def test_islands_have_no_neighbour_on_land(districts: pd.DataFrame) -> None:
    alone = districts[districts["cluster"] == "alone"]
    assert sorted(alone.index) == ["Isle of Wight", "Isles of Scilly"]
    assert alone["p"].isna().all()


def test_the_mean_is_that_of_the_neighbours(districts: pd.DataFrame) -> None:
    # Cornwall borders on Torridge and West Devon alone
    next_door = districts.loc[["Torridge", "West Devon"], "value"]
    assert districts.loc["Cornwall", "neighbours"] == 2
    assert districts.loc["Cornwall", "neighbours_value"] == pytest.approx(next_door.mean())


def test_every_area_stands_once() -> None:
    found = queries.clusters("gva_per_hour", "lep-2017", period="2023").set_index("area_name")
    assert len(found) == 38
    assert (found["cluster"] != "missing").all()


def test_high_productivity_lies_together() -> None:
    # a gradient from London and its west that every regional account shows: the chance of it is less than 1 in 100
    found = queries.clustering("gva_per_hour", "lad-2023", period="2023")
    assert found is not None
    assert (found.morans_i > 0.3, found.p < 0.01, found.areas) == (True, True, 294)


def test_only_what_has_enough_figures_is_on_offer() -> None:
    found = queries.mappable()
    assert found["areas"].min() >= FEWEST
    assert not {"region", "country", "pan-region", "mca-2018"} & set(found["geography_id"])


def test_a_period_without_figures_is_an_error() -> None:
    with pytest.raises(UnknownNameError, match="1900"):
        queries.clusters("gva_per_hour", "lad-2023", period="1900")


def test_high_is_above_england_too() -> None:
    # ONS 2025, GVA per hour worked 2023: Hillingdon £40.69 among London's neighbours; England £42.39
    found = queries.clusters("gva_per_hour", "lad-2023", period="2023").set_index("area_name")
    hillingdon = found.loc["Hillingdon"]
    assert (hillingdon["value"], hillingdon["england"], hillingdon["cluster"]) == (40.69, 42.39, "between")
    high = found[found["cluster"] == "high-high"]
    assert len(high)
    assert (high[["value", "neighbours_value"]] > 42.39).all(axis=None)
    low = found[found["cluster"] == "low-low"]
    assert (low[["value", "neighbours_value"]] < 42.39).all(axis=None)


def test_a_total_is_not_compared_with_england() -> None:
    found = queries.clusters("gva", "lad-2023", period="2023")
    assert found["england"].isna().all()
    assert "between" not in set(found["cluster"])
