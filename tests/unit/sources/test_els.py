"""How files of Explore Local Statistics write periods, areas and missing figures: small files made here."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

from lis_data.sources.forms.els import Table, iso_period, read

MANCHESTER, LEEDS = "E08000003", "E08000035"


@pytest.mark.parametrize(
    ("published", "period"),
    [
        ("2004", "2004"),
        ("2004-01-01/P1Y", "2004"),
        ("2011-01-01/P3Y", "2011/P3Y"),
        ("2011-04-01/P1Y", "2011-04/P1Y"),
        ("2025-04-30", "2025-04"),
    ],
)
def test_period(published: str, period: str) -> None:
    assert iso_period(published) == period


@pytest.fixture
def read_rows(tmp_path: Path) -> Callable[..., pd.DataFrame]:
    """Writes rows `areacd,geography,observation,status` and reads them as pay in 2020, by area."""

    def read_them(*rows: str, geographies: Any, period: str = "2020", **options: Any) -> pd.DataFrame:
        lines = [f"{row},pay,{period}" for row in rows]
        text = "\n".join(["areacd,geography,observation,status,indicator,period", *lines])
        (tmp_path / "pay.csv").write_text(text, encoding="utf-8")
        frame = read(tmp_path, table=Table("pay.csv", geographies, {"pay": "pay"}, **options))
        return frame.set_index(["geography_id", "area_code"])

    return read_them


@pytest.mark.parametrize(
    ("cell", "status"), [("5,", "A"), ("5,u", "U"), (",u", "C"), (",c", "C"), (",x", "M"), (",", "M")]
)
def test_status_says_why_there_is_no_figure(read_rows: Callable[..., pd.DataFrame], cell: str, status: str) -> None:
    found = read_rows(f"{LEEDS},,{cell}", geographies=("lad-2023",))
    assert found["status"].tolist() == [status]


def test_a_combined_authority_listed_as_itl2_is_that_region_too(read_rows: Callable[..., pd.DataFrame]) -> None:
    found = read_rows("E47000001,ITL Level 2,5,", geographies=("mca-2018", "nuts2-2016"))
    assert found["value"].to_dict() == {("mca-2018", "E47000001"): 5, ("nuts2-2016", "UKD3"): 5}


def test_one_area_under_two_codes_has_one_figure(read_rows: Callable[..., pd.DataFrame]) -> None:
    found = read_rows("TLC,ITL Level 1,5,", "E12000001,Region,5,", geographies=("region",))
    assert found["value"].to_dict() == {("region", "E12000001"): 5}


def test_the_united_kingdom_under_another_code(read_rows: Callable[..., pd.DataFrame]) -> None:
    found = read_rows("K99000002,,5,", geographies=("country",), united_kingdom="K99000002")
    assert found.index.tolist() == [("country", "K02000001")]


@pytest.mark.parametrize(("period", "geography_id"), [("2019-08-01/P1Y", "lad-2020"), ("2022-08-01/P1Y", "lad-2023")])
def test_a_district_is_of_the_boundaries_of_the_year(
    read_rows: Callable[..., pd.DataFrame], period: str, geography_id: str
) -> None:
    boundaries = {"2019": ("lad-2020",), "2022": ("lad-2023",)}
    found = read_rows(f"{LEEDS},,5,", geographies=("country",), period=period, boundaries=boundaries)
    assert found.index.tolist() == [(geography_id, LEEDS)]
