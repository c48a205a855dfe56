"""Files of the Explore Local Statistics service: how they write areas, years and missing figures.

The columns are the same in every file (areacd, geography, indicator, period, observation, status); what an
indicator is called with us, the modules that read the files say.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pandas as pd

from geo.areas import areas
from lis_data.model import ENGLAND, UNITED_KINGDOM, Status
from lis_data.sources.itl import AREAS, COMBINED_AUTHORITIES_AS_ITL2
from lis_data.sources.tidy import tidy

UK_LESS_EXTRA_REGIO = "K99000002"
OWN_CODES = ("lad-2023", "mca-2018", "region")
_STATUS = {"c": Status.SUPPRESSED.value, "u": Status.MISSING.value, "x": Status.MISSING.value}


def read(
    path: Path, *, indicators: Mapping[str, str], more_areas: Mapping[str, str] | None = None
) -> pd.DataFrame:
    """Observations of the calendar years in the file at `path`, for the areas we know.

    `indicators` maps the file's names to ours, others are left out; `more_areas` maps a further area code of
    the file to one of a country. Districts are those of April 2023.
    """
    raw = pd.read_csv(path, dtype={"period": str})
    raw = raw[raw["indicator"].isin(list(indicators))].rename(columns={"areacd": "geo_code"})
    frame = _with_itl2_codes(raw).merge(_areas(more_areas or {}), on="geo_code")
    frame = frame.assign(
        indicator_id=frame["indicator"].map(indicators),
        period=frame["period"].str[:4],
        value=frame["observation"],
        status=_status(frame),
    )
    return tidy(frame)


def _with_itl2_codes(raw: pd.DataFrame) -> pd.DataFrame:
    """`raw`, and the ITL2 areas that stand under a combined authority's code once more under their own."""
    stand_in = raw["geography"].eq("ITL Level 2") & raw["geo_code"].isin(list(COMBINED_AUTHORITIES_AS_ITL2))
    again = raw[stand_in].replace({"geo_code": COMBINED_AUTHORITIES_AS_ITL2})
    return pd.concat([raw, again], ignore_index=True)


def _areas(more: Mapping[str, str]) -> pd.DataFrame:
    """geo_code, geography_id, area_code of every area a file may have a figure for."""
    own = [areas(geography_id).assign(geography_id=geography_id) for geography_id in OWN_CODES]
    named = pd.concat(own)[["geography_id", "area_code"]].assign(geo_code=lambda frame: frame["area_code"])
    countries = {ENGLAND: ENGLAND, UNITED_KINGDOM: UNITED_KINGDOM, **more}
    codes = {"geo_code": list(countries), "geography_id": "country", "area_code": list(countries.values())}
    return pd.concat([AREAS, named, pd.DataFrame(codes)], ignore_index=True)


def _status(frame: pd.DataFrame) -> pd.Series[str]:
    """A where there is a value, else what the file says of it, else M."""
    marks = frame.get("status", pd.Series(index=frame.index, dtype=object))
    without_value = marks.map(_STATUS).fillna(Status.MISSING.value)
    return without_value.mask(frame["observation"].notna(), Status.NORMAL.value)
