"""Which geography a publisher's area code belongs to, by the areas that exist and the ONS's ITL codes.

A code of no wanted geography is left out, so that counties, Wales or districts of another vintage cannot slip
in under the wrong name.

English ITL 2 areas of 2021 are the NUTS 2 regions of 2016 with TL for UK. ITL 2 areas of 2025 have a new
code wherever a boundary moved, so a 2025 area whose code is among the 33 is the same area; those of the North
East, of East Anglia and of the West of England have no counterpart.
"""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from geo.areas import areas, districts_between
from lis_data.model import ENGLAND, UNITED_KINGDOM

WIDE = ("country", "region")
AUTHORITIES = ("mca-2018", "mca-2025")
NUTS2 = "nuts2-2016"

COMBINED_AUTHORITIES_AS_ITL2 = {
    "E47000001": "TLD3",
    "E47000002": "TLE3",
    "E47000003": "TLE4",
    "E47000004": "TLD7",
    "E47000007": "TLG3",
    "E47000012": "TLE2",
    "E47000013": "TLF1",
}
"""Combined authorities whose code stands in for that of the ITL 2 area they cover exactly."""

_COUNTRIES = {ENGLAND: ENGLAND, "TLB": ENGLAND, UNITED_KINGDOM: UNITED_KINGDOM, "UK": UNITED_KINGDOM}
_REGIONS = {f"TL{letter}": f"E1200000{number}" for number, letter in enumerate("CDEFGHIJK", start=1)}


def placed(frame: pd.DataFrame, *, geographies: Sequence[str]) -> pd.DataFrame:
    """`frame` with geography_id and our area_code, once for each of `geographies` that has the area.

    A unitary authority is a district and an upper-tier authority: asked for both, its row comes twice.
    """
    known = [_codes(name).assign(geography_id=name) for name in geographies]
    rows = frame.rename(columns={"area_code": "published_code"}).merge(pd.concat(known), on="published_code")
    return rows.drop(columns="published_code")


def recoded(codes: pd.Series[str]) -> pd.Series[str]:
    """`codes` without new ones for the same ground: six districts' after 2011, two in 2025."""
    codes = _in_vintage(codes, published="lad-2025", wanted="lad-2023")
    return _in_vintage(codes, published="lad-2011", wanted="lad-2017")


def _in_vintage(codes: pd.Series[str], *, published: str, wanted: str) -> pd.Series[str]:
    """Codes of the vintage `published` as those of `wanted`, which has the same districts; others stay."""
    pairs = districts_between(published, wanted).set_index("from_code")["to_code"]
    return codes.map(pairs).fillna(codes)


def _codes(geography_id: str) -> pd.DataFrame:
    """published_code, area_code: every code under which a publisher may give an area of the geography."""
    own = areas(geography_id)["area_code"]
    codes = dict(zip(own, own, strict=True))
    if geography_id == "country":
        codes = _COUNTRIES
    elif geography_id == "region":
        codes |= _REGIONS
    elif geography_id == NUTS2:
        codes |= {f"TL{code.removeprefix('UK')}": code for code in own}
    return pd.DataFrame(list(codes.items()), columns=["published_code", "area_code"])
