"""Series that the Office for National Statistics gathers in its Explore Local Statistics service.

Most are its own; journey times are the Department for Transport's. Each entry of `TABLES` says what is taken from
one file.
"""

from __future__ import annotations

from functools import partial

from lis_data.sources.forms.els import Table, read
from lis_data.sources.forms.places import NUTS2, WIDE

DISTRICTS_2021 = (*WIDE, "lad-2021", "utla-2021")
DISTRICTS_2023 = (*WIDE, "mca-2018", "lad-2023", "utla-2023")


def _year(published: str) -> str:
    return published[:4]


TABLES = {
    "ons-gdp-per-head-2025": Table(
        "productivity/els_gdp_per_head_lad_itl_1998_2023.csv",
        (*WIDE, "mca-2018", "lad-2023", NUTS2),
        {"Gross domestic product per head at current market price": "gdp_per_head"},
    ),
    "ons-exports-2023": Table(
        "business/els_exports_itl_2019_2023.csv",
        (*WIDE, "mca-2018", NUTS2),
        {"Value of UK exports": "exports_gbp_m"},
    ),
    "ons-fdi-2024": Table(
        "business/els_fdi_itl_2015_2024.csv",
        (*WIDE, "mca-2018", NUTS2),
        {
            "Inward foreign direct investment": "fdi_inward_gbp_m",
            "Outward foreign direct investment": "fdi_outward_gbp_m",
        },
    ),
    "ons-berd-region-2025": Table(
        "rd/els_berd_itl1_2022_2024.csv",
        WIDE,
        {"Business expenditure on research and development": "business_rd_new_method_gbp_m"},
    ),
    "ons-public-rd-region-2024": Table(
        "rd/els_public_funded_rd_itl1_2020_2021.csv",
        WIDE,
        {"Public-funded expenditure on research and development": "public_funded_rd_gbp_m"},
    ),
    "ons-els-employment-2025": Table(
        "people/els_employment_rate_2004_2023.csv",
        DISTRICTS_2023,
        {"Employment rate": "employment_rate", "Economically inactive": "inactivity_rate"},
    ),
    "ons-els-modelled-unemployment-2025": Table(
        "people/els_modelled_unemployment_2004_2023.csv",
        (*WIDE, "mca-2018", "lad-2023"),
        {"Modelled unemployment rate": "modelled_unemployment_rate"},
    ),
    "ons-els-level-3-2023": Table(
        "people/els_level3plus_lad2021_2004_2021.csv",
        (*DISTRICTS_2021, "mca-2018"),
        {"Aged 16 to 64 years level 3 or above qualifications": "nvq3_plus_pct"},
    ),
    "ons-els-no-qualifications-2025": Table(
        "people/els_no_qualifications_2022_2023.csv",
        DISTRICTS_2023,
        {"No qualifications": "no_qualifications_rqf_pct"},
    ),
    "ons-els-median-pay-2025": Table(
        "people/els_median_weekly_pay_2008_2025.csv",
        DISTRICTS_2023,
        {"Gross median weekly pay": "median_weekly_pay"},
    ),
    "ons-els-rail-access-2024": Table(
        "infrastructure/els_rail_station_30min_walk_2024.csv",
        DISTRICTS_2023,
        {"Residents within a 30 minute walk of their nearest railway station": "rail_access_pct"},
    ),
    "dft-els-journey-times-2019": Table(
        "infrastructure/els_travel_time_to_employment_centres_2014_2019.csv",
        (*WIDE, "lad-2017"),
        {
            "Drive to work": "travel_time_car",
            "Cycle to work": "travel_time_cycle",
            "Public transport or walk to work": "travel_time_public_transport",
        },
    ),
    "ons-els-gdhi-2025": Table(
        "places/els_gdhi_per_head_lad_itl_1997_2023.csv",
        (*DISTRICTS_2023, NUTS2),
        {"Gross disposable household income": "gdhi_per_head"},
    ),
    "ons-els-housing-affordability-2026": Table(
        "places/els_housing_affordability_2002_2025.csv",
        DISTRICTS_2023,
        {"Housing affordability ratio (residence-based)": "housing_affordability"},
        period=_year,
    ),
    "ons-els-healthy-life-2026": Table(
        "places/els_healthy_life_expectancy_2011_2024.csv",
        (*WIDE, "mca-2018", "utla-2023"),
        {
            "Male healthy life expectancy": "healthy_life_expectancy_male",
            "Female healthy life expectancy": "healthy_life_expectancy_female",
        },
    ),
    "ons-els-wellbeing-2023": Table(
        "places/els_wellbeing_2011_2023.csv",
        DISTRICTS_2021,
        {
            "Satisfaction": "wellbeing_life_satisfaction",
            "Worthwhile": "wellbeing_worthwhile",
            "Happiness": "wellbeing_happiness",
            "Anxiety": "wellbeing_anxiety",
        },
    ),
}

READERS = {dataset_id: partial(read, table=table) for dataset_id, table in TABLES.items()}
