"""ITL codes of the Office for National Statistics -> our geographies and area codes.

English ITL2 areas of 2021 are the NUTS2 regions of 2016 with TL for UK. ITL2 areas of 2025 have a new code
wherever a boundary moved, so a 2025 area whose code is among the 33 is the same area; those of the North
East, of East Anglia and of the West of England have no counterpart.
"""

from __future__ import annotations

import pandas as pd

from lis_data.model import ENGLAND, UNITED_KINGDOM

_NUTS2 = {
    "C": "12", "D": "13467", "E": "1234", "F": "123", "G": "123",
    "H": "123", "I": "34567", "J": "1234", "K": "1234",
}  # fmt: skip
"""Letter of a region -> the last digits of its NUTS2 regions."""
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


def _codes() -> list[str]:
    return [letter + digit for letter, digits in _NUTS2.items() for digit in digits]


def _table(geography_id: str, codes: dict[str, str]) -> pd.DataFrame:
    pairs = pd.DataFrame(list(codes.items()), columns=["geo_code", "area_code"])
    return pairs.assign(geography_id=geography_id)


NUTS2_2016 = _table("nuts2-2016", {f"TL{code}": f"UK{code}" for code in _codes()})
"""geo_code (ITL2), geography_id, area_code: the 33 English NUTS2 regions of 2016."""

AREAS = pd.concat([_table("country", _NATIONS), _table("region", _REGIONS), NUTS2_2016], ignore_index=True)
"""geo_code (ITL), geography_id, area_code: the United Kingdom, England, its regions and NUTS2 regions."""
