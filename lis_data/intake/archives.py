"""Zip archives and workbooks, opened with suspicion: sizes are counted while unpacking, not believed.

A workbook is a zip of XML; one that declares a document type (the way to entities and outside files) is refused.
"""

from __future__ import annotations

import csv
import datetime as dt
import io
import zipfile
import zlib
from collections.abc import Iterable

from openpyxl import load_workbook

from lis_data.errors import UnreadableError
from lis_data.settings import settings

_MB = 1_000_000
_RATIO = 100
"""How many times its size an archive may unpack to; spreadsheets stay under 40."""
_TIMES = 3
"""How many times the size of a file an archive may unpack to at all."""
_PARTS = 1000
_CHUNK = 1 << 20
_BROKEN = (zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, OSError, EOFError)
"""What reading a damaged member raises."""
_DOCTYPES = tuple("<!DOCTYPE".encode(encoding) for encoding in ("utf-8", "utf-16-le", "utf-16-be"))


def is_zip(data: bytes) -> bool:
    """Whether the bytes are those of a zip archive."""
    return data.startswith((b"PK\x03\x04", b"PK\x05\x06"))


def open_zip(data: bytes) -> zipfile.ZipFile:
    """The archive in memory. Raises UnreadableError for a broken or overfull one."""
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError, EOFError) as error:
        raise UnreadableError("archive", what="is broken") from error
    infos = archive.infolist()
    if len(infos) > _PARTS:
        raise UnreadableError("archive", what=f"has {len(infos):,} members")
    if any(info.flag_bits & 1 for info in infos):
        raise UnreadableError("archive", what="needs a password")
    total = sum(info.file_size for info in infos)
    if total > max(_RATIO * len(data), _MB) or total > _TIMES * settings().intake_megabytes * _MB:
        raise UnreadableError("archive", what=f"unpacks to {total / _MB:,.0f} MB")
    return archive


def is_workbook(archive: zipfile.ZipFile) -> bool:
    """Whether the archive is a spreadsheet of the Office Open XML kind."""
    return "xl/workbook.xml" in archive.namelist()


def only_member(archive: zipfile.ZipFile) -> tuple[str, bytes]:
    """Name and content of the one file inside. Raises UnreadableError where there is not exactly one."""
    infos = [info for info in archive.infolist() if not info.is_dir() and not info.filename.startswith("__MACOSX/")]
    if len(infos) != 1:
        raise UnreadableError("archive", what=f"has {len(infos)} files")
    return infos[0].filename, _unpacked(archive, infos[0], settings().intake_megabytes * _MB)


def _unpacked(archive: zipfile.ZipFile, info: zipfile.ZipInfo, most: int) -> bytes:
    """A member's content, read no further than `most` bytes whatever its header says."""
    try:
        with archive.open(info) as stream:
            content = stream.read(most + 1)
    except _BROKEN as error:
        raise UnreadableError("archive", what="is broken") from error
    if len(content) > most:
        raise UnreadableError("archive", what=f"unpacks to more than {most // _MB} MB")
    return content


def workbook_text(data: bytes, sheet: str) -> tuple[bytes, str, tuple[str, ...]]:
    """One sheet as CSV in UTF-8, its name, and the names of all. Formulas give the values saved with them.

    The first visible sheet unless one is named. Raises UnreadableError.
    """
    _refuse_document_types(open_zip(data))
    try:
        book = load_workbook(io.BytesIO(data), read_only=True, data_only=True, keep_links=False)
        visible = [page.title for page in book.worksheets if page.sheet_state == "visible"]
        used = sheet or (visible or [""])[0]
        if used not in book.sheetnames:
            raise UnreadableError("no-sheet", value=used, sheets=", ".join(book.sheetnames) or "no sheet at all")
        return _as_csv(book[used].iter_rows(values_only=True)), used, tuple(book.sheetnames)
    except UnreadableError:
        raise
    except Exception as error:  # the reader raises nearly anything on a broken workbook
        raise UnreadableError("spreadsheet", what="is broken") from error


def _refuse_document_types(archive: zipfile.ZipFile) -> None:
    """Raise UnreadableError where a part of a workbook declares one, or unpacks to more than it says."""
    for info in archive.infolist():
        if info.filename.lower().endswith((".xml", ".rels", ".vml")) and _declares(archive, info):
            raise UnreadableError("spreadsheet", what="declares XML entities or a document type")


def _declares(archive: zipfile.ZipFile, info: zipfile.ZipInfo) -> bool:
    """Whether a part has a document type anywhere, read in pieces that overlap by the length of its mark."""
    seen, end = 0, b""
    try:
        with archive.open(info) as stream:
            while piece := stream.read(_CHUNK):
                seen += len(piece)
                if any(mark in end + piece for mark in _DOCTYPES):
                    return True
                end = piece[-20:]
    except _BROKEN as error:
        raise UnreadableError("archive", what="is broken") from error
    if seen > info.file_size:
        raise UnreadableError("archive", what="is broken")
    return False


def _as_csv(rows: Iterable[tuple[object, ...]]) -> bytes:
    """Rows as CSV, within the limits of rows and columns."""
    most, text = settings(), io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\n")
    for number, row in enumerate(rows, start=1):
        if number > most.intake_rows:
            raise UnreadableError(
                "too-many-rows", found=f"more than {most.intake_rows:,}", what="rows", most=f"{most.intake_rows:,}"
            )
        cells = [_cell(value) for value in row]
        while cells and not cells[-1]:
            cells.pop()
        if len(cells) > most.intake_columns:
            raise UnreadableError("too-many-columns", found=f"{len(cells):,}", most=most.intake_columns)
        writer.writerow(cells or [""])
    return text.getvalue().encode("utf-8", errors="replace")


def _cell(value: object) -> str:
    """A cell's value as text: dates in ISO form, whole numbers without a point."""
    if value is None:
        return ""
    if isinstance(value, dt.datetime) and value.time() == dt.time():
        value = value.date()
    if isinstance(value, dt.date):
        return value.isoformat()
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e15:
        return str(int(value))
    return str(value)
