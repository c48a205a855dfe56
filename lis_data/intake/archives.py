"""Zip archives and workbooks, opened with suspicion: sizes are counted while unpacking, not believed.

A workbook is a zip of XML; one that declares a document type (the way to entities and outside files) is refused.
"""

from __future__ import annotations

import csv
import datetime as dt
import io
import warnings
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
_LARGEST_DIRECTORY = _MB // 2
"""Bytes of the list of members; those of a workbook take about a hundred each."""
_LARGEST_PART = 8 * _MB
_LARGE_PARTS = ("xl/worksheets/", "xl/sharedStrings", "xl/pivotCache/", "xl/calcChain", "xl/drawings/", "xl/charts/")
"""Where the large parts of a workbook are; the others are read whole."""
_TAGS_OF_A_CELL = 4
"""`<c><v></v></c>`."""
_TAGS_OF_LAYOUT = 100_000
"""What styles and the like may have besides."""
_CHUNK = 1 << 20
_BROKEN = (zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, OSError, EOFError, ValueError)
"""What reading a damaged member raises."""
_DOCTYPES = tuple("<!DOCTYPE".encode(encoding) for encoding in ("utf-8", "utf-16-le", "utf-16-be"))


def is_zip(data: bytes) -> bool:
    """Whether the bytes are those of a zip archive."""
    return data.startswith((b"PK\x03\x04", b"PK\x05\x06"))


def open_zip(data: bytes) -> zipfile.ZipFile:
    """The archive in memory. Raises UnreadableError for a broken or overfull one."""
    if _directory(data) > _LARGEST_DIRECTORY:
        raise UnreadableError("archive", what="has too many members")
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


def _directory(data: bytes) -> int:
    """The bytes of the list of members as the archive's last record says, which is what reading it goes by.

    A longer form of that record, for archives over 4 GB, stands before it, where there is one.
    """
    end = data.rfind(b"PK\x05\x06")
    if end >= 76 and data[end - 20 : end - 16] == b"PK\x06\x07":
        return int.from_bytes(data[end - 36 : end - 28], "little")
    return int.from_bytes(data[end + 12 : end + 16], "little") if end >= 0 else 0


def is_open_document(archive: zipfile.ZipFile) -> bool:
    """Whether the archive is a spreadsheet or text of the OpenDocument kind."""
    return {"mimetype", "content.xml"} <= set(archive.namelist())


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
    _inspect(open_zip(data))
    try:
        with warnings.catch_warnings(action="ignore"):  # of parts that are not read, such as validations
            book = load_workbook(io.BytesIO(data), read_only=True, data_only=True, keep_links=False)
        visible = [page.title for page in book.worksheets if page.sheet_state == "visible"]
        used = sheet or (visible or [""])[0]
        if used not in book.sheetnames:
            raise UnreadableError("no-sheet", value=used, sheets=", ".join(book.sheetnames) or "no sheet at all")
        page = book[used]
        page.reset_dimensions()  # a sheet says how far it reaches, and may be wrong by a million rows
        return _as_csv(page.iter_rows(values_only=True)), used, tuple(book.sheetnames)
    except UnreadableError:
        raise
    except Exception as error:  # the reader raises nearly anything on a broken workbook
        raise UnreadableError("spreadsheet", what="is broken") from error


def _inspect(archive: zipfile.ZipFile) -> None:
    """Raise UnreadableError where a part of a workbook declares a document type, or is larger than it may be.

    Cells are counted by their tags: a small file can unpack to more of them than can be read in time.
    """
    tags, most = 0, settings().intake_rows // 2
    for info in archive.infolist():
        if info.filename.lower().endswith((".xml", ".rels", ".vml")):
            if info.file_size > _LARGEST_PART and not info.filename.startswith(_LARGE_PARTS):
                raise UnreadableError("spreadsheet", what=f"has {info.file_size / _MB:,.0f} MB of layout")
            tags = max(tags, _tags(archive, info))
    if tags > _TAGS_OF_A_CELL * most + _TAGS_OF_LAYOUT:
        raise UnreadableError("too-many-cells", found=f"{tags // _TAGS_OF_A_CELL:,}", most=f"{most:,}")


def _tags(archive: zipfile.ZipFile, info: zipfile.ZipInfo) -> int:
    """How many tags a part has, read in pieces; those overlap by the length of the mark of a document type."""
    seen, tags, end = 0, 0, b""
    try:
        with archive.open(info) as stream:
            while piece := stream.read(_CHUNK):
                seen += len(piece)
                tags += piece.count(b"<")
                if any(mark in end + piece for mark in _DOCTYPES):
                    raise UnreadableError("spreadsheet", what="declares XML entities or a document type")
                end = piece[-20:]
    except _BROKEN as error:
        raise UnreadableError("archive", what="is broken") from error
    if seen > info.file_size:
        raise UnreadableError("archive", what="is broken")
    return tags


def _as_csv(rows: Iterable[tuple[object, ...]]) -> bytes:
    """Rows as CSV, within the limits of rows and columns, without blank rows at the end."""
    file = io.BytesIO()
    text = io.TextIOWrapper(file, encoding="utf-8", errors="replace", newline="")
    writer, blank = csv.writer(text, lineterminator="\n"), 0
    for number, row in enumerate(rows, start=1):
        _check_number(number)
        cells = _filled(row)
        if not cells:
            blank += 1
            continue
        writer.writerows([[""]] * blank)
        writer.writerow(cells)
        blank = 0
    text.flush()
    return file.getvalue()


def _check_number(rows: int) -> None:
    most = settings().intake_rows
    if rows > most:
        raise UnreadableError("too-many-rows", found=f"more than {most:,}", what="rows", most=f"{most:,}")


def _filled(row: tuple[object, ...]) -> list[str]:
    """The cells of a row as text, up to the last that is not blank."""
    cells, most = [_cell(value) for value in row], settings().intake_columns
    while cells and not cells[-1]:
        cells.pop()
    if len(cells) > most:
        raise UnreadableError("too-many-columns", found=f"{len(cells):,}", most=most)
    return cells


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
