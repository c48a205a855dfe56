"""Places beside each other in one indicator; the figures are the publishers'."""

from __future__ import annotations

import pandas as pd
import pytest

from lis_data import queries
from lis_data.errors import UnknownNameError

TEES_VALLEY, HUMBER, LIVERPOOL = "E37000034", "E37000018", "E37000022"
NORTHERN = (TEES_VALLEY, HUMBER, LIVERPOOL)


def compared(indicator_id: str, *areas: str, geography: str = "lep-2017", until: str | None = None) -> pd.DataFrame:
    return queries.compared_places(indicator_id, geography, areas or NORTHERN, until=until).set_index("area_code")


def test_every_chosen_place_has_a_row_in_the_order_chosen() -> None:
    found = compared("business_rd_pct_gdp")  # Tees Valley is no union of NUTS 2 regions, so it has no figure
    assert list(found.index) == list(NORTHERN)
    assert list(found["value"].isna()) == [True, False, False]
    assert found.loc[TEES_VALLEY, "status"] == "M"


def test_regions_stand_where_eurostat_puts_them() -> None:
    # business R&D as % of GDP, 2018: UKG1 3.89, more than any other; UKK3 0.21, more than two others; England 1.23
    found = compared("business_rd_pct_gdp", "UKG1", "UKK3", geography="nuts2-2016", until="2018")
    assert found["rank"].tolist() == [1, 31]
    assert found["of_areas"].tolist() == [33, 33]
    assert found["against_england"].tolist() == pytest.approx([3.89 - 1.23, 0.21 - 1.23], abs=0.01)
    assert found["leads"].tolist() == [True, False]


def test_where_lower_is_better_the_lowest_leads() -> None:
    found = compared("unemployment_rate").dropna(subset="value")
    assert found["leads"].tolist() == (found["value"] == found["value"].min()).tolist()


def test_nobody_leads_where_neither_end_is_better_or_one_figure_is_alone() -> None:
    assert compared("self_employment_pct")["leads"].isna().all()
    assert compared("business_rd_pct_gdp", TEES_VALLEY, HUMBER)["leads"].isna().all()


def test_the_period_is_the_latest_that_most_of_the_places_have() -> None:
    assert compared("enterprise_birth_rate")["period"].unique().tolist() == ["2024"]
    assert compared("enterprise_birth_rate", until="2018")["period"].unique().tolist() == ["2018"]


def test_change_is_since_the_earliest_comparable_period() -> None:
    # Business Demography's LEP figures of 2016 to 2018 are of another release than those since 2019
    row = compared("enterprise_birth_rate").loc[TEES_VALLEY]
    assert row["first_period"] == "2019"
    assert row["change"] == pytest.approx(row["value"] - row["first_value"])


def test_change_is_between_periods_of_the_same_length_and_season() -> None:
    # Ofcom counts in January 2026 and January 2024; its figures of whole years are not compared with them
    assert compared("gigabit_pct")["first_period"].unique().tolist() == ["2024-01"]


def test_places_lead_together_where_the_printed_figures_are_the_same() -> None:
    # Business Demography 2024: births are 12.70% of Tees Valley's enterprises, 12.74% of Liverpool's, 11.0% of Humber's
    found = compared("enterprise_birth_rate", until="2024")
    assert found.loc[[TEES_VALLEY, HUMBER, LIVERPOOL], "leads"].tolist() == [True, False, True]


def test_a_figure_inside_its_margin_of_error_is_not_clearly_different() -> None:
    found = compared("employment_rate")
    assert found.loc[TEES_VALLEY, "significant"]  # 69.6%, interval up to 71.2%; England 75.8%
    assert pd.isna(found.loc[HUMBER, "significant"])  # summed from districts, so there is no interval


def test_a_difference_is_judged_as_in_the_profile() -> None:
    cards = queries.scorecards("lep-2017").query("indicator_id == 'employment_rate'").set_index("area_code")
    places = tuple(cards.index[cards["value"].notna()])
    found = compared("employment_rate", *places)
    assert found["period"].unique().tolist() == cards["period"].unique().tolist()
    pd.testing.assert_series_equal(found["significant"], cards.loc[list(places), "significant"])


def test_totals_are_not_comparable() -> None:
    offered = set(queries.comparable_indicators("lep-2017")["indicator_id"])
    assert "enterprise_birth_rate" in offered
    assert not offered & {"gva", "jobs", "enterprises"}


@pytest.mark.parametrize(
    ("indicator", "geography", "area"),
    [
        ("nothing", "lep-2017", TEES_VALLEY),
        ("gva_per_hour", "nowhere", TEES_VALLEY),
        ("gva_per_hour", "lep-2017", "E99999999"),
    ],
)
def test_unknown_names_are_told(indicator: str, geography: str, area: str) -> None:
    with pytest.raises(UnknownNameError):
        compared(indicator, area, geography=geography)
