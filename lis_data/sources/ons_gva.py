"""Regional accounts of the Office for National Statistics: gross value added by industry.

Four tables: districts (49 industry groups, April 2025), nations, regions and ITL areas (same release, finer
groups, put together here into the same 49), the same areas by volume (sections) and ITL2 areas in the release of
April 2024 (down to divisions). Nothing is added up over areas here, and chained volumes are not added up at all.
"""

from __future__ import annotations

from pathlib import Path

import pandas as pd

from lis_data.model import TOTAL
from lis_data.sources.forms.places import NUTS2, WIDE, placed
from lis_data.sources.forms.tidy import tidy

DISTRICTS = "sectors/ons_gva_by_industry_lad2023_1998_2023.parquet"
REGIONS = "sectors/ons_gva_by_industry_itl2025_1998_2023.parquet"
VOLUMES = "sectors/ons_gva_cvm_by_section_itl2025_1998_2023.parquet"
DETAILED = "sectors/ons_gva_by_industry_itl2021_1998_2022.parquet"

PRICES = {"current": "gva", "cvm_2022": "gva_cvm"}

EXCLUDING_IMPUTED_RENTAL = "68EX"
_SPREADSHEET_DATES = {"02-Mar": "2-3", "11-Dec": "11-12"}
_OWN_CODES = {"Total": TOTAL, "68": EXCLUDING_IMPUTED_RENTAL}

PARTS = {
    "AB": ("A", "B"),
    "10-15": ("10-12", "13-15"),
    "19-23": ("19-20", "21", "19-21", "22-23"),
    "26-30": ("26", "27", "28", "29-30"),
    "DE": ("D", "E"),
    "49-51": ("49", "50", "51", "50-51"),
    "52-53": ("52", "53"),
    "58-60": ("58", "59", "60"),
    "61-63": ("61", "62", "63"),
    "72-75": ("72", "73", "74", "75"),
    "78-80": ("78", "79", "80"),
    "94-95": ("94", "95"),
}
"""Groups of the district table -> the groups that make them up in the table of regions.

The table gives either 50 and 51 or 50-51, and 19-20 with 21 or 19-21, for one area, never both.
"""


DISTRICT_GROUPS = frozenset(
    [
        *[TOTAL, "A-E", "G-T", *"CFGHIJKLMNOPQRST", *PARTS, "16-18", "24-25", "31-33"],
        *["41", "42", "43", "45", "46", "47", EXCLUDING_IMPUTED_RENTAL, "68IMP"],
        *["69", "70", "71", "77", "81", "82", "96"],
    ]
)
"""The 49 industry groups of the district table."""


SAME_AREA = {
    "TLC3": ("mca-2018", "E47000006"),  # Tees Valley
    "TLC4": ("lep-2017", "E37000025"),  # North East: Northumberland, Durham, Tyne and Wear
    "TLG12": ("lep-2017", "E37000038"),  # Worcestershire
    "TLH4": ("mca-2018", "E47000008"),  # Cambridgeshire and Peterborough
    "TLJ13": ("lep-2017", "E37000002"),  # Buckinghamshire
    "TLJ14": ("lep-2017", "E37000027"),  # Oxfordshire
    "TLK5": ("mca-2018", "E47000009"),  # West of England
    "TLK73": ("lep-2017", "E37000011"),  # Gloucestershire
}
"""ITL area of 2025 -> the LEP or combined authority of the same districts, where no NUTS2 region is the same too.

Current-price totals of every year agree with the sums of the districts to within their rounding.
"""


def industry_code(published: str) -> str:
    """The code we use for a published one: `Total` -> `_T`, `C (10-33)` -> `C`, `CA (10-12)` -> `10-12`.

    Sections keep their letter and subsections their divisions, so that one code means the same in every
    table; `68` is published for real estate without imputed rental, which SIC 2007 does not call 68.
    """
    code = _SPREADSHEET_DATES.get(published, published)
    if code in _OWN_CODES:
        return _OWN_CODES[code]
    letters, _, divisions = code.partition(" ")
    if not divisions or letters in ("AB", "DE") or len(letters) == 1:
        return _padded(letters)
    return _padded(divisions.strip("()"))


def district_gva(folder: Path) -> pd.DataFrame:
    """Current-price `gva` and chained-volume `gva_cvm`, £ million, districts of April 2023, 1998–2023."""
    columns = ["lad_code", "sic_group", "price", "year", "gva_million_gbp"]
    raw = pd.read_parquet(folder / DISTRICTS, columns=columns)
    frame = pd.DataFrame(
        {
            "indicator_id": raw["price"].astype(str).map(PRICES),
            "area_code": raw["lad_code"].astype(str),
            "period": raw["year"].astype(str),
            "industry": _codes(raw["sic_group"]),
            "value": raw["gva_million_gbp"],
        }
    )
    return tidy(frame, geography_id="lad-2023")


