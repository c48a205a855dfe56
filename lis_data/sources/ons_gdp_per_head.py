"""GDP per head of the Office for National Statistics, current market prices (release of April 2025)."""

from __future__ import annotations

from pathlib import Path

import pandas as pd

from lis_data.sources.els import read

FILE = "productivity/els_gdp_per_head_lad_itl_1998_2023.csv"


def gdp_per_head(folder: Path) -> pd.DataFrame:
    """`gdp_per_head`, £, 1998–2023.

    Districts of April 2023, 28 NUTS2 regions, combined authorities, regions, England and the United Kingdom.
    """
    return read(
        folder / FILE,
        indicators={"Gross domestic product per head at current market price": "gdp_per_head"},
    )


READERS = {"ons-gdp-per-head-2025": gdp_per_head}
