"""Patents, trade marks and household income by region from Eurostat.

The last year of patents (2012) and of trade marks (2016) is incomplete and left out.
"""

from __future__ import annotations

from lis_data.sources.beis_indicators import Series, nuts2, reader

PATENTS = [
    Series("patent_applications", nuts2("eurostat/epo_patent_applications"), 2006, 2011),
    Series("high_tech_patent_applications", nuts2("eurostat/epo_hightech_patent_applications"), 2006, 2011),
]
TRADE_MARKS = Series("eu_trade_mark_applications", nuts2("eurostat/eu_trademark_applications"), 2006, 2015)
INCOME = Series(
    "household_primary_income_pps", nuts2("eurostat/eurostat_private_households_income"), 2007, 2018
)

READERS = {
    "eurostat-patents-2012": reader(PATENTS),
    "eurostat-trade-marks-2016": reader([TRADE_MARKS]),
    "eurostat-household-income-2021": reader([INCOME]),
}
