"""Subregional productivity of the Office for National Statistics: GVA per hour worked and per filled job.

The release of 2025 is the one read; releases differ in boundaries and revisions and are not put end to end.
Hours and jobs are not in the files we hold, so they are worked back from GVA of the same release round and
carry status E; an area's figure made from them is a ratio of sums and not a mean of ratios.
"""

from __future__ import annotations

from pathlib import Path

import pandas as pd

from lis_data.model import TOTAL, Status
from lis_data.sources.forms.els import Table, read
from lis_data.sources.forms.places import AUTHORITIES, WIDE
from lis_data.sources.forms.tidy import tidy
from lis_data.sources.ons_gva import district_gva

TABLE = Table(
    "productivity/els_gva_per_hour_and_job_lad_2002_2023.csv",
    (*WIDE, *AUTHORITIES, "lad-2023"),
    {
        "Gross value added per hour worked": "gva_per_hour",
        "Gross value added per filled job": "gva_per_job",
    },
    united_kingdom="K99000002",
)
"""The United Kingdom is the one without activities outside any region."""
IMPLIED = {"gva_per_hour": ("hours_implied", 1.0), "gva_per_job": ("filled_jobs_implied", 1_000_000.0)}
"""Productivity measure -> what GVA in £ million divided by it, times a factor, gives: million hours, jobs."""


def productivity(folder: Path) -> pd.DataFrame:
    """`gva_per_hour` (2004–2023) and `gva_per_job` (2002–2023), £, current prices, not smoothed.

    Districts of April 2023, combined authorities, regions, England and the United Kingdom.
    """
    return read(folder, table=TABLE)


def hours_and_jobs(folder: Path) -> pd.DataFrame:
    """`hours_implied` (million hours a year) and `filled_jobs_implied` (jobs), districts of April 2023.

    GVA divided by GVA per hour, or per job, of the same district and year.
    """
    rates = productivity(folder).query("geography_id == 'lad-2023'")
    gva = district_gva(folder)
    total = gva[gva["indicator_id"].eq("gva") & gva["industry"].eq(TOTAL)][["area_code", "period", "value"]]
    both = rates.merge(total, on=["area_code", "period"], suffixes=("", "_gva"))
    names = both["indicator_id"].map({rate: name for rate, (name, _) in IMPLIED.items()})
    factors = both["indicator_id"].map({rate: factor for rate, (_, factor) in IMPLIED.items()})
    implied = both.assign(indicator_id=names, value=both["value_gva"] * factors / both["value"])
    return tidy(implied.assign(status=Status.ESTIMATED.value))


READERS = {"ons-productivity-2025": productivity, "ons-productivity-2025-implied": hours_and_jobs}
