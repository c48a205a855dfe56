"""Expected figures: worked out beside the publishers' tables, to three decimals."""

from __future__ import annotations

import pandas as pd
import pytest

from tests.unit.sources.conftest import Reader


@pytest.fixture(scope="module")
def frame(cut: Reader) -> pd.DataFrame:
    return cut("ons-berd-gdp-2025").set_index(["indicator_id", "area_code", "period"])


@pytest.mark.parametrize(
    ("area_code", "period", "value", "status"),
    [
        # England: £46,564m over 57.106m residents with a GDP of £37,774 a head; then £48,860m and £51,135m
        ("E92000001", "2022", 2.159, "A"),
        ("E92000001", "2023", 2.093, "E"),
        ("E92000001", "2024", 2.083, "E"),
        # United Kingdom: £50,841m over 67.636m residents with a regional GDP of £37,372 a head
        ("K02000001", "2022", 2.011, "A"),
        ("E12000006", "2022", 4.670, "A"),
        # East Anglia: £227.101m per 100,000 residents over £34,547 a head; Cheshire: £193.553m over £46,268
        ("UKH1", "2023", 6.574, "P"),
        ("UKD6", "2023", 4.183, "P"),
        ("UKH1", "2024", 6.599, "E"),
    ],
)
def test_shares_of_gdp(frame: pd.DataFrame, area_code: str, period: str, value: float, status: str) -> None:
    row = frame.loc[("business_rd_new_method_pct_gdp", area_code, period)]
    assert (round(row["value"], 3), row["status"]) == (value, status)


def test_every_region_of_nuts_2_in_both_years(frame: pd.DataFrame) -> None:
    shares = frame.loc["business_rd_new_method_pct_gdp"].query("geography_id == 'nuts2-2016'")
    assert shares.groupby("period")["value"].count().to_dict() == {"2023": 33, "2024": 33}


def test_what_more_than_doubled_or_halved_is_of_low_reliability(frame: pd.DataFrame) -> None:
    latest = frame.loc["business_rd_new_method_pct_gdp"].xs("2024", level="period")
    # Cornwall 14.1 to 92.5, Devon 13.9 to 44.7, Outer London - East and North East 10.5 to 1.5, - South 33.7 to 15.8
    assert set(latest.index[latest["status"] == "U"]) == {"UKK3", "UKK4", "UKI5", "UKI6"}


def test_amounts_of_nuts_2_add_up_to_england(frame: pd.DataFrame) -> None:
    latest = frame.loc["business_rd_new_method_gbp_m"].xs("2024", level="period")
    assert latest["value"].sum() == pytest.approx(51_135, abs=5)  # published for England; 33 rounded figures
    assert set(latest["status"]) == {"E", "U"}


def test_per_head_of_nuts_2_is_as_published(frame: pd.DataFrame) -> None:
    assert frame.loc[("business_rd_new_method_per_head", "UKC1", "2024"), "value"] == pytest.approx(187.87)
