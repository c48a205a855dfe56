"""Series that the Office for National Statistics gathers in its Explore Local Statistics service.

Most are its own; others are of the departments for transport, education, energy, culture and housing. Each entry of
`TABLES` says what is taken from one file.
"""

from __future__ import annotations

from functools import partial
from pathlib import Path

import pandas as pd

from lis_data.sources.forms.els import Table, read
from lis_data.sources.forms.places import AUTHORITIES, NUTS2, WIDE

DISTRICTS_2021 = (*WIDE, "lad-2021", "utla-2021")
DISTRICTS_2023 = (*WIDE, *AUTHORITIES, "lad-2023", "utla-2023")

ACADEMIC_YEARS = {"2019": ("lad-2020",), "2020": ("lad-2021", "utla-2021"), "2022": ("lad-2023", "utla-2023")}
"""Further education and apprenticeships: each year on the boundaries of its time."""
HOUSING_YEARS = {
    "2001": ("lad-2017",),
    "2019": ("lad-2019",),
    "2020": ("lad-2020",),
    "2021": ("lad-2021", "utla-2021"),
    "2023": ("lad-2023", "utla-2023"),
}
ELECTRICITY_YEARS = {"2012": ("lad-2017",), "2015": ("lad-2023",)}


def _year(published: str) -> str:
    return published[:4]


TABLES = {
    "ons-gdp-per-head-2025": Table(
        "productivity/els_gdp_per_head_lad_itl_1998_2023.csv",
        (*WIDE, *AUTHORITIES, "lad-2023", NUTS2),
        {"Gross domestic product per head at current market price": "gdp_per_head"},
    ),
    "ons-exports-2023": Table(
        "business/els_exports_itl_2019_2023.csv",
        (*WIDE, *AUTHORITIES, NUTS2),
        {"Value of UK exports": "exports_gbp_m"},
    ),
    "ons-fdi-2024": Table(
        "business/els_fdi_itl_2015_2024.csv",
        (*WIDE, *AUTHORITIES, NUTS2),
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
        (*WIDE, *AUTHORITIES, "lad-2023"),
        {"Modelled unemployment rate": "modelled_unemployment_rate"},
    ),
    "ons-els-level-3-2023": Table(
        "people/els_level3plus_lad2021_2004_2021.csv",
        (*DISTRICTS_2021, *AUTHORITIES),
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
        (*WIDE, *AUTHORITIES, "utla-2023"),
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
    "ons-els-claimant-count-2026": Table(
        "people/els_claimant_count_2001_2025.csv",
        DISTRICTS_2023,
        {"Claimant Count": "claimant_count_pct"},
    ),
    "ons-els-level-3-rqf-2025": Table(
        "people/els_level3plus_gb_2022_2023.csv",
        DISTRICTS_2023,
        {"Level 3 or above qualifications (Great Britain)": "level_3_plus_rqf_pct"},
    ),
    "dfe-els-apprenticeships-2025": Table(
        "people/els_apprenticeships_2019_2024.csv",
        (*WIDE, *AUTHORITIES),
        {
            "Apprenticeship starts (England)": "apprenticeship_starts_per_100k",
            "Apprenticeship achievements (England)": "apprenticeship_achievements_per_100k",
        },
        boundaries=ACADEMIC_YEARS,
    ),
    "dfe-els-fe-participation-2025": Table(
        "people/els_fe_skills_participation_2019_2024.csv",
        (*WIDE, *AUTHORITIES),
        {"Further education and skills participation": "further_education_participation_per_100k"},
        boundaries=ACADEMIC_YEARS,
    ),
    "dfe-els-fe-achievements-2025": Table(
        "people/els_fe_skills_achievements_2019_2024.csv",
        (*WIDE, *AUTHORITIES),
        {"Further education and skills learner achievements": "further_education_achievements_per_100k"},
        boundaries=ACADEMIC_YEARS,
    ),
    "dfe-els-gcse-by-19-2026": Table(
        "people/els_gcse_english_maths_by_19_2016_2024.csv",
        DISTRICTS_2023,
        {"GCSEs in English and Maths": "gcse_english_maths_by_19_pct"},
    ),
    "desnz-els-greenhouse-gas-2025": Table(
        "places/els_ghg_per_head_2005_2023.csv",
        DISTRICTS_2023,
        {"Greenhouse gas emissions": "greenhouse_gas_per_head"},
    ),
    "desnz-els-electricity-2025": Table(
        "places/els_domestic_electricity_2012_2024.csv",
        WIDE,
        {"Electricity consumption": "domestic_electricity_median_kwh"},
        boundaries=ELECTRICITY_YEARS,
    ),
    "mhclg-els-net-additions-2025": Table(
        "places/els_net_additions_housing_2001_2024.csv",
        WIDE,
        {"Net additions to the housing stock (England)": "net_additional_dwellings_per_1000_dwellings"},
        boundaries=HOUSING_YEARS,
    ),
    "dcms-els-participation-2024": Table(
        "places/els_culture_heritage_engagement_2023.csv",
        (*WIDE, *AUTHORITIES, "lad-2023", NUTS2),
        {
            "Engaged with the arts": "arts_engagement_pct",
            "Visited a heritage site": "heritage_visitors_pct",
            "Visited a museum or gallery": "museum_visitors_pct",
            "Visited a public library": "library_visitors_pct",
        },
    ),
    "dft-els-ev-chargers-2026": Table(
        "infrastructure/els_ev_chargers_2026.csv",
        DISTRICTS_2023,
        {"Public electric vehicle chargers": "ev_chargers_per_100k"},
    ),
}

PARTICIPATION = "dcms-els-participation-2024"


def participation(folder: Path) -> pd.DataFrame:
    """Four shares of adults who took part in culture in 2023/24, with their 95% intervals.

    Regions have none for the arts: of nine in the file six lie below the share that they belong to (North East: 89,
    from 88 to 88).
    """
    frame = read(folder, table=TABLES[PARTICIPATION])
    wrong = frame["indicator_id"].eq("arts_engagement_pct") & frame["geography_id"].eq("region")
    return frame.assign(lower=frame["lower"].mask(wrong), upper=frame["upper"].mask(wrong))


READERS = {
    **{dataset_id: partial(read, table=table) for dataset_id, table in TABLES.items()},
    PARTICIPATION: participation,
}
