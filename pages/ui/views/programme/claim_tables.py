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
    Column("location_quotient", "By GVA", "%.2f", help="Location quotient of GVA, 2018"),
    Column("share", "Share here", "%.1f%%", help="Share of the LEP’s GVA, 2018"),
    Column("benchmark_share", "England", "%.1f%%", help="Share of England’s GVA, 2018"),
    Column("jobs_location_quotient", "By jobs", "%.2f", help="Location quotient of jobs, 2018"),
    Column("jobs_counted_in", "Jobs counted in"),
    Column("stage_means", "Stage"),
    Column("sources", "Source"),
)


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
    return Table(named, (*known, *map(Column, more)), alt=f"{len(rows)} claims with their tests")


def _counted_in(rows: pd.DataFrame) -> pd.Series:
    """`East Anglia (73% of the LEP)`: where the jobs are counted, if they are."""
    part = [
        "" if pd.isna(share) or share > 99.5 else f" ({share:.0f}% of the LEP)" for share in rows["jobs_area_share"]
    ]
    return (rows["jobs_area_name"] + part).where(rows["jobs_location_quotient"].notna())
