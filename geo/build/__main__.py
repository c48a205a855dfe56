"""The command `python -m geo.build`: writes geo/data/ anew."""

import argparse
import sys
from pathlib import Path

import pandas as pd

from geo.build.belonging import membership, nuts2_lep_weights
from geo.build.districts import districts
from geo.build.listing import areas
from geo.build.naming import aliases
from geo.tables import DATA


def write_tables(source: Path, lis: Path, folder: Path) -> None:
    """Write the tables of codes, names and members into the folder."""
    codes = districts(source)
    members = membership(source, lis, codes)
    listed = areas(source, members, codes)
    _write(codes, folder / "districts.csv")
    _write(members, folder / "membership.csv")
    _write(nuts2_lep_weights(members, codes), folder / "nuts2_lep_weights.csv")
    _write(listed, folder / "areas.csv")
    _write(aliases(lis, listed), folder / "aliases.csv")


def _write(rows: pd.DataFrame, path: Path) -> None:
    rows.to_csv(path, index=False, lineterminator="\n")


def main(arguments: list[str]) -> None:
    """Read the folders named by the arguments and write geo/data/."""
    parser = argparse.ArgumentParser(prog="python -m geo.build", description=__doc__)
    parser.add_argument("--from", dest="source", type=Path, required=True, help="folder of the geography tables")
    parser.add_argument("--lis", type=Path, required=True, help="folder with leps.csv")
    chosen = parser.parse_args(arguments)
    write_tables(chosen.source, chosen.lis, DATA)


if __name__ == "__main__":
    main(sys.argv[1:])
