"""Ofcom's Connected Nations: who can have fast broadband, how fast it is, and where there is a mobile signal.

The snapshots come from several releases that name areas by different vintages of districts; a snapshot that
lists old and new districts side by side is kept for both.
"""

from __future__ import annotations

from pathlib import Path

import pandas as pd

from lis_data.sources.forms.beis import Series, nuts2_and_lep, reader
from lis_data.sources.forms.places import AUTHORITIES, WIDE, placed, recoded
from lis_data.sources.forms.tidy import tidy

CONNECTIVITY = "infrastructure/ofcom_connectivity_lad_2021_2026.csv"
GEOGRAPHIES = (*WIDE, *AUTHORITIES, "lad-2021", "lad-2023", "utla-2023")
INDICATORS = {
    "Percentage of premises with gigabit-capable broadband": "gigabit_pct",
    "Gigabit capable broadband": "gigabit_pct",
    "Premises below 30Mbits": "below_30mbps_pct",
    "Premises below 30Mbps": "below_30mbps_pct",
    "Percentage of 4G (and 5G) coverage by at least one mobile network operator": "mobile_4g_pct",
    "4G coverage": "mobile_4g_pct",
    "5G coverage": "mobile_5g_pct",
}


def connectivity(folder: Path) -> pd.DataFrame:
    """Broadband in % of premises and mobile signal in % of land, six snapshots from 2021 to January 2026."""
    raw = pd.read_csv(folder / CONNECTIVITY)
    figures = pd.DataFrame(
        {
            "indicator_id": raw["indicator"].map(INDICATORS),
            "area_code": recoded(raw["areacd"]),
            "period": raw["period"].map(snapshot),
            "value": raw["observation"],
        }
    )
    rows = placed(figures.drop_duplicates(), geographies=GEOGRAPHIES)
    return tidy(_complete_geographies(rows))


def snapshot(published: str) -> str:
    """The file's date of a snapshot as a period: `Sep-23` is 2023-09, `2025-07-01` is 2025-07."""
    if "-" not in published or published[:4].isdigit():
        return published[:7]
    return pd.to_datetime(published, format="%b-%y").strftime("%Y-%m")


def _complete_geographies(rows: pd.DataFrame) -> pd.DataFrame:
    """`rows` of the geographies a snapshot covers whole: most districts are in both vintages."""
    size = rows.groupby("geography_id")["area_code"].nunique()
    present = rows.groupby(["indicator_id", "period", "geography_id"])["area_code"].transform("nunique")
    return rows[(present == rows["geography_id"].map(size)) | rows["geography_id"].isin([*WIDE, *AUTHORITIES])]


SPEEDS = [Series("download_speed", nuts2_and_lep("broadband/broadband_download_speed_data"), 2014, 2019)]

READERS = {
    "ofcom-connected-nations-2026": connectivity,
    "ofcom-speeds-2019": reader(SPEEDS),
}
