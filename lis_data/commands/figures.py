"""The commands that list figures."""

from __future__ import annotations

import sys

import click

from lis_data import queries
from lis_data.commands import writing
from lis_data.model import DERIVATIONS, TOTAL

_EXPORT = [
    "indicator",
    "geography",
    "area_code",
    "area_name",
    "period",
    "industry",
    "value",
    "lower",
    "upper",
    "status",
    "derivation",
]
_OF_INDICATOR = ["title", "description", "unit", "polarity", "foundation", "additive", "aggregate"]
_OF_INDICATOR += ["numerator", "denominator", "weight", "method", "caveat", "breaks"]
_OF_DATASET = ["dataset_id", "dataset_title", "publisher", "table", "url", "found_at", "licence", "published"]
_OF_DATASET += ["retrieved", "official_status", "contact", "revisions", "quality", "note"]
_OF_GEOGRAPHY = ["dataset_id", "geography_id", "derivations", "first_period", "last_period", "areas", "figures"]
_OF_GEOGRAPHY += ["missing", "suppressed"]
_BY_INDUSTRY = ["gva", "gva_detailed", "jobs", "jobs_sic4", "jobs_sic5", "enterprises"]


@click.command("indicators")
def indicators() -> None:
    """List the indicators (CSV)."""
    rows = queries.indicators()
    writing.table(rows.assign(geographies=rows["geographies"].map(" ".join)))


@click.command("describe")
@click.argument("indicator")
def describe(indicator: str) -> None:
    """The whole provenance of an indicator: itself once, each of its datasets once, then a line a geography."""
    rows = queries.describe(indicator)
    for name in ["indicator_id", *_OF_INDICATOR]:
        writing.field(name, rows[name].iloc[0])
    for dataset in rows.drop_duplicates("dataset_id").to_dict("records"):
        sys.stdout.write("\n")
        for name in _OF_DATASET:
            writing.field(name, dataset[name])
    sys.stdout.write("\n")
    ways = rows["derivations"].map(lambda ways: "; ".join(DERIVATIONS[way] for way in ways))
    writing.table(rows[_OF_GEOGRAPHY].assign(derivations=ways))


@click.command("export")
@click.argument("indicator")
@click.option("--geography", required=True, help="For example nuts2-2016 or lep-2017.")
@click.option("--period", help="For example 2018; all periods if left out.")
@click.option("--industry", help=f"For example C; all if left out, {TOTAL} for the total.")
def export(indicator: str, geography: str, period: str | None, industry: str | None) -> None:
    """The figures of an indicator (CSV)."""
    rows = queries.figures(indicator, geography, period=period, industry=industry)
    writing.table(rows.assign(indicator=indicator).rename(columns={"geography_id": "geography"})[_EXPORT])


@click.command("sectors")
@click.argument("area_code")
@click.option("--period", required=True)
@click.option("--indicator", type=click.Choice(_BY_INDUSTRY), default="gva")
@click.option("--geography", help="Where the code stands in several vintages; else the LIS-era one.")
@click.option("--sort", type=click.Choice(["listed", "location_quotient", "share"]), default="listed")
def sectors(area_code: str, period: str, indicator: str, geography: str | None, sort: str) -> None:
    """An area's industries and England's (CSV)."""
    rows = queries.sectors(area_code, period=period, indicator_id=indicator, geography_id=geography)
    if sort != "listed":
        rows = rows.sort_values(sort, ascending=False)
    writing.table(rows.round({"value": 1, "share": 2, "benchmark_share": 2, "location_quotient": 2}))


COMMANDS = (indicators, describe, export, sectors)
