"""Expected figures: UK Innovation Survey 2023 report, 9 May 2024, and StatsWales."""

from __future__ import annotations

from typing import Any

import pandas as pd
import pytest

from tests.unit.sources.conftest import Reader

ENGLAND, UNITED_KINGDOM, SOUTH_WEST, LONDON = "E92000001", "K02000001", "E12000009", "E12000007"


@pytest.fixture(scope="module")
def shares(cut: Reader) -> pd.Series:
    frame = cut("dbt-innovation-survey-2024")
    return frame.set_index(["area_code", "period"])["value"]


@pytest.mark.parametrize(
    ("area_code", "period", "share"),
    [
        (UNITED_KINGDOM, "2020/P3Y", 36),
        (ENGLAND, "2020/P3Y", 37),
        (UNITED_KINGDOM, "2018/P3Y", 45),
        (SOUTH_WEST, "2016/P3Y", 41),  # 40 in the report of 2019
    ],
)
def test_innovation_active_businesses(shares: pd.Series, area_code: Any, period: str, share: int) -> None:
    assert shares[area_code, period] == share


def test_london_is_missing_and_not_zero(shares: pd.Series) -> None:
    assert LONDON not in shares.index.get_level_values("area_code")
