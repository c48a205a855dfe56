"""Grants offered by Innovate UK, by the address of the organisation that receives them."""

from __future__ import annotations

from lis_data.sources.beis_indicators import FINANCIAL_YEAR, Series, nuts2, reader

GRANTS = Series(
    "innovate_uk_gbp_m",
    nuts2("innovate_uk/gbp_innovate_uk_funding"),
    2010,
    2019,
    period=FINANCIAL_YEAR,
    factor=1e-6,
)
"""2020/21 is left out: the list ends in August 2020."""

READERS = {"innovate-uk-projects-2020": reader([GRANTS])}
