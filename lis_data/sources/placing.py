"""Which geography a publisher's area code belongs to, by the areas that exist.

A code of no wanted geography is left out, so that counties, Wales or districts of another vintage cannot slip
in under the wrong name.
"""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from geo.areas import areas, districts_between
from lis_data.model import ENGLAND, UNITED_KINGDOM

WIDE = ("country", "region")


def placed(frame: pd.DataFrame, *, geographies: Sequence[str]) -> pd.DataFrame:
    """`frame` (with `area_code`), once for each of `geographies` that has the area, and with `geography_id`.

    A unitary authority is a district and an upper-tier authority: asked for both, its row comes twice.
    """
    known = [pd.DataFrame({"geography_id": name, "area_code": _codes(name)}) for name in geographies]
    return frame.merge(pd.concat(known), on="area_code")


def in_vintage(codes: pd.Series[str], *, published: str, wanted: str) -> pd.Series[str]:
    """Codes of the vintage `published` as those of `wanted`, which has the same districts; others stay."""
    pairs = districts_between(published, wanted).set_index("from_code")["to_code"]
    return codes.map(pairs).fillna(codes)


def _codes(geography_id: str) -> list[str]:
    if geography_id == "country":
        return [ENGLAND, UNITED_KINGDOM]
    return areas(geography_id)["area_code"].tolist()
