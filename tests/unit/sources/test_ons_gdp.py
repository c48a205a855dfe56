"""Expected figures: the publisher's table, release of 25 April 2023."""

from __future__ import annotations

import pandas as pd
import pytest

from tests.unit.sources.conftest import Reader


@pytest.fixture(scope="module")
def frame(observed: Reader) -> pd.DataFrame:
    return observed("ons-gdp-itl-2023").set_index(["indicator_id", "area_code", "period"])


@pytest.mark.parametrize(
    ("key", "value"),
    [
        (("gdp_gbp_m", "K02000001", "2021"), 2276715),
        (("gdp_gbp_m", "E92000001", "2021"), 1961238),
        (("gdp_gbp_m", "E12000001", "1998"), 32662),
        (("gdp_gbp_m", "UKC1", "2021"), 27364),
        (("population_itl", "UKC1", "2020"), 1210319),
    ],
)
def test_published_figures(frame: pd.DataFrame, key: tuple[str, ...], value: int) -> None:
    assert frame.loc[key, "value"] == value


def test_uk_england_nine_regions_33_nuts2(frame: pd.DataFrame) -> None:
    areas = frame.reset_index().groupby("geography_id")["area_code"].nunique()
    assert areas.to_dict() == {"country": 2, "nuts2-2016": 33, "region": 9}
