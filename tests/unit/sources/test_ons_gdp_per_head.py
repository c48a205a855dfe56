"""Expected figures: ONS, regional gross domestic product, April 2025."""

import pytest

from lis_data.observations import validate
from lis_data.sources import ons_gdp_per_head


@pytest.fixture(scope="module")
def gdp(shared_data):
    return ons_gdp_per_head.gdp_per_head(shared_data)


def test_keeps_the_rules(gdp):
    validate(gdp, name="gdp_per_head")
    counted = gdp.groupby("geography_id")["area_code"].nunique()
    assert counted.to_dict() == {"country": 2, "lad-2023": 296, "mca-2018": 7, "nuts2-2016": 28, "region": 9}


@pytest.mark.parametrize(("period", "pounds"), [("1998", 10_827), ("2023", 25_821), ("2022", 23_140)])
def test_county_durham(gdp, period, pounds):
    row = gdp[gdp["area_code"].eq("E06000047") & gdp["period"].eq(period)]
    assert row["value"].item() == pounds


def test_greater_manchester_is_one_area_under_two_codes(gdp):
    table = gdp.pivot_table(index="period", columns="area_code", values="value")
    assert table["UKD3"].equals(table["E47000001"].rename("UKD3"))


def test_the_united_kingdom_in_2018(gdp):
    """GDP of £2,157bn among 66.3 million people (revised estimates): £32,500 a head."""
    row = gdp[gdp["area_code"].eq("K02000001") & gdp["period"].eq("2018")]
    assert row["value"].item() == pytest.approx(2_157_000 / 66.33, rel=0.01)
