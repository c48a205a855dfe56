"""Measures that Nesta worked out from official tables: high-tech and cultural jobs, complexity, pay, prices.

They are experimental; the tables beneath are the Office for National Statistics' and HM Land Registry's.
"""

from __future__ import annotations

from lis_data.sources.beis_indicators import Series, nuts2, nuts2_and_lep, reader

INDUSTRY = [
    Series("high_tech_jobs", nuts2("industry/employment_high_tech"), 2016, 2019),
    Series("high_tech_location_quotient", nuts2("industry/location_quotient_high_tech"), 2016, 2019),
    Series("culture_jobs", nuts2_and_lep("industry/employment_culture_entertainment_recreation"), 2016, 2019),
    Series("economic_complexity", nuts2_and_lep("industry/economic_complexity_index"), 2016, 2019),
]
PAY = [Series("mean_salary", nuts2("ashe_mean_salary/ashe_mean_salary"), 2019, 2019)]
HOUSING = [Series("house_price_to_pay_ratio", nuts2("housing/house_price_normalised"), 2018, 2018)]

READERS = {
    "nesta-industry-2021": reader(INDUSTRY),
    "nesta-mean-salary-2020": reader(PAY),
    "nesta-house-prices-2020": reader(HOUSING),
}
