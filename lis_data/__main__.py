"""The command line: `python -m lis_data COMMAND`. Answers go to standard output, troubles to standard error."""

from __future__ import annotations

import argparse
import shutil
import sys
from pathlib import Path
from typing import Any

import pandas as pd

from geo import areas, boundaries
from lis_data import evidence, own_commands, package, queries, statements, store
from lis_data.errors import LisError, UnknownNameError
from lis_data.model import DERIVATIONS, TOTAL
from lis_data.statements.text import VERDICTS

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
_LAST_RD = "2024"
_OF_CLAIM = ["statement_id", "area_name", "says", "figure", "recomputed", "verdict", "progress", "why", "note"]
_OF_CLAIM += ["each_year", "made_from", "source", "source_url"]
_WRONG = 2
_Commands = argparse._SubParsersAction  # argparse gives it no public name


def main(arguments: list[str] | None = None) -> int:
    """Run one command; 0 when it was done, 1 when a checked file has an error, 2 when what was asked for cannot be."""
    given = _parser().parse_args(arguments)
    try:
        return int(given.run(given) or 0)
    except LisError as error:
        sys.stderr.write(f"{error}\n")
        return _WRONG
    except BrokenPipeError:
        sys.stderr.close()
        return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m lis_data", description="The evidence of LIS Explorer.")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    for add in (_add_making, _add_figures, _add_places, _add_taking, own_commands.add):
        add(commands)
    return parser


def _add_making(commands: _Commands) -> None:
    """The commands that make the store and the evidence."""
    build = commands.add_parser("build", help="make the store from the evidence, if it is not there yet")
    build.set_defaults(run=_build)

    remake = commands.add_parser("evidence", help="make the evidence from the publishers' files")
    remake.add_argument("--from", dest="raw", type=Path, required=True, help="folder of the publishers' files")
    remake.add_argument("--dataset", help=f"only this one ('{evidence.POLICY}' for the programme); all if left out")
    remake.set_defaults(run=_evidence)


def _add_figures(commands: _Commands) -> None:
    """The commands that list figures."""
    listing = commands.add_parser("indicators", help="list the indicators (CSV)")
    listing.set_defaults(run=_indicators)

    describe = commands.add_parser("describe", help="the whole provenance of an indicator")
    describe.add_argument("indicator")
    describe.set_defaults(run=_describe)

    export = commands.add_parser("export", help="the figures of an indicator (CSV)")
    export.add_argument("indicator")
    export.add_argument("--geography", required=True, help="for example nuts2-2016 or lep-2017")
    export.add_argument("--period", help="for example 2018; all periods if left out")
    export.add_argument("--industry", help=f"for example C; all if left out, {TOTAL} for the total")
    export.set_defaults(run=_export)

    sectors = commands.add_parser("sectors", help="an area's industries beside England's (CSV)")
    sectors.add_argument("area_code")
    sectors.add_argument("--period", required=True)
    sectors.add_argument("--indicator", choices=_BY_INDUSTRY, default="gva")
    sectors.add_argument("--geography", help="where the code stands in several vintages; else the LIS-era one")
    sectors.add_argument("--sort", choices=["listed", "location_quotient", "share"], default="listed")
    sectors.set_defaults(run=_sectors)


def _add_places(commands: _Commands) -> None:
    """The commands that compare places and check what is said of them."""
    modelled = commands.add_parser("modelled-rd", help="business R&D of the 38 LEPs, modelled by three keys (CSV)")
    modelled.add_argument("--period", default=_LAST_RD, help=f"a year; {_LAST_RD} if left out")
    modelled.set_defaults(run=_modelled_rd)

    claims = commands.add_parser("claims", help="every figure that the documents state, recomputed, with its verdict")
    claims.add_argument("--format", choices=["csv", "markdown"], default="csv")
    claims.set_defaults(run=_claims)

    peers = commands.add_parser("peers", help="the areas most like one, and what sets each apart (CSV)")
    peers.add_argument("area_code")
    peers.add_argument("--geography", default="lep-2017")
    peers.add_argument("--number", type=int, default=5, help="how many; 5 if left out")
    peers.add_argument("--stability", action="store_true", help="instead: who stays when each feature is left out")
    peers.set_defaults(run=_peers)


def _add_taking(commands: _Commands) -> None:
    """The commands that give areas, shapes, or everything."""
    listed = commands.add_parser("areas", help="the areas of a geography with their codes (CSV)")
    listed.add_argument("geography")
    listed.set_defaults(run=_areas)

    packed = commands.add_parser("package", help="all figures as a zip of CSV with CSVW metadata, and as Parquet")
    packed.add_argument("--to", dest="folder", type=Path, required=True, help="folder for the two files")
    packed.set_defaults(run=_package)

    shapes = commands.add_parser("boundaries", help="the areas of a geography (GeoJSON or TopoJSON)")
    shapes.add_argument("geography")
    shapes.add_argument("--format", choices=["geojson", "topojson"], default="geojson")
    shapes.set_defaults(run=_boundaries)


