"""Expected figures: The English Indices of Deprivation 2019, statistical release and File 10."""

import pytest

MIDDLESBROUGH, BLACKPOOL = "E06000002", "E06000009"


@pytest.fixture(scope="module")
def frame(observed):
    return observed("mhclg-deprivation-2019")


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
