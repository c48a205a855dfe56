"""Which file's figure an area has where two files give its ground: expected values from the BEIS/Nesta project's files.

Greater Manchester, and Cornwall and the Isles of Scilly, are the same area as a LEP and as a region of NUTS 2.
"""

from __future__ import annotations

import pytest

from lis_data import queries
from lis_data.errors import UnknownNameError

LEPS = ("lep-2017", "lep-2020", "lep-2021", "lis-area")


def figure(indicator_id: str, geography_id: str, code: str, period: str) -> float | None:
    rows = queries.figures(indicator_id, geography_id, period=period).set_index("area_code")
    return rows["value"].get(code)


@pytest.mark.parametrize("geography_id", LEPS)
@pytest.mark.parametrize(
    ("indicator_id", "code", "period", "of_lep"),
    [
        ("economic_complexity", "E37000015", "2018", 0.0333),  # as a region 0.0681
        ("download_speed", "E37000005", "2018", 25.87),  # as a region 25.85
        ("travel_time_airport", "E37000005", "2013", 37.6),  # as a region 37.49
        ("horizon_2020_gbp_m", "E37000005", "2015", 1.02089588 * 0.72585),  # € million at the ECB's rate of 2015
    ],
)
def test_a_lep_of_any_year_has_the_lep_files_figure(
    geography_id: str, indicator_id: str, code: str, period: str, of_lep: float
) -> None:
    assert figure(indicator_id, geography_id, code, period) == pytest.approx(of_lep, rel=1e-4)


@pytest.mark.parametrize(
    ("indicator_id", "code", "period", "of_region"),
    [
        ("economic_complexity", "UKD3", "2018", 0.0681),
        ("download_speed", "UKK3", "2018", 25.85),
        ("travel_time_airport", "UKK3", "2013", 37.49),
    ],
)
def test_a_region_has_the_region_files_figure(indicator_id: str, code: str, period: str, of_region: float) -> None:
    assert figure(indicator_id, "nuts2-2016", code, period) == of_region


@pytest.mark.parametrize("geography_id", ["mca-2018", "region", "country"])
def test_an_index_is_carried_to_no_other_level(geography_id: str) -> None:
    with pytest.raises(UnknownNameError, match="geography"):
        queries.figures("economic_complexity", geography_id)
