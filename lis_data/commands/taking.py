"""The commands that give areas, shapes, or everything."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

import click

from geo import areas, boundaries
from lis_data import package
from lis_data.commands import writing
from lis_data.errors import UnknownNameError


@click.command("areas")
@click.argument("geography")
def list_areas(geography: str) -> None:
    """The areas of a geography with their codes (CSV)."""
    _check(geography)
    writing.table(areas.areas(geography))


@click.command("package")
@click.option("--to", "folder", type=click.Path(path_type=Path), required=True, help="Folder for the two files.")
def take_everything(folder: Path) -> None:
    """All figures as a zip of CSV with CSVW metadata, and as Parquet."""
    made = package.ensure(progress=writing.bar)
    folder.mkdir(parents=True, exist_ok=True)
    for file in (made.zip, made.parquet):
        sys.stdout.write(f"{shutil.copy(file, folder)}: {file.stat().st_size:,} bytes\n")


@click.command("boundaries")
@click.argument("geography")
@click.option("--format", "form", type=click.Choice(["geojson", "topojson"]), default="geojson")
def take_boundaries(geography: str, form: str) -> None:
    """The areas of a geography (GeoJSON or TopoJSON)."""
    _check(geography)
    write = {"geojson": boundaries.geojson, "topojson": boundaries.topojson}[form]
    sys.stdout.write(write(geography) + "\n")


def _check(geography: str) -> None:
    if geography not in areas.GEOGRAPHIES:
        raise UnknownNameError("geography", geography, list(areas.GEOGRAPHIES))


COMMANDS = (list_areas, take_everything, take_boundaries)
