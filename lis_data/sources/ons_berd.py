"""R&D by region in newer methods: business R&D since 2022 (ONS) and R&D paid for by the public purse (DSIT).

Neither may be joined to the business R&D of the eurostat module: the estimate for small firms changed.
"""

from __future__ import annotations

from pathlib import Path

import pandas as pd

from lis_data.model import ENGLAND, UNITED_KINGDOM
from lis_data.sources.observation_frame import complete

BUSINESS = Path("rd/els_berd_itl1_2022_2024.csv")
PUBLIC = Path("rd/els_public_funded_rd_itl1_2020_2021.csv")


def business(shared: Path) -> pd.DataFrame:
    """Business R&D in £ million by calendar year: UK, England and its regions."""
    frame = _read(shared / BUSINESS)
    return complete(frame.assign(period=frame["start"].str[:4]), indicator_id="business_rd_new_method_gbp_m")


def public(shared: Path) -> pd.DataFrame:
    """Publicly funded R&D in £ million by financial year: UK, England and its regions."""
    frame = _read(shared / PUBLIC)
    return complete(
        frame.assign(period=frame["start"].str[:7] + "/P1Y"), indicator_id="public_funded_rd_gbp_m"
    )


def _read(path: Path) -> pd.DataFrame:
    """geography_id, area_code, start (as 2022-01-01/P1Y) and value of the UK, England and its regions."""
    raw = pd.read_csv(path)
    code = raw["areacd"].str.strip()
    region = code.str.startswith("E12")
    frame = pd.DataFrame({"area_code": code, "start": raw["period"], "value": raw["observation"]})
    frame["geography_id"] = region.map({True: "region", False: "country"})
    return frame[region | code.isin([ENGLAND, UNITED_KINGDOM])]


READERS = {"ons-berd-region-2025": business, "dsit-public-rd-region-2023": public}
