"""Expected figures: UK Research and Innovation's table 1 (2020); the ONS series GLBH; the quoted sentences."""

from __future__ import annotations

import pandas as pd
import pytest

from tests.unit.sources.conftest import Reader


def one(frame: pd.DataFrame, area_code: str, period: str) -> pd.Series:
    return frame.set_index(["area_code", "period"]).T[(area_code, period)]


def test_regions_of_2017(cut: Reader) -> None:
    frame = cut("ons-gerd-region-2017")
    assert one(frame, "E12000001", "2017")["value"] == 707
    assert one(frame, "K02000001", "2017")["value"] == 34_809
    assert one(frame, "E92000001", "2017")["value"] == 30_841  # 1938+5938+5548+707+3040+6730+2334+2965+1641
    assert len(frame) == 11


@pytest.mark.parametrize(("period", "value"), [("1981", 2.01), ("2017", 1.67), ("2019", 1.74)])
def test_the_series_to_2019(cut: Reader, period: str, value: float) -> None:
    assert one(cut("ons-gerd-uk-2021"), "K02000001", period)["value"] == value


def test_what_is_quoted_since(cut: Reader) -> None:
    frame = cut("gerd-uk-quoted-2025")
    shares = frame[frame["indicator_id"] == "gross_rd_new_method_pct_gdp"]
    assert one(shares, "K02000001", "2022")[["value", "status"]].tolist() == [2.77, "A"]
    assert one(shares, "K02000001", "2018")[["value", "status"]].tolist() == [2.7, "E"]
    amounts = frame[frame["indicator_id"] == "gross_rd_new_method_gbp_m"]
    assert one(amounts, "K02000001", "2022")["value"] == 70_700
