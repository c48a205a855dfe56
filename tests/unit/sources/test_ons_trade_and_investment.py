"""Expected figures: ONS, subnational trade and foreign direct investment."""

import pytest

from lis_data.observations import validate
from lis_data.sources import ons_trade_and_investment


def test_exports(shared_data):
    exports = ons_trade_and_investment.exports(shared_data)
    validate(exports, name="exports")
    value = exports.set_index(["area_code", "period"])["value"]
    assert value["K02000001", "2019"] == 689_023
    assert value["E92000001", "2023"] == 700_858
    assert value["UKD3", "2023"] == 22_482


def test_a_disclosive_figure_is_suppressed(shared_data):
    exports = ons_trade_and_investment.exports(shared_data)
    row = exports[exports["area_code"].eq("UKC1") & exports["period"].eq("2022")]
    assert row["status"].item() == "C"


@pytest.mark.parametrize(("code", "value"), [("E47000001", 28_770), ("K02000001", 1_032_534)])
def test_inward_investment_of_2015(shared_data, code, value):
    fdi = ons_trade_and_investment.foreign_direct_investment(shared_data)
    validate(fdi, name="fdi")
    row = fdi[fdi["indicator_id"].eq("fdi_inward_gbp_m") & fdi["area_code"].eq(code)]
    assert row.set_index("period")["value"]["2015"] == value
