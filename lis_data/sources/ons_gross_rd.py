"""Gross domestic expenditure on R&D (all sectors: business, government, universities, charities).

By country and region of 2017, from the Office for National Statistics by way of UK Research and Innovation; of the UK
as % of GDP since 1981, by the method used until 2021 and, at second hand, by the one used since 2022.
"""

from __future__ import annotations

from pathlib import Path

import pandas as pd

from lis_data.model import ENGLAND, UNITED_KINGDOM, Status
from lis_data.sources.forms.places import WIDE, placed
from lis_data.sources.forms.tidy import tidy

BY_REGION = "rd/2026-12/ons_gerd_berd_itl1_2017.csv"
UNITED_KINGDOM_SINCE_1981 = "rd/2026-12/gerd_uk_pct_gdp_1981_2022.csv"
_ENGLISH_REGION = "E12"


def by_region(folder: Path) -> pd.DataFrame:
    """£ million of all sectors in 2017: UK and regions as published, England as the sum of its nine."""
    raw = pd.read_csv(folder / BY_REGION).rename(columns={"gerd_gbp_m": "value"})
    english = raw[raw["area_code"].str.startswith(_ENGLISH_REGION)]
    england = pd.DataFrame({"area_code": [ENGLAND], "value": [english["value"].sum()], "year": [2017]})
    rows = placed(pd.concat([raw, england]), geographies=WIDE)
    return tidy(rows.assign(period=rows["year"].astype(str)), indicator_id="gross_rd_gbp_m")


def united_kingdom(folder: Path) -> pd.DataFrame:
    """The UK's R&D in % of GDP by the method used until 2021."""
    return tidy(_uk(folder, method="old"), indicator_id="gross_rd_pct_gdp")


def united_kingdom_new_method(folder: Path) -> pd.DataFrame:
    """The UK's R&D in % of GDP by the method since 2022, as others quote or work it out (the latter: status E), and
    £ million where they quote it.
    """
    rows = _uk(folder, method="new")
    quoted = rows["gerd_gbp_bn"].notna()
    shares = rows.assign(status=quoted.map({True: Status.NORMAL.value, False: Status.ESTIMATED.value}))
    amounts = rows[quoted].assign(value=1000 * rows["gerd_gbp_bn"])
    tables = {"gross_rd_new_method_pct_gdp": shares, "gross_rd_new_method_gbp_m": amounts}
    return pd.concat([tidy(rows, indicator_id=name) for name, rows in tables.items()], ignore_index=True)


def _uk(folder: Path, *, method: str) -> pd.DataFrame:
    raw = pd.read_csv(folder / UNITED_KINGDOM_SINCE_1981).rename(columns={"gerd_pct_gdp": "value"})
    rows = raw[raw["method"].str.startswith(method)]
    return rows.assign(geography_id="country", area_code=UNITED_KINGDOM, period=rows["year"].astype(str))


READERS = {
    "ons-gerd-region-2017": by_region,
    "ons-gerd-uk-2021": united_kingdom,
    "gerd-uk-quoted-2025": united_kingdom_new_method,
}
