"""The commands that make the store and the evidence."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from lis_data import evidence, store
from lis_data.commands import writing
from lis_data.errors import UnknownNameError


@click.command("build")
def build() -> None:
    """Make the store from the evidence, if it is not there yet."""
    release = store.ensure(progress=writing.bar)
    sys.stdout.write(f"{release.path}: {release}\n")
    if not release.built:
        sys.stdout.write("Nothing has changed since it was built.\n")


@click.command("evidence")
@click.option("--from", "raw", type=click.Path(path_type=Path), required=True, help="Folder of the publishers' files.")
@click.option("--dataset", help=f"Only this one ('{evidence.POLICY}' for the programme); all if left out.")
def remake(raw: Path, dataset: str | None) -> None:
    """Make the evidence from the publishers' files."""
    if not raw.is_dir():
        raise UnknownNameError("folder", str(raw), [])

    def report(line: str) -> None:
        sys.stderr.write(f"{line}\n")

    if dataset:
        evidence.write_one(raw, dataset, report=report)
    else:
        evidence.write(raw, report=report)


COMMANDS = (build, remake)
