"""Figures that the Social Mobility Commission makes from the Labour Force Survey for its State of the Nation report."""

from __future__ import annotations

from pathlib import Path

import pandas as pd

from geo.areas import areas
from lis_data.model import UNITED_KINGDOM
from lis_data.sources.forms.places import NUTS2
from lis_data.sources.forms.tidy import tidy

HIGHER_DEGREES = "people/smc_SON26_DR53_higher_degree_itl2_2014_2025.csv"
ALL_YEARS = "2014/P12Y"
OTHER_NAMES = {"Northumberland, and Tyne and Wear": "Northumberland and Tyne and Wear"}
"""The file's name of a region -> ours. It names regions and gives no codes."""


def higher_degrees(folder: Path) -> pd.DataFrame:
    """`higher_degree_pct` with its 95% interval: the United Kingdom year by year, NUTS2 regions over all twelve years.

    ITL 2 areas of 2021 are the NUTS2 regions of 2016.
    """
    raw = pd.read_csv(folder / HIGHER_DEGREES).rename(columns={"lci": "lower", "uci": "upper"})
    regions = areas(NUTS2).set_index("name")["area_code"]
    itl2 = raw[raw["area_type"].eq("ITL2")]
    codes = itl2["area_name"].replace(OTHER_NAMES).map(regions)
    itl2 = itl2.assign(area_code=codes, geography_id=NUTS2, period=ALL_YEARS).dropna(subset="area_code")
    national = raw[raw["area_code"].eq(UNITED_KINGDOM)]
    national = national.assign(geography_id="country", period=national["secondary_split_value"].astype(str))
    return tidy(pd.concat([itl2, national]), indicator_id="higher_degree_pct")


READERS = {"smc-higher-degrees-2026": higher_degrees}
