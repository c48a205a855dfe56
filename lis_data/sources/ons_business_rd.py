"""Business R&D by the survey method introduced in 2022, of the Office for National Statistics.

Countries and regions have amounts, 2022 to 2024, in one revision. Regions of NUTS 2 have amounts per 100,000 residents
that the Social Mobility Commission republished: of 2023 in the first release, which was later revised (the North West
by 29%), and of 2024. Shares of GDP divide by regional GDP of the release of 2025, which ends in 2023: for 2024 it is
moved on by the growth of the UK's GDP per head, and the share is an estimate.
"""

from __future__ import annotations

from pathlib import Path

import pandas as pd

from lis_data.model import ENGLAND, UNITED_KINGDOM, Status
from lis_data.sources.explore_local_statistics import TABLES
from lis_data.sources.forms.els import read
from lis_data.sources.forms.places import NUTS2
from lis_data.sources.forms.tidy import tidy

AMOUNT, SHARE, PER_HEAD = (f"business_rd_new_method_{unit}" for unit in ("gbp_m", "pct_gdp", "per_head"))
REGIONS = "rd/derived/business_rd_new_method_pct_gdp_itl1_2022_2024.csv"
NUTS2_YEARS = {
    "2023": "rd/derived/business_rd_new_method_pct_gdp_itl2_2023.csv",
    "2024": "rd/derived/business_rd_new_method_pct_gdp_itl2_2024.csv",
}
UK_ACCOUNTS = "rd/denominators/ons_uk_gdp_per_head_population_1985_2025.csv"
UK_PER_HEAD = "productivity/els_gdp_per_head_lad_itl_1998_2023.csv"
LAST_GDP = 2023
"""The last year of regional GDP."""


def shares(folder: Path) -> pd.DataFrame:
    """In % of GDP (status E where GDP is moved on) and in £ per resident, of the UK, England, regions and NUTS 2
    regions; and NUTS 2 regions in £ million, worked back from those per resident and so about right (status E).
    """
    wide, regions = _wide(folder), _nuts2(folder)
    heads = pd.concat(
        [
            wide.assign(value=1000 * wide["berd_gbp_m"] / wide["population_thousand"]),
            regions.assign(value=10 * regions["berd_gbp_m_per_100k"]),
        ],
        ignore_index=True,
    )
    gdp_per_head = pd.concat(
        [wide["gdp_per_head_gbp"], regions["gdp_per_head_gbp_2023"] * regions["growth"]], ignore_index=True
    )
    shares_of_gdp = heads.assign(value=100 * heads["value"] / gdp_per_head)
    amounts = _estimated(regions.assign(value=regions["berd_gbp_m_approx"]), regions["year"].gt(0))
    tables = {SHARE: _estimated(shares_of_gdp, heads["year"].gt(LAST_GDP)), PER_HEAD: heads, AMOUNT: amounts}
    return pd.concat([tidy(rows, indicator_id=name) for name, rows in tables.items()], ignore_index=True)


def _estimated(rows: pd.DataFrame, where: pd.Series[bool]) -> pd.DataFrame:
    """`rows` with status E instead of A where they are so."""
    sound = where & rows["status"].eq(Status.NORMAL)
    return rows.assign(status=rows["status"].mask(sound, Status.ESTIMATED.value))


def _wide(folder: Path) -> pd.DataFrame:
    """England, its regions and the UK: geography_id, area_code, period, year, berd_gbp_m, population_thousand,
    gdp_per_head_gbp (of 2024 moved on), status: E where residents are halfway between those of two years.
    """
    england = pd.read_csv(folder / REGIONS)
    rows = pd.concat([england, _united_kingdom(folder)], ignore_index=True)
    country = rows["area_code"].isin([ENGLAND, UNITED_KINGDOM])
    status = rows["basis"].str.startswith("population interpolated").map({True: "E", False: "A"})
    geography = country.map({True: "country", False: "region"})
    return rows.assign(geography_id=geography, period=rows["year"].astype(str), status=status)


def _united_kingdom(folder: Path) -> pd.DataFrame:
    """The UK's figures on the ground of the regions': regional GDP per head, moved on for 2024 as theirs is."""
    spent = read(folder, table=TABLES["ons-berd-region-2025"]).query("area_code == @UNITED_KINGDOM")
    accounts = pd.read_csv(folder / UK_ACCOUNTS).set_index("year")
    years = spent["period"].astype(int)
    per_head = _uk_gdp_per_head(folder).reindex(years.clip(upper=LAST_GDP)).to_numpy()
    growth = years.map(lambda year: _growth(folder) if year > LAST_GDP else 1.0)
    return pd.DataFrame(
        {
            "area_code": UNITED_KINGDOM,
            "year": years,
            "basis": "published",
            "berd_gbp_m": spent["value"],
            "population_thousand": years.map(accounts["population_thousand"]),
            "gdp_per_head_gbp": per_head * growth,
        }
    )


def _uk_gdp_per_head(folder: Path) -> pd.Series[float]:
    """The United Kingdom's GDP per head (£) by year, of the regional release."""
    rows = pd.read_csv(folder / UK_PER_HEAD, usecols=["areacd", "period", "observation"])
    uk = rows[rows["areacd"].eq(UNITED_KINGDOM)]
    return uk.set_index(uk["period"].astype(int))["observation"]


def _growth(folder: Path) -> float:
    """GDP per head of the UK in the year after LAST_GDP over that of LAST_GDP (national accounts, current prices)."""
    per_head = pd.read_csv(folder / UK_ACCOUNTS).set_index("year")["gdp_per_head_gbp"]
    return float(per_head[LAST_GDP + 1] / per_head[LAST_GDP])


def _nuts2(folder: Path) -> pd.DataFrame:
    """The regions of NUTS 2: geography_id, area_code, period, year, berd_gbp_m_per_100k, berd_gbp_m_approx,
    gdp_per_head_gbp_2023, growth (of GDP since 2023), status: P in the first release, U where a region's figure more
    than doubled or halved within a year.
    """
    tables = [pd.read_csv(folder / path).assign(period=period) for period, path in NUTS2_YEARS.items()]
    rows = pd.concat(tables, ignore_index=True)
    volatile = rows["flag_volatile"].notna()
    status = rows["year"].map({2023: Status.PROVISIONAL.value, 2024: Status.NORMAL.value})
    return rows.assign(
        geography_id=NUTS2,
        area_code=rows["nuts2_2016_code"],
        growth=rows["year"].map({2023: 1.0, 2024: _growth(folder)}),
        status=status.mask(volatile, Status.UNRELIABLE.value),
    )


READERS = {"ons-berd-gdp-2025": shares}
