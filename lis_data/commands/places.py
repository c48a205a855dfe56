"""The commands that compare places and check what is said of them."""

from __future__ import annotations

import sys

import click
import pandas as pd

from geo import areas
from lis_data import queries, statements
from lis_data.commands import writing
from lis_data.statements.text import VERDICTS

_LAST_RD = "2024"
_OF_STATEMENT = ["statement_id", "area_name", "says", "figure", "recomputed", "verdict", "progress", "why", "note"]
_OF_STATEMENT += ["each_year", "made_from", "source", "source_url"]


@click.command("modelled-rd")
@click.option("--period", default=_LAST_RD, help=f"A year; {_LAST_RD} if left out.")
def modelled_rd(period: str) -> None:
    """Business R&D of the 38 LEPs, modelled by three keys (CSV)."""
    writing.table(queries.modelled_rd(period).round(2))


@click.command("claims")
@click.option("--format", "form", type=click.Choice(["csv", "markdown"]), default="csv")
def claims(form: str) -> None:
    """Every figure that the documents state, recomputed, with its verdict."""
    rows = statements.verdicts().replace({"verdict": VERDICTS})[_OF_STATEMENT]
    if form == "csv":
        writing.table(rows)
    else:
        _as_markdown(rows)


def _as_markdown(rows: pd.DataFrame) -> None:
    cells = rows.fillna("").astype(str).apply(lambda column: column.str.replace("|", "/"))
    for row in [[*rows.columns], ["---"] * len(rows.columns), *cells.to_numpy().tolist()]:
        sys.stdout.write(f"| {' | '.join(row)} |\n")


@click.command("peers")
@click.argument("area_code")
@click.option("--geography", default="lep-2017")
@click.option("--number", type=int, default=5, help="How many; 5 if left out.")
@click.option("--stability", is_flag=True, help="Instead: who stays when each feature is left out.")
def peers(area_code: str, geography: str, number: int, *, stability: bool) -> None:
    """The areas most like one, and what sets each apart (CSV): the part of the distance, in %, by feature."""
    if stability:
        return _stability(area_code, geography, number)
    found = queries.peers(area_code, geography_id=geography, k=number).drop(columns="missing_features")
    parts = queries.peer_reasons(area_code, geography_id=geography)
    wide = parts.pivot(index="area_code", columns="feature_id", values="part")
    writing.table(found.join(wide, on="area_code").round(2))


def _stability(area_code: str, geography: str, number: int) -> None:
    rows = queries.peer_stability(area_code, geography_id=geography, k=number)
    names = areas.areas(geography).set_index("area_code")["name"]
    named = {side: ["; ".join(names[list(codes)]) for codes in rows[side]] for side in ("left", "joined")}
    writing.table(rows.assign(**named))


COMMANDS = (modelled_rd, claims, peers)
