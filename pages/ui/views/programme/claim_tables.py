"""The tables of claimed sectors and of the claims of one, on the page and to take away."""

from __future__ import annotations

import pandas as pd

from lis_data.queries.priorities import VERDICTS
from pages.ui.exhibit.table import Column, Table
from pages.ui.views.programme import text

SECTORS = (
    Column("title", "Sector"),
    Column("leps_claiming", "LEPs"),
    *(Column(verdict, verdict.capitalize()) for verdict in VERDICTS),
    Column("distinctiveness", "Distinctiveness", "%.2f"),
    Column("fit", "Fit by GVA"),
    Column("jobs_fit", "Fit by jobs"),
    Column("who", "Who"),
    Column("sector"),
    Column("strategies_claiming"),
)
"""Of `queries.tested_sectors`."""
_CLAIMS = (
    Column("area_name", "LEP"),
    Column("priority", "Claim"),
    Column("verdict", "Verdict"),
    Column("location_quotient", "By GVA", "%.2f"),
    Column("share", "Share here", "%.1f%%"),
    Column("benchmark_share", "England", "%.1f%%"),
    Column("jobs_location_quotient", "By jobs", "%.2f"),
    Column("jobs_counted_in", "Jobs counted in"),
    Column("stage_means", "Stage"),
    Column("sources", "Source"),
)
_NOTE = "By GVA and by jobs: location quotients, 2018. The shares are of the GVA of the LEP and of England, 2018."


def of_sector(rows: pd.DataFrame) -> Table:
    """Claims of one sector (columns as in `queries.tested_claims`) with both of their tests; a test that cannot be made
    at all has no columns on the page.
    """
    named = rows.assign(
        jobs_counted_in=_counted_in(rows),
        stage_means=rows["stage"].map(text.STAGES) + ": " + rows["document_stage"],
    )
    known = [column if named[column.field].notna().any() else Column(column.field) for column in _CLAIMS]
    more = rows.columns.difference([column.field for column in known], sort=False)
    tested = named["tests_made"].max() > 0
    alt = f"{len(rows)} claims with their tests"
    return Table(named, (*known, *map(Column, more)), alt=alt, note=_NOTE if tested else "")


def _counted_in(rows: pd.DataFrame) -> pd.Series:
    """`East Anglia (73% of the LEP)`: where the jobs are counted, if they are."""
    part = [
        "" if pd.isna(share) or share > 99.5 else f" ({share:.0f}% of the LEP)" for share in rows["jobs_area_share"]
    ]
    return (rows["jobs_area_name"] + part).where(rows["jobs_location_quotient"].notna())
