"""Expected figures: The English Indices of Deprivation 2019 and 2025, statistical releases and File 10."""

import pytest

from tests.unit.sources.conftest import dataset

MIDDLESBROUGH, BLACKPOOL, BARNSLEY = "E06000002", "E06000009", "E08000016"


frame = dataset("mhclg-deprivation-2019")


def test_three_measures_of_317_districts(frame):
    assert frame.groupby("indicator_id").size().tolist() == [317, 317, 317]


@pytest.mark.parametrize(
    ("indicator_id", "area_code", "value"),
    [("deprived_neighbourhoods_pct", MIDDLESBROUGH, 48.8), ("deprivation_average_score", BLACKPOOL, 45.0)],
)
def test_the_most_deprived_district_of_each_measure(frame, indicator_id, area_code, value):
    of_one = frame[frame["indicator_id"] == indicator_id].set_index("area_code")["value"]
    assert of_one.idxmax() == area_code
    assert of_one.max() == pytest.approx(value, abs=0.05)


@pytest.mark.parametrize(
    ("indicator_id", "area_code", "value"),
    [
        ("deprivation_average_score_2025", BLACKPOOL, 43.467),
        ("deprived_neighbourhoods_2025_pct", MIDDLESBROUGH, 50.0),
        ("deprivation_extent_2025_pct", BARNSLEY, 39.27),
    ],
)
def test_the_index_of_2025(observed, indicator_id, area_code, value):
    found = observed("mhclg-deprivation-2025").set_index(["geography_id", "indicator_id", "area_code"])["value"]
    assert found["lad-2023", indicator_id, area_code] == pytest.approx(value)


def test_the_editions_share_no_indicator(frame, observed):
    assert not set(frame["indicator_id"]) & set(observed("mhclg-deprivation-2025")["indicator_id"])
