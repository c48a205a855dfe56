"""The commands for analysts' own tables: check one, import it, and look after what was uploaded."""

from __future__ import annotations

import argparse
import sys
from dataclasses import replace
from pathlib import Path
from urllib.parse import urlencode

from lis_data import queries, uploads
from lis_data.errors import LisError, UploadError
from lis_data.intake import Choices, Description, Verdict, describe, report, workers
from lis_data.settings import settings
from lis_data.spreadsheets import neutral
from lis_data.wording import count

_Commands = argparse._SubParsersAction  # argparse gives it no public name


def add(commands: _Commands) -> None:
    """Add `check`, `import` and `uploads` to the command line."""
    checked = commands.add_parser("check", help="what is understood of your own table, and every problem in it")
    _ask_for_a_table(checked)
    checked.add_argument("--json", action="store_true", help="the verdict as JSON")
    checked.set_defaults(run=_check)

    taken = commands.add_parser("import", help="keep your own table as an upload with a private link")
    _ask_for_a_table(taken)
    taken.add_argument("--good-rows", action="store_true", help="import the good rows although others have errors")
    taken.add_argument("--update", metavar="UPLOAD", help="the upload that this is the next version of")
    taken.add_argument("--owner", metavar="KEY", help="the owner's key of an earlier import; a new one if left out")
    taken.set_defaults(run=_import)

    kept = commands.add_parser("uploads", help="list, export, derive from or delete what was uploaded on this server")
    acts = kept.add_subparsers(required=True, metavar="list|export|derive|delete")
    acts.add_parser("list", help="every upload (CSV)").set_defaults(run=_list)
    exported = acts.add_parser("export", help="an upload with every version, its files and its figures (zip)")
    exported.add_argument("upload")
    exported.add_argument("--to", dest="target", type=Path, required=True, help="the zip to write")
    exported.set_defaults(run=_export)
    _add_derive(acts)
    deleted = acts.add_parser("delete", help="delete an upload for good, with every version")
    deleted.add_argument("upload")
    deleted.set_defaults(run=_delete)


def _add_derive(acts: _Commands) -> None:
    made = acts.add_parser("derive", help="a series made from kept ones: a ratio, a change, an index")
    made.add_argument("kind", choices=uploads.KINDS)
    made.add_argument("series", help="the id of the uploaded series, u-…")
    made.add_argument("--by", default="", metavar="INDICATOR", help="the denominator of a ratio, uploaded or official")
    made.add_argument("--times", type=int, choices=uploads.TIMES, default=100, help="100 (the default) makes it a %%")
    made.add_argument("--base", default="", metavar="PERIOD", help="the first period of a change or an index")
    made.add_argument("--title", required=True)
    made.add_argument("--decimals", type=int, help="as many as the figures need if left out")
    made.add_argument("--owner", metavar="KEY", required=True, help="the owner's key, which the import printed")
    made.set_defaults(run=_derive)


def _ask_for_a_table(command: argparse.ArgumentParser) -> None:
    command.add_argument("file", type=Path)
    command.add_argument("--describe", type=Path, metavar="SIDE.json", help="the side file with your earlier answers")
    command.add_argument("--sheet", help="of a workbook; the first if left out")
    command.add_argument("--geography", help="what the areas are, for example lad-2021; guessed if left out")


def _check(given: argparse.Namespace) -> int:
    """Print the verdict on a file; 1 if it has an error."""
    verdict, _, _ = _judged(given)
    sys.stdout.write(report.as_json(verdict) if given.json else report.as_text(verdict))
    return 0 if verdict.ok else 1


def _import(given: argparse.Namespace) -> int:
    """Keep a file's observations and print where they are; 1, and nothing is kept, if it has an error."""
    owner = _owner(given)
    verdict, data, choices = _judged(given)
    if not verdict.ok and not given.good_rows:
        sys.stdout.write(report.as_text(verdict))
        sys.stderr.write("Nothing was imported: mend the errors, or keep the good rows with --good-rows.\n")
        return 1
    upload_id = uploads.save(verdict, data, choices, owner=owner, upload_id=given.update)
    token = uploads.share(upload_id, owner=owner)
    link = f"/Any_indicator?{urlencode(_view(upload_id, verdict))}&upload={token}"
    many = f"{count(verdict.counts['observations'], 'figure')} in {len(verdict.series)} series"
    sys.stdout.write(f"upload: {upload_id} ({many})\n")
    sys.stdout.write(f"private link: {link}\n")
    sys.stdout.write(f"owner's key: {owner} (keep it: whoever has it can change and delete the upload)\n")
    return 0


def _owner(given: argparse.Namespace) -> str:
    """The key of who imports, a new one if none is given. Raises UploadError for an update without its owner's key."""
    owner = given.owner or ("" if given.update else uploads.new_owner())
    if given.update and given.update not in set(uploads.visible((owner,), ()).query("owned")["upload_id"]):
        raise UploadError(
            f"There is no upload {given.update} of this owner: give the owner's key with --owner KEY; "
            "the first import printed it."
        )
    return str(owner)


def _view(upload_id: str, verdict: Verdict) -> dict[str, str]:
    """The first series, at the geography of most of its figures, as the address of a page has them."""
    first = verdict.series[0].indicator_id
    rows = verdict.observations.query("indicator_id == @first")
    return {"indicator": uploads.series_id(upload_id, first), "geography": str(rows["geography_id"].mode()[0])}


def _list(_: argparse.Namespace) -> None:
    neutral(uploads.everything()).to_csv(sys.stdout, index=False, lineterminator="\n")


def _export(given: argparse.Namespace) -> None:
    given.target.write_bytes(uploads.export(given.upload))
    sys.stdout.write(f"{given.target}: {given.target.stat().st_size:,} bytes\n")


def _derive(given: argparse.Namespace) -> None:
    upload_id = uploads.upload_of(given.series)
    if upload_id is None:
        raise UploadError(f"'{given.series}' is not the id of an uploaded series; it begins with u-.")
    recipe = uploads.Recipe(given.kind, given.series, by=given.by, times=given.times, base=given.base)
    key = uploads.derive(upload_id, recipe, title=given.title, owner=given.owner, decimals=given.decimals)
    sys.stdout.write(f"series: {key}\nmethod: {queries.describe(key)['method'].iloc[0]}\n")


def _delete(given: argparse.Namespace) -> None:
    uploads.purge(given.upload)
    sys.stdout.write(f"{given.upload} is deleted for good.\n")


def _judged(given: argparse.Namespace) -> tuple[Verdict, bytes, Choices]:
    """The verdict on a file with the answers that are given, or those of the upload that it updates; its content, and
    those answers.
    """
    description, choices = _told(given)
    answers = {name: getattr(given, name) for name in ("sheet", "geography") if getattr(given, name)}
    choices, data = replace(choices, **answers), _bytes(given.file)
    return workers.check(data, given.file.name, choices=choices, description=description), data, choices


def _told(given: argparse.Namespace) -> tuple[Description | None, Choices]:
    """What a side file says, or was said of the upload that is updated, whose only series keeps its id."""
    upload_id = getattr(given, "update", None)
    before = uploads.answers(upload_id) if upload_id else (None, Choices())
    if not given.describe:
        return before
    description, choices = describe.read(_text(given.describe))
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
