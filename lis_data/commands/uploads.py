"""The commands that look after what was uploaded on this server."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from lis_data import queries
from lis_data import uploads as stored
from lis_data.commands import writing
from lis_data.errors import UploadError
from lis_data.spreadsheets import neutral


@click.group("uploads")
def uploads() -> None:
    """List, export, derive from or delete what was uploaded on this server."""


@uploads.command("list")
def list_all() -> None:
    """Every upload (CSV)."""
    writing.table(neutral(stored.everything()))


@uploads.command("export")
@click.argument("upload")
@click.option("--to", "target", type=click.Path(path_type=Path), required=True, help="The zip to write.")
def export(upload: str, target: Path) -> None:
    """An upload with every version, its files and its figures (zip)."""
    target.write_bytes(stored.export(upload))
    sys.stdout.write(f"{target}: {target.stat().st_size:,} bytes\n")


@uploads.command("derive")
@click.argument("kind", type=click.Choice(stored.KINDS))
@click.argument("series")
@click.option("--by", default="", metavar="INDICATOR", help="The denominator of a ratio, uploaded or official.")
@click.option("--times", type=click.Choice([*map(str, stored.TIMES)]), default="100", help="100 makes it a %.")
@click.option("--base", default="", metavar="PERIOD", help="The first period of a change or an index.")
@click.option("--title", required=True)
@click.option("--decimals", type=int, help="As many as the figures need if left out.")
@click.option("--owner", metavar="KEY", required=True, help="The owner's key, which the import printed.")
def derive(
    kind: str, series: str, *, by: str, times: str, base: str, title: str, decimals: int | None, owner: str
) -> None:
    """A series made of uploaded ones: a ratio, a change, an index. SERIES is the id of the uploaded series, u-…"""
    upload_id = stored.upload_of(series)
    if upload_id is None:
        raise UploadError(f"'{series}' is not the id of an uploaded series; it begins with u-.")
    recipe = stored.Recipe(kind, series, by=by, times=int(times), base=base)
    key = stored.derive(upload_id, recipe, title=title, owner=owner, decimals=decimals)
    sys.stdout.write(f"series: {key}\nmethod: {queries.indicator(key).method}\n")


@uploads.command("delete")
@click.argument("upload")
def delete(upload: str) -> None:
    """Delete an upload for good, with every version."""
    stored.purge(upload)
    sys.stdout.write(f"{upload} is deleted for good.\n")