def regional_gva(folder: Path) -> pd.DataFrame:
    """Current-price `gva`, £ million, in the district table's 49 groups, 1998–2023.

    The United Kingdom (with activities outside any region), England, its regions, the 28 ITL2 areas that kept
    the boundary of a NUTS2 region of 2016, and Cornwall's LEP, which is one of these.
    """
    raw = pd.read_parquet(folder / REGIONS, columns=["geo_code", "sic_group", "year", "gva_million_gbp"])
    raw = raw.astype({"geo_code": str}).rename(columns={"geo_code": "area_code"})
    areas = pd.concat([placed(raw, geographies=[*WIDE, NUTS2]), _cornwall_lep(raw)], ignore_index=True)
    frame = areas.assign(industry=_codes(areas["sic_group"]), period=areas["year"].astype(str))
    return tidy(_in_district_groups(frame), indicator_id="gva")


def regional_volumes(folder: Path) -> pd.DataFrame:
    """Chained-volume `gva_cvm`, £ million in 2022 prices, by section, 1998–2023.

    The United Kingdom, England, its regions, the 28 ITL2 areas that kept the boundary of a NUTS2 region of 2016, and
    eight ITL areas whose districts are those of a LEP or a combined authority.
    """
    raw = pd.read_parquet(folder / VOLUMES, columns=["itl_2025_code", "industry_code", "year", "gva_cvm_2022_gbp_m"])
    raw = raw.rename(columns={"itl_2025_code": "area_code", "gva_cvm_2022_gbp_m": "value"}).astype({"area_code": str})
    same = pd.DataFrame(
        [(published, *area) for published, area in SAME_AREA.items()],
        columns=["published", "geography_id", "area_code"],
    )
    renamed = raw.rename(columns={"area_code": "published"}).merge(same, on="published")
    frame = pd.concat([placed(raw, geographies=[*WIDE, NUTS2]), renamed], ignore_index=True)
    frame = frame.assign(industry=_codes(frame["industry_code"]), period=frame["year"].astype(str))
    return tidy(frame, indicator_id="gva_cvm")


def detailed_gva(folder: Path) -> pd.DataFrame:
    """Current-price `gva_detailed`, £ million, 33 NUTS2 regions, 96 industry groups, 1998–2022."""
    raw = pd.read_parquet(folder / DETAILED).rename(columns={"itl_code": "area_code"})
    frame = placed(raw, geographies=[NUTS2])
    frame["period"] = frame["year"].astype(str)
    frame["industry"] = _codes(frame["sic07_code"])
    return tidy(frame.rename(columns={"gva_million_gbp": "value"}), indicator_id="gva_detailed")


def _cornwall_lep(raw: pd.DataFrame) -> pd.DataFrame:
    """Cornwall and the Isles of Scilly as a LEP: its two districts have no figures in 29 of the 49 groups."""
    leps = pd.DataFrame({"geography_id": ["lep-2017", "lep-2020", "lep-2021", "lis-area"]})
    cornwall = raw[raw["area_code"].eq("TLK3")].drop(columns="area_code")
    return cornwall.merge(leps, how="cross").assign(area_code="E37000005")


def _in_district_groups(frame: pd.DataFrame) -> pd.DataFrame:
    """`frame` with the finer groups put together into those of the district table, others left out."""
    group_of = {part: group for group, parts in PARTS.items() for part in parts}
    unchanged = frame["industry"].isin(DISTRICT_GROUPS - set(PARTS))
    put_together = frame.loc[frame["industry"].isin(list(group_of))].replace({"industry": group_of})
    key = ["geography_id", "area_code", "period", "industry"]
    sums = put_together.groupby(key, as_index=False, sort=False)["gva_million_gbp"].sum(min_count=1)
    both = pd.concat([frame.loc[unchanged, [*key, "gva_million_gbp"]], sums])
    return both.rename(columns={"gva_million_gbp": "value"})


def _codes(published: pd.Series[str]) -> pd.Series[str]:
    """Our industry codes of a column of published ones; each distinct text is worked out once."""
    text = published.astype(str)
    return text.map({code: industry_code(code) for code in text.unique()})


def _padded(code: str) -> str:
    """`2-3` -> `02-03`, `1` -> `01`; letters stay."""
    return "-".join(part.zfill(2) if part.isdigit() else part for part in code.split("-"))


READERS = {
    "ons-gva-lad-2025": district_gva,
    "ons-gva-itl-2025": regional_gva,
    "ons-gva-cvm-itl-2025": regional_volumes,
    "ons-gva-itl-2024": detailed_gva,
}
