"""ITL codes of the Office for National Statistics -> our geographies and area codes.

English ITL2 areas of 2021 are the NUTS2 regions of 2016 with TL for UK. ITL2 areas of 2025 have a new code
wherever a boundary moved, so a 2025 area whose code is among the 33 is the same area; Tees Valley, North East,
Cambridgeshire and Peterborough, Norfolk, Suffolk and the three of the West of England have no counterpart.
"""

from __future__ import annotations

import pandas as pd

from lis_data.model import ENGLAND, UNITED_KINGDOM

_NUTS2 = (
    "C1 C2 D1 D3 D4 D6 D7 E1 E2 E3 E4 F1 F2 F3 G1 G2 G3 H1 H2 H3 I3 I4 I5 I6 I7 J1 J2 J3 J4 K1 K2 K3 K4"
).split()
_NATIONS = {"UK": UNITED_KINGDOM, "TLB": ENGLAND}
_REGIONS = {f"TL{letter}": f"E1200000{number}" for number, letter in enumerate("CDEFGHIJK", start=1)}

COMBINED_AUTHORITIES_AS_ITL2 = {
    "E47000001": "TLD3",
    "E47000002": "TLE3",
    "E47000003": "TLE4",
    "E47000004": "TLD7",
    "E47000007": "TLG3",
    "E47000012": "TLE2",
    "E47000013": "TLF1",
}
"""Combined authorities whose code stands in for that of the ITL2 area they cover exactly."""


def _table(geography_id: str, codes: dict[str, str]) -> pd.DataFrame:
    return pd.DataFrame({"geo_code": list(codes), "geography_id": geography_id, "area_code": list(codes.values())})


NUTS2_2016 = _table("nuts2-2016", {f"TL{code}": f"UK{code}" for code in _NUTS2})
"""geo_code (ITL2), geography_id, area_code: the 33 English NUTS2 regions of 2016."""

AREAS = pd.concat([_table("country", _NATIONS), _table("region", _REGIONS), NUTS2_2016], ignore_index=True)
"""geo_code (ITL), geography_id, area_code: the United Kingdom, England, its regions and NUTS2 regions."""
