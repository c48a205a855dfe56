"""Expected figures: State of the Nation 2026, indicator DR53, full data set."""

from __future__ import annotations

import pandas as pd
import pytest

from tests.unit.sources.conftest import Reader

ALL_YEARS = "2014/P12Y"


@pytest.fixture(scope="module")
def shares(cut: Reader) -> pd.DataFrame:
    return cut("smc-higher-degrees-2026").set_index(["geography_id", "area_code", "period"])


@pytest.mark.parametrize(
    ("key", "share", "lower", "upper"),
    [
        (("nuts2-2016", "UKI3", ALL_YEARS), 31.993, 30.752, 33.267),  # Inner London - West
        (("nuts2-2016", "UKC2", ALL_YEARS), 10.783, 10.237, 11.356),  # "Northumberland, and Tyne and Wear"
        (("country", "K02000001", "2014"), 9.294, 9.044, 9.549),
    ],
)
def test_people_with_a_higher_degree(
    shares: pd.DataFrame, key: tuple[str, ...], share: float, lower: float, upper: float
) -> None:
    assert shares.loc[key, ["value", "lower", "upper"]].tolist() == [share, lower, upper]


def test_a_region_has_no_figure_of_a_single_year(shares: pd.DataFrame) -> None:
    assert set(shares.loc["nuts2-2016"].index.get_level_values("period")) == {ALL_YEARS}
