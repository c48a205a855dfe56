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
    assert found["best"].tolist() == [True, False]


def test_where_lower_is_better_the_lowest_leads() -> None:
    found = compared("unemployment_rate").dropna(subset="value")
    assert found["best"].tolist() == (found["value"] == found["value"].min()).tolist()


def test_nobody_leads_where_neither_end_is_better_or_one_figure_is_alone() -> None:
    assert compared("self_employment_pct")["best"].isna().all()
    assert compared("business_rd_pct_gdp", TEES_VALLEY, HUMBER)["best"].isna().all()


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
    assert found.loc[[TEES_VALLEY, HUMBER, LIVERPOOL], "best"].tolist() == [True, False, True]


def test_a_figure_inside_its_margin_of_error_is_not_clearly_different() -> None:
    found = compared("employment_rate")
    assert found.loc[TEES_VALLEY, "significant"]  # 69.6%, interval up to 71.2%; England 75.8%
    assert found["significant"].isna()[HUMBER]  # summed from districts, so there is no interval


def test_a_difference_is_judged_as_in_the_profile() -> None:
    cards = queries.scorecards("lep-2017").query("indicator_id == 'employment_rate'").set_index("area_code")
    places = tuple(cards.index[cards["value"].notna()])
    found = compared("employment_rate", *places)
    assert found["period"].unique().tolist() == cards["period"].unique().tolist()
    pd.testing.assert_series_equal(found["significant"], cards.loc[list(places), "significant"])


def test_a_place_leads_only_where_the_intervals_of_all_say_so() -> None:
    # ONS, employment rate 2023: South East 79.3 (± 0.8), East 77.5 (± 1.1), South West 78.8 (± 1.0). The gap to the
    # East is 1.8, more than √(0.8² + 1.1²) = 1.36; that to the South West is 0.5, less than √(0.8² + 1²) = 1.28
    south_east, east, south_west = "E12000008", "E12000006", "E12000009"
    found = compared("employment_rate", south_east, east, geography="region")
    assert found["leads"].tolist() == [True, False]
    close = compared("employment_rate", south_east, east, south_west, geography="region")
    assert close["best"].tolist() == [True, False, False]
    assert close["leads"].tolist() == [False, False, False]


def test_without_an_interval_of_all_nobody_leads_and_one_is_lowest() -> None:
    found = compared("unemployment_rate")  # Humber's is made of its districts' counts, without an interval
    assert found["best"].sum() == 1
    assert found.loc[found["best"], "leads"].isna().all()


def test_an_interval_of_ours_is_never_compared_with_the_publishers() -> None:
    # level 3 and above: England's interval is the publisher's, LEPs of 2021 have none
    found = compared("nvq3_plus_pct", TEES_VALLEY, geography="lep-2021")
    assert found["england_derivation"].tolist() == ["published"]
    assert found["significant"].isna().all()


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
def test_unknown_names_are_reported(indicator: str, geography: str, area: str) -> None:
    with pytest.raises(UnknownNameError):
        compared(indicator, area, geography=geography)
