"""Districts through the years: one row per district of 2017, with its code in every vintage."""

import json
from pathlib import Path

import pandas as pd

from geo.build.lsoas import english_lsoas

_COLUMNS = {
    "lad11_code": "lad-2011",
    "lad17_code": "lad-2017",
    "lad19_code": "lad-2019",
    "lad20_code": "lad-2020",
    "lad21_code": "lad-2021",
}


def code_history(source: Path) -> dict[str, list[dict]]:
    """The ONS Code History Database for districts: code -> entries with date {s, e}, nm and parent."""
    kinds = ("E06", "E07", "E08", "E09")
    files = [source / "raw" / f"ons_chd_code_history_{kind}.json" for kind in kinds]
    return {code: entries for path in files for code, entries in json.loads(path.read_text())["areas"].items()}


def live_entries(history: dict[str, list[dict]], day: str) -> dict[str, dict]:
    """Code -> the entry in force on an ISO day."""
    return {
        code: entry
        for code, entries in history.items()
        for entry in entries
        if entry["date"]["s"] <= day <= entry["date"].get("e", "9999")
    }


def districts(source: Path) -> pd.DataFrame:
    """One row per district of December 2017: name, lsoas, then its code in lad-2011, 2017, 2019, 2020, 2021,
    2023 and 2025. `lsoas` counts the 2011 small areas in it. Checked against the ONS code history of April
    2023.
    """
    raw = pd.read_csv(source / "lad_code_changes_2011_2021.csv", dtype=str)
    counts = english_lsoas()["district_name"].value_counts()
    found = raw.rename(columns=_COLUMNS)[list(_COLUMNS.values())]
    found.insert(0, "name", raw["lad17_name"])
    found.insert(1, "lsoas", raw["lsoa11_prefix_name"].map(counts))
    newest = _newest_codes(source)
    live_2023 = live_entries(code_history(source), "2023-04-01")
    found["lad-2025"] = found["lad-2021"].map(newest)
    found["lad-2023"] = found["lad-2025"].where(found["lad-2025"].isin(list(live_2023)), found["lad-2021"])
    if set(found["lad-2023"]) != set(live_2023):
        raise ValueError(f"districts of 2023 differ: {set(found['lad-2023']) ^ set(live_2023)}")
    vintages = sorted(column for column in found.columns if column.startswith("lad-"))
    return found[["name", "lsoas", *vintages]].sort_values("lad-2017", ignore_index=True)


def _newest_codes(source: Path) -> pd.Series:
    """Any district code -> the code of the district that stands there in 2025."""
    rows = pd.read_csv(source / "raw" / "drkane_la_all_codes.csv", dtype=str)
    return rows.set_index("LADCD")["LADCD_ACTIVE"]
