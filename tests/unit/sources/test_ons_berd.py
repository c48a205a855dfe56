"""Expected figures: the published tables of ONS and DSIT."""

import pytest

from lis_data.sources import ons_berd


@pytest.fixture(scope="module")
def business(shared_data):
    return ons_berd.business(shared_data).set_index(["area_code", "period"])


@pytest.fixture(scope="module")
def public(shared_data):
    return ons_berd.public(shared_data).set_index(["area_code", "period"])


@pytest.mark.parametrize(
    ("area", "period", "value"),
    [("K02000001", "2022", 50841), ("E92000001", "2024", 51135), ("E12000002", "2023", 5610)],
)
def test_business(business, area, period, value):
    assert business.loc[(area, period), "value"] == value


def test_public_by_financial_year(public):
    assert public.loc[("E92000001", "2021-04/P1Y"), "value"] == 11813


def test_regions_make_up_england(business):
    regions = business[business["geography_id"] == "region"].groupby("period")["value"].sum()
    assert regions["2024"] == pytest.approx(business.loc[("E92000001", "2024"), "value"], abs=5)


@pytest.mark.parametrize("read", [ons_berd.business, ons_berd.public])
def test_other_nations_are_left_out(read, shared_data):
    assert not read(shared_data)["area_code"].str[0].isin(["W", "S", "N"]).any()
