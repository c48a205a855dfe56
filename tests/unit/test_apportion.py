"""Sharing out a region's amount by a key, calculated by hand."""

from __future__ import annotations

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lis_data import measures

keys = st.lists(st.tuples(st.sampled_from("ab"), st.floats(0.1, 1000)), min_size=1, max_size=20)


def test_an_amount_follows_its_key() -> None:
    # region a has 100, its areas 1 and 3 of the key: 25 and 75; region b has 8 and a single area
    shared = measures.apportion(
        pd.Series([100.0, 100.0, 8.0]), key=pd.Series([1.0, 3.0, 5.0]), within=pd.Series(["a", "a", "b"])
    )
    assert shared.tolist() == [25, 75, 8]


def test_a_missing_key_leaves_all_of_its_region_without() -> None:
    shared = measures.apportion(
        pd.Series([100.0, 100.0, 8.0]), key=pd.Series([1.0, None, 5.0]), within=pd.Series(["a", "a", "b"])
    )
    assert shared.isna().tolist() == [True, True, False]


def test_a_region_without_any_key_is_missing_not_nothing() -> None:
    shared = measures.apportion(pd.Series([100.0]), key=pd.Series([0.0]), within=pd.Series(["a"]))
    assert shared.isna().all()


@settings(deadline=None, max_examples=50)
@given(drawn=keys)
def test_the_parts_add_up_to_the_region(drawn: list[tuple[str, float]]) -> None:
    rows = pd.DataFrame(drawn, columns=["region", "key"])
    amounts = rows["region"].map({"a": 70.0, "b": 30.0})
    parts = measures.apportion(amounts, key=rows["key"], within=rows["region"]).groupby(rows["region"]).sum()
    assert parts.to_dict() == pytest.approx(amounts.groupby(rows["region"]).first().to_dict())
