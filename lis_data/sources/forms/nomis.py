"""How the held downloads from Nomis name areas: districts and LEPs of April 2021, and England."""

from __future__ import annotations

import pandas as pd

from geo.areas import areas

GEOGRAPHIES = {"LAD (April 2021)": "lad-2021", "LEP (April 2021)": "lep-2021", "country": "country"}


def with_areas(raw: pd.DataFrame) -> pd.DataFrame:
    """`raw` (geography, area_code, area) with geography_id and the codes of April 2021.

    LEPs carry a code of 2020 in the files, or none; where the name is one of 2021, they get its code.
    """
    leps = areas("lep-2021").set_index("name")["area_code"]
    by_name = raw["area"].map(leps).where(raw["geography"].eq("LEP (April 2021)"))
    return raw.assign(geography_id=raw["geography"].map(GEOGRAPHIES), area_code=by_name.fillna(raw["area_code"]))
