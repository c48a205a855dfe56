"""R&D spending and staff, patents, trade marks and household income by region from Eurostat.

R&D comes from the surveys of UK statisticians. Spending is published in euro and given in pounds at the
European Central Bank's mean rate of the year. Only what is sound is read: England from 2011 on (London is
absent before), and each sector's complete years. The last year of patents (2012) and of trade marks (2016) is
incomplete and left out.
"""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pandas as pd

from lis_data.model import UNITED_KINGDOM, Status
from lis_data.sources.forms.beis import Series, areas_by_year, nuts2, reader, uk_areas_by_year
from lis_data.sources.forms.euro import gbp_m, gbp_per_eur
from lis_data.sources.forms.tidy import tidy

FIRST, LAST = 2011, 2018
SPENDING = {
    "business_rd_gbp_m": "eurostat/eurostat_berd_data.nuts2.csv",
    "government_rd_gbp_m": "eurostat/eurostat_gov_rd_workforce_data.nuts2.csv",
    "higher_education_rd_gbp_m": "eurostat/eurostat_higher_ed_rd_workforce_data.nuts2.csv",
}
STAFF = {
    "business_rd_fte": "eurostat/eurostat_private_rd_fte_workforce_data.nuts2.csv",
    "business_rd_headcount": "eurostat/eurostat_private_rd_headcount_workforce_data.nuts2.csv",
}
HIGHER_EDUCATION_YEARS = (2011, 2012, 2014, 2018)
"""The years with all 33 English regions; in the others 6 to 20 of them are blank."""
SMALL_GBP_M = 0.5
"""Government R&D is published to £0.1 million: between two years of no more than this, a zero is rounded."""
SCOTLAND_2013 = ("UKM2", "UKM3")
SCOTLAND_2016 = ("UKM7", "UKM8", "UKM9")


def spending(folder: Path) -> pd.DataFrame:
    """R&D performed by business, government, higher education and the three together, £ million."""
    rates = gbp_per_eur(folder)
    euro = {name: areas_by_year(folder, file) for name, file in SPENDING.items()}
    pounds = {name: in_pounds(frame, rates) for name, frame in euro.items()}
    business = hide_zeros(pounds["business_rd_gbp_m"])
    government = hide_odd_zeros(pounds["government_rd_gbp_m"])
    education = hide_zeros(pounds["higher_education_rd_gbp_m"])
    education = education[education["year"].isin(HIGHER_EDUCATION_YEARS)]
    united_kingdom = uk_total(in_pounds(uk_areas_by_year(folder, SPENDING["business_rd_gbp_m"]), rates))
    tables = {
        "business_rd_gbp_m": pd.concat([business, united_kingdom]),
        "government_rd_gbp_m": government,
        "higher_education_rd_gbp_m": education,
        "rd_all_sectors_gbp_m": all_sectors(business, government, education),
    }
    return _observations(tables)


def staff(folder: Path) -> pd.DataFrame:
    """R&D staff of business, as full-time equivalents and as persons."""
    tables = {
        name: pd.concat([hide_zeros(areas_by_year(folder, file)), uk_total(uk_areas_by_year(folder, file))])
        for name, file in STAFF.items()
    }
    return _observations(tables)


def in_pounds(euro: pd.DataFrame, rates: pd.Series[float]) -> pd.DataFrame:
    """£ million from euro, at the rate (pounds per euro) of each row's year."""
    return euro.assign(value=gbp_m(euro, rates=rates))


def hide_zeros(frame: pd.DataFrame) -> pd.DataFrame:
    """No region is without business or university R&D: a zero stands for a figure that is not disclosed."""
    return _suppress(frame, frame["value"].eq(0))


def hide_odd_zeros(frame: pd.DataFrame) -> pd.DataFrame:
    """A zero is kept between two years that are small; beside a larger or absent one it is suppressed."""
    ordered = frame.sort_values(["area_code", "year"])
    values = ordered.groupby("area_code")["value"]
    before, after = (values.shift(step).le(SMALL_GBP_M) for step in (1, -1))
    return _suppress(ordered, ordered["value"].eq(0) & ~(before & after))


def uk_total(regions: pd.DataFrame) -> pd.DataFrame:
    """The UK by year as the sum of its regions, each once; missing where one of them is suppressed.

    From 2014 to 2017 Scotland stands in the table in the regions of NUTS 2013 and again in those of 2016.
    """
    repeated = regions.loc[regions["area_code"].isin(SCOTLAND_2016), "year"].unique()
    once = regions[~(regions["area_code"].isin(SCOTLAND_2013) & regions["year"].isin(repeated))]
    years = once.groupby("year")["value"].agg(["sum", "min"]).reset_index()
    value = years["sum"].mask(years["min"].eq(0))
    return years.assign(geography_id="country", area_code=UNITED_KINGDOM, value=value, status=Status.NORMAL.value)


def all_sectors(*sectors: pd.DataFrame) -> pd.DataFrame:
    """The sum of the sectors by region, for the years of the last one, where every sector has a value.

    A region with a suppressed sector is suppressed; one with an absent sector is missing.
    """
    rows = pd.concat(sectors)
    rows = rows[rows["year"].isin(sectors[-1]["year"].unique())]
    hidden = rows["status"].eq(Status.SUPPRESSED)
    areas = rows.assign(hidden=hidden).groupby(["geography_id", "area_code", "year"])
    sums = areas.agg(value=("value", "sum"), known=("value", "count"), hidden=("hidden", "any")).reset_index()
    value = sums["value"].where(sums["known"].eq(len(sectors)))
    return _suppress(sums.assign(value=value), sums["hidden"])


def _suppress(frame: pd.DataFrame, hidden: pd.Series[bool]) -> pd.DataFrame:
    """`frame` with the value of each hidden row emptied and its status C."""
    status = np.where(hidden, Status.SUPPRESSED.value, Status.NORMAL.value)
    return frame.assign(value=frame["value"].mask(hidden), status=status)


def _observations(tables: dict[str, pd.DataFrame]) -> pd.DataFrame:
    """The tables (geography_id, area_code, year, value, status) of FIRST to LAST as observations."""
    frames = []
    for indicator_id, table in tables.items():
        sound = table[table["year"].between(FIRST, LAST)]
        frames.append(tidy(sound.assign(period=sound["year"].astype(str)), indicator_id=indicator_id))
    return pd.concat(frames, ignore_index=True)


PATENTS = [
    Series("patent_applications", nuts2("eurostat/epo_patent_applications"), 2006, 2011),
    Series("high_tech_patent_applications", nuts2("eurostat/epo_hightech_patent_applications"), 2006, 2011),
]
TRADE_MARKS = [
    Series("eu_trade_mark_applications", nuts2("eurostat/eu_trademark_applications"), 2006, 2015),
]
INCOME = [
    Series("household_primary_income_pps", nuts2("eurostat/eurostat_private_households_income"), 2007, 2018),
]

READERS = {
    "eurostat-rd-spending-2021": spending,
    "eurostat-rd-staff-2021": staff,
    "eurostat-patents-2012": reader(PATENTS),
    "eurostat-trade-marks-2016": reader(TRADE_MARKS),
    "eurostat-household-income-2021": reader(INCOME),
}
