"""Whole economies of all areas, on the real store."""

from __future__ import annotations

import pandas as pd
import pytest

from lis_data import queries


def structure(geography_id: str) -> pd.DataFrame:
    return queries.economic_structure("gva", geography_id, period="2018").set_index("area_name")


def test_england_is_like_itself() -> None:
    england = queries.benchmark_structure("gva", period="2018").iloc[0]
    assert england["krugman"] == 0
    assert england["industries"] == 37


def test_inner_west_london_is_the_least_like_england_and_the_least_diverse() -> None:
    found = structure("nuts2-2016")  # the City and Westminster; ONS finds London the most dissimilar region too
    assert found["krugman"].idxmax() == "Inner London - West"
    assert found["entropy_rank"].idxmax() == "Inner London - West"


def test_west_yorkshire_is_the_most_like_england() -> None:
    found = structure("nuts2-2016")  # ONS, Industrial specialisation in local areas (2012), names Leeds first
    assert found["krugman"].idxmin() == "West Yorkshire"


def test_a_lep_that_lacks_an_industry_has_no_measures() -> None:
    row = structure("lep-2017").loc["Hertfordshire"]  # two of its districts have no figure for farming or energy
    assert row[["krugman", "krugman_rank", "entropy", "effective_industries", "hhi"]].isna().all()
    assert row["total"] > 0


def test_oxfordshires_strongest_industry_and_its_size() -> None:
    # ONS: £1,290m of its £22,044m, 5.85%, against 2.56% in England
    row = structure("lep-2017").loc["Oxfordshire"]
    assert (row["strongest_industry"], row["strongest_value"]) == ("72-75", 1290)
    assert row["strongest_quotient"] == pytest.approx(5.85 / 2.56, abs=0.01)


def test_a_diverse_economy_is_ranked_first() -> None:
    found = structure("lep-2017")
    assert found.loc[found["entropy_rank"] == 1, "entropy"].item() == found["entropy"].max()