def _build(_: argparse.Namespace) -> None:
    release = store.ensure(progress=_bar)
    sys.stdout.write(f"{release.path}: {release}\n")
    if not release.built:
        sys.stdout.write("Nothing has changed since it was built.\n")


def _bar(share: float, step: str) -> None:
    """A progress bar on standard error, redrawn in place."""
    done = round(30 * share)
    sys.stderr.write(f"\r[{'█' * done}{'·' * (30 - done)}] {step:<30}" + ("\n" if share == 1 else ""))
    sys.stderr.flush()


def _evidence(given: argparse.Namespace) -> None:
    if not given.raw.is_dir():
        raise UnknownNameError("folder", str(given.raw), [])

    def report(line: str) -> None:
        sys.stderr.write(f"{line}\n")

    if given.dataset:
        evidence.write_one(given.raw, given.dataset, report=report)
    else:
        evidence.write(given.raw, report=report)


def _indicators(_: argparse.Namespace) -> None:
    table = queries.indicators()
    _write(table.assign(geographies=table["geographies"].map(" ".join)))


def _describe(given: argparse.Namespace) -> None:
    """The indicator once, each of its datasets once, then a line a geography."""
    held = queries.describe(given.indicator)
    for name in ["indicator_id", *_OF_INDICATOR]:
        _line(name, held[name].iloc[0])
    for dataset in held.drop_duplicates("dataset_id").to_dict("records"):
        sys.stdout.write("\n")
        for name in _OF_DATASET:
            _line(name, dataset[name])
    sys.stdout.write("\n")
    told = held["derivations"].map(lambda ways: "; ".join(DERIVATIONS[way] for way in ways))
    _write(held[_OF_GEOGRAPHY].assign(derivations=told))


def _line(name: str, value: Any) -> None:
    text = ", ".join(value) if getattr(value, "ndim", 0) else value
    sys.stdout.write(f"{name}: {text}\n")


def _areas(given: argparse.Namespace) -> None:
    if given.geography not in areas.GEOGRAPHIES:
        raise UnknownNameError("geography", given.geography, list(areas.GEOGRAPHIES))
    _write(areas.areas(given.geography))


def _export(given: argparse.Namespace) -> None:
    table = queries.figures(given.indicator, given.geography, period=given.period, industry=given.industry)
    _write(table.assign(indicator=given.indicator).rename(columns={"geography_id": "geography"})[_EXPORT])


def _sectors(given: argparse.Namespace) -> None:
    table = queries.sectors(
        given.area_code, period=given.period, indicator_id=given.indicator, geography_id=given.geography
    )
    if given.sort != "listed":
        table = table.sort_values(given.sort, ascending=False)
    _write(table.round({"value": 1, "share": 2, "benchmark_share": 2, "location_quotient": 2}))


def _modelled_rd(given: argparse.Namespace) -> None:
    _write(queries.modelled_rd(given.period).round(2))


def _claims(given: argparse.Namespace) -> None:
    table = statements.verdicts().replace({"verdict": VERDICTS})[_OF_CLAIM]
    if given.format == "csv":
        return _write(table)
    cells = table.fillna("").astype(str).apply(lambda column: column.str.replace("|", "/"))
    for row in [_OF_CLAIM, ["---"] * len(_OF_CLAIM), *cells.to_numpy().tolist()]:
        sys.stdout.write(f"| {' | '.join(row)} |\n")


def _peers(given: argparse.Namespace) -> None:
    """The peers with the part of the distance (%) that each feature makes up; or their stability, with names."""
    asked = {"geography_id": given.geography, "k": given.number}
    if given.stability:
        table = queries.peer_stability(given.area_code, **asked)
        names = areas.areas(given.geography).set_index("area_code")["name"]
        named = {side: ["; ".join(names[list(codes)]) for codes in table[side]] for side in ("left", "joined")}
        return _write(table.assign(**named))
    found = queries.peers(given.area_code, **asked).drop(columns="missing_features")
    parts = queries.peer_reasons(given.area_code, geography_id=given.geography)
    wide = parts.pivot(index="area_code", columns="feature_id", values="part")
    _write(found.join(wide, on="area_code").round(2))


def _package(given: argparse.Namespace) -> None:
    made = package.ensure(progress=_bar)
    given.folder.mkdir(parents=True, exist_ok=True)
    for file in (made.zip, made.parquet):
        sys.stdout.write(f"{shutil.copy(file, given.folder)}: {file.stat().st_size:,} bytes\n")


def _boundaries(given: argparse.Namespace) -> None:
    if given.geography not in areas.GEOGRAPHIES:
        raise UnknownNameError("geography", given.geography, list(areas.GEOGRAPHIES))
    write = {"geojson": boundaries.geojson, "topojson": boundaries.topojson}[given.format]
    sys.stdout.write(write(given.geography) + "\n")


def _write(table: pd.DataFrame) -> None:
    table.to_csv(sys.stdout, index=False, lineterminator="\n")


if __name__ == "__main__":
    sys.exit(main())
