"""Small publishers' series by NUTS 2 region and LEP, from the BEIS/Nesta regional indicators project.

Those of Eurostat, HESA, Ofcom and the European Commission stand in those publishers' modules.
"""

from __future__ import annotations

from lis_data.sources.forms.beis import (
    FINANCIAL_YEAR,
    LAST_QUARTER,
    MID_YEAR,
    Series,
    nuts2,
    nuts2_and_lep,
    reader,
)

DEFRA_AIR = [Series("air_pollution_pm10", nuts2_and_lep("defra/air_pollution_mean_pm10"), 2007, 2018)]

DFT_CONNECTIVITY = [
    Series("travel_time_airport", nuts2_and_lep("travel/travel_time_to_airport"), 2011, 2013),
    Series("travel_time_rail_station", nuts2("travel/travel_time_to_rail"), 2011, 2013),
    Series("travel_time_road_junctions", nuts2_and_lep("travel/travel_time_to_road_junctions"), 2011, 2013),
]
"""The LEP file of rail stations repeats the airport figures and is not read."""

INNOVATE_UK_GRANTS = [
    Series(
        "innovate_uk_gbp_m",
        nuts2("innovate_uk/gbp_innovate_uk_funding"),
        2010,
        2019,
        period=FINANCIAL_YEAR,
        factor=1e-6,
    )
]
"""2020/21 is left out: the list ends in August 2020."""

NESTA_INDUSTRY = [
    Series("high_tech_jobs", nuts2("industry/employment_high_tech"), 2016, 2019),
    Series("high_tech_location_quotient", nuts2("industry/location_quotient_high_tech"), 2016, 2019),
    Series("culture_jobs", nuts2_and_lep("industry/employment_culture_entertainment_recreation"), 2016, 2019),
    Series("economic_complexity", nuts2_and_lep("industry/economic_complexity_index"), 2016, 2019),
]
NESTA_PAY = [Series("mean_salary", nuts2("ashe_mean_salary/ashe_mean_salary"), 2019, 2019)]
NESTA_HOUSING = [Series("house_price_to_pay_ratio", nuts2("housing/house_price_normalised"), 2018, 2018)]

ONS_SURVEY = [
    Series(indicator_id, nuts2_and_lep(f"aps/{name}"), 2010, 2019)
    for indicator_id, name in {
        "stem_professionals": "aps_econ_active_stem_profs_data",
        "stem_associate_professionals": "aps_econ_active_stem_associate_profs_data",
        "stem_professionals_pct": "aps_econ_active_stem_density_data",
        "professional_occupations_pct": "aps_pro_occupations_data",
        "nvq4_plus_active_pct": "aps_nvq4_education_data",
    }.items()
]
"""Sample estimates whose confidence intervals are not in the files. LEPs are those of 2020."""
ONS_MIGRATION = [
    Series(f"net_{kind}_migration_rate", nuts2(f"migration/net_migration_rate_{kind}"), 2009, 2018, MID_YEAR)
    for kind in ("internal", "international")
]
ONS_TO_WORK = [Series("travel_time_to_work", nuts2_and_lep("travel/travel_time_to_work"), 2016, 2018, LAST_QUARTER)]

READERS = {
    "defra-pcm-2018": reader(DEFRA_AIR),
    "dft-connectivity-2013": reader(DFT_CONNECTIVITY),
    "innovate-uk-projects-2020": reader(INNOVATE_UK_GRANTS),
    "nesta-industry-2021": reader(NESTA_INDUSTRY),
    "nesta-mean-salary-2020": reader(NESTA_PAY),
    "nesta-house-prices-2020": reader(NESTA_HOUSING),
    "ons-aps-stem-2020": reader(ONS_SURVEY),
    "ons-migration-2020": reader(ONS_MIGRATION),
    "ons-travel-to-work-2018": reader(ONS_TO_WORK),
}
