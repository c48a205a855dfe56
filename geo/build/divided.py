"""The districts that ONS divides between two LEPs of April 2017, small area by small area.

Source: ONS, LSOA (2011) to LEP (April 2017) lookup in England, version 2. Of 326 districts four are divided, between
Enterprise M3 and Solent: East Hampshire, New Forest, Test Valley and Winchester.
"""

from pathlib import Path

import pandas as pd

from geo.contiguity import piece

FILE = Path("2026-12", "ons_lsoa11_lep17_four_divided_districts.csv")


def divided_lsoas(source: Path) -> pd.DataFrame:
    """One row per small area of a divided district: lsoa_code, district_name, lep_code, lep_name. None is in two."""
    rows = pd.read_csv(source / FILE, dtype=str)
    rows["district_name"] = rows["lsoa11_name"].str.replace(r" \d{3}[A-Z]+$", "", regex=True)
    if rows["lsoa11_code"].duplicated().any():
        raise ValueError(f"{FILE.name} has a small area in two LEPs")
    columns = {"lsoa11_code": "lsoa_code", "lep17_code": "lep_code", "lep17_name": "lep_name"}
    return rows.rename(columns=columns)[["lsoa_code", "district_name", "lep_code", "lep_name"]]


def shares(source: Path, districts: pd.DataFrame) -> pd.DataFrame:
    """The LEPs of each divided district as parts: area_code, member_code, weight (its share of the district's small
    areas, as text), note.
    """
    lsoas = divided_lsoas(source)
    rows = lsoas.groupby(["district_name", "lep_code", "lep_name"]).size().rename("inside").reset_index()
    rows = rows.merge(districts[["name", "lad-2017", "lsoas"]], left_on="district_name", right_on="name")
    if (rows.groupby("name")["inside"].transform("sum") != rows["lsoas"]).any():
        raise ValueError(f"{FILE.name} lacks small areas of a district that it divides")
    return pd.DataFrame(
        {
            "area_code": rows["lep_code"],
            "member_code": rows["lad-2017"],
            "weight": (rows["inside"] / rows["lsoas"]).map("{:.6f}".format),
            "note": [
                f"{inside} of its {every} small areas were in {name}: ONS divides it; figures here do by that share."
                for inside, every, name in zip(rows["inside"], rows["lsoas"], rows["lep_name"], strict=True)
            ],
        }
    )


def pieces(lsoas: pd.DataFrame, districts: pd.Series, source: Path) -> pd.Series:
    """The piece that each small area is in: its district (`districts`: name in 2011 -> code of 2017) or, of a divided
    one, the part in one LEP.
    """
    district_codes = lsoas["district_name"].map(districts)
    leps = lsoas["lsoa_code"].map(divided_lsoas(source).set_index("lsoa_code")["lep_code"])
    return district_codes.where(leps.isna(), piece(district_codes, leps))
