"""The commands for analysts' own tables: check one, import it."""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import click

from lis_data import uploads
from lis_data.errors import LisError, UploadError
from lis_data.intake import Choices, Description, Verdict, describe, report, workers
from lis_data.settings import settings
from lis_data.wording import count

OPENS_UPLOADS = "/Any_indicator"
"""Where the server opens a private link; a test holds it against the pages."""


@dataclass(frozen=True)
class _Table:
    """A file with the answers that were given with it; `update` is the upload that it is the next version of."""

    file: Path
    side: Path | None
    sheet: str | None
    geography: str | None
    update: str | None = None


def _asks_for_a_table(command: Callable[..., Any]) -> Callable[..., Any]:
    path = click.Path(path_type=Path)
    for add in (
        click.option("--geography", help="What the areas are, for example lad-2021; guessed if left out."),
        click.option("--sheet", help="Of a workbook; the first if left out."),
        click.option("--describe", "side", type=path, metavar="SIDE.json", help="The side file with earlier answers."),
        click.argument("file", type=path),
    ):
        command = add(command)
    return command


@click.command("check")
@_asks_for_a_table
@click.option("--json", "as_json", is_flag=True, help="The verdict as JSON.")
def check(file: Path, side: Path | None, sheet: str | None, geography: str | None, *, as_json: bool) -> int:
    """What is understood of your own table, and every problem in it; the status is 1 if it has an error."""
    verdict, _, _ = _judged(_Table(file, side, sheet, geography))
    sys.stdout.write(report.as_json(verdict) if as_json else report.as_text(verdict))
    return 0 if verdict.ok else 1


@click.command("import")
@_asks_for_a_table
@click.option("--good-rows", is_flag=True, help="Import the good rows although others have errors.")
@click.option("--update", metavar="UPLOAD", help="The upload that this is the next version of.")
@click.option("--owner", metavar="KEY", help="The owner's key of an earlier import; a new one if left out.")
def import_table(*, good_rows: bool, update: str | None, owner: str | None, **table: Any) -> int:
    """Keep your own table as an upload with a private link; nothing is kept, with status 1, if it has an error."""
    owner = _owner(owner, update)
    verdict, data, choices = _judged(_Table(**table, update=update))
    if not verdict.ok and not good_rows:
        sys.stdout.write(report.as_text(verdict))
        sys.stderr.write("Nothing was imported: mend the errors, or keep the good rows with --good-rows.\n")
        return 1
    upload_id = uploads.save(verdict, data, choices, owner=owner, upload_id=update)
    _say_where(upload_id, verdict, owner)
    return 0


def _say_where(upload_id: str, verdict: Verdict, owner: str) -> None:
    view = urlencode(_view(upload_id, verdict))
    token = uploads.share(upload_id, owner=owner)
    many = f"{count(verdict.counts['observations'], 'figure')} in {len(verdict.series)} series"
    sys.stdout.write(f"upload: {upload_id} ({many})\n")
    sys.stdout.write(f"private link: {OPENS_UPLOADS}?{view}&upload={token}\n")
    sys.stdout.write(f"owner's key: {owner} (keep it: whoever has it can change and delete the upload)\n")


def _owner(owner: str | None, update: str | None) -> str:
    """The key of who imports, a new one if none is given. Raises UploadError for an update without its owner's key."""
    key = owner or ("" if update else uploads.new_owner())
    if update and update not in set(uploads.visible((key,), ()).query("owned")["upload_id"]):
        raise UploadError(
            f"There is no upload {update} of this owner: give the owner's key with --owner KEY; "
            "the first import printed it."
        )
    return key


def _view(upload_id: str, verdict: Verdict) -> dict[str, str]:
    """The first series, at the geography of most of its figures, as the address of a page has them."""
    first = verdict.series[0].indicator_id
    rows = verdict.observations.query("indicator_id == @first")
    return {"indicator": uploads.series_id(upload_id, first), "geography": str(rows["geography_id"].mode()[0])}


def _judged(table: _Table) -> tuple[Verdict, bytes, Choices]:
    """The verdict on a file with the answers that are given, or those of the upload that it updates; its content, and
    those answers.
    """
    description, choices = _answers(table)
    answers = {name: getattr(table, name) for name in ("sheet", "geography") if getattr(table, name)}
    choices, data = replace(choices, **answers), _bytes(table.file)
    return workers.check(data, table.file.name, choices=choices, description=description), data, choices


def _answers(table: _Table) -> tuple[Description | None, Choices]:
    """What a side file says, or was said of the upload that is updated, whose only series keeps its id."""
    before = uploads.answers(table.update) if table.update else (None, Choices())
    if not table.side:
        return before
    description, choices = describe.read(_text(table.side))
    return description, replace(choices, indicator=choices.indicator or before[1].indicator)


def _bytes(path: Path) -> bytes:
    """A file's content, no more of it than is needed to say that it is too large."""
    try:
        with path.open("rb") as file:
            return file.read(settings().intake_megabytes * 1_000_000 + 1)
    except OSError as error:
        raise LisError(f"{path} cannot be read: {error.strerror}") from error


def _text(path: Path) -> str:
    try:
        return _bytes(path).decode()
    except UnicodeDecodeError as error:
        raise LisError(f"{path} is not text in UTF-8") from error


COMMANDS = (check, import_table)
