"""Zip archives and workbooks, opened with suspicion: sizes are counted while unpacking, not believed.

A workbook is a zip of XML; one that declares a document type (the way to entities and outside files) is refused.
"""

from __future__ import annotations

import io
import zipfile
import zlib

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


def inspect(archive: zipfile.ZipFile) -> None:
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
